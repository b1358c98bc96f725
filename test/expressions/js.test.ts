import { Expression, get, js, post, signals } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileSource } from "./hostile-source.js";

const { count, draft, ui, "foo-bar": hyphened } = signals({ count: 1, draft: "", ui: { open: false }, "foo-bar": 1 });

describe("values", () => {
  test.each<[what: string, expression: Expression, source: string]>([
    ["no value", js`$count + 1`, "$count + 1"],
    ["a signal is a reference", js`${draft} === ""`, '$draft === ""'],
    ["a nested signal", js`!${ui.open}`, "!$ui.open"],
    ["text is a literal", js`${draft} = ${"It's @home(now)"}`, String.raw`$draft = 'It\x27s \x40home(now)'`],
    ["text that looks like a signal is data", js`f(${"$count"})`, String.raw`f('\x24count')`],
    ["data", js`f(${{ a: [1, null] }})`, "f({a: [1, null]})"],
    ["undefined", js`f(${undefined})`, "f(undefined)"],
    ["an action", js`${draft} && ${post("/todos")}`, "$draft && @post('/todos')"],
    ["a date", js`${new Date(5)}.getTime()`, "new Date(5).getTime()"],
    ["a regular expression", js`${/^a$/}.test(${draft})`, "/^a$/.test($draft)"],
    ["several", js`${1} + ${2}`, "1 + 2"],
  ])("%s", (_, expression, source) => {
    expect(String(expression)).toBe(source);
    expect(expression.source).toBe(source);
    expect(expression).toBeInstanceOf(Expression);
  });

  test("what has no literal is refused", () => {
    expect(() => js`f(${() => 1})`).toThrow(
      "A function cannot be put into a Datastar expression; pass plain data, a signal or js`…`.",
    );
  });

  test("no data breaks out of its literal", () => {
    fc.assert(
      fc.property(hostileSource, hostileSource, (a, b) => {
        expect(Function(`return (${js`[${a}, { b: ${b} }, ${a} + ${b}]`})`)()).toEqual([a, { b }, a + b]);
      }),
    );
  });
});

describe("spaces keep a value apart from what stands beside it", () => {
  test.each<[expression: Expression, source: string]>([
    [js`${count}-1`, "$count -1"],
    [js`${count} - 1`, "$count - 1"],
    [js`${count}-${count}`, "$count- $count"],
    [js`${hyphened}-a`, "$foo-bar -a"],
    [js`${count}--`, "$count--"],
    [js`${count}in x`, "$count in x"],
    [js`return${count}`, "return $count"],
    [js`typeof${get("/x")}`, "typeof @get('/x')"],
    [js`return${5}`, "return 5"],
    [js`${5}in x`, "5 in x"],
    [js`$x-${5}`, "$x- 5"],
    [js`${count}+1`, "$count+1"],
    [js`${count}.toFixed(2)`, "$count.toFixed(2)"],
    [js`${ui}.open`, "$ui.open"],
    [js`(${count})`, "($count)"],
    [js`4 /${/x/}`, "4 / /x/"],
    [js`${/x/}in a`, "/x/ in a"],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

describe("parentheses keep a value's meaning", () => {
  const sum = js`${count} + 1`;

  test.each<[what: string, expression: Expression, source: string]>([
    ["an operator beside an expression", js`${sum} * 2`, "($count + 1) * 2"],
    ["a prefix", js`!${js`${draft} === ""`}`, '!($draft === "")'],
    ["a member of an expression", js`${sum}.toFixed()`, "($count + 1).toFixed()"],
    ["a spread", js`f(...${js`a || b`})`, "f(...(a || b))"],
    ["not for a lone expression", js`${sum}`, "$count + 1"],
    ["not for an argument", js`f(${sum}, ${sum})`, "f($count + 1, $count + 1)"],
    ["not for the value of an assignment", js`x = ${sum}`, "x = $count + 1"],
    ["not in brackets", js`x[${sum}]`, "x[$count + 1]"],
    ["not in an object", js`f({ a: ${sum} })`, "f({ a: $count + 1 })"],
    ["not for the branches of a condition", js`a ? ${sum} : ${sum}`, "a ? $count + 1 : $count + 1"],
    ["but behind ??", js`a ?? ${js`b ? 1 : 2`}`, "a ?? (b ? 1 : 2)"],
    ["and behind a comparison", js`a == ${js`b ? 1 : 2`}`, "a == (b ? 1 : 2)"],
    ["not for a call or a name", js`!${js`f(1)`} && !${js`a.b`}`, "!f(1) && !a.b"],
    ["not for an action", js`${js`$ok`} && ${get("/x")}`, "$ok && @get('/x')"],
    ["not for statements, which they cannot hold", js`if (a) { ${js`b(); c()`} }`, "if (a) { b(); c() }"],
    ["a semicolon in a string is no statement", js`!${js`$a === ';'`}`, "!($a === ';')"],
    [
      "an expression with a function in it",
      js`!${js`$a.some(x => { return x.b; }) || $c`}`,
      "!($a.some(x => { return x.b; }) || $c)",
    ],
    ["values with commas between them", js`$x = ${js`1, 2`}`, "$x = (1, 2)"],
    ["those, as an argument", js`f(${js`1, 2`})`, "f((1, 2))"],
    ["not where nothing else is", js`(${js`1, 2`})`, "(1, 2)"],
    ["a call behind a keyword", js`${js`typeof(a)`}.length`, "(typeof(a)).length"],
    ["a member of digits", js`${js`5`}.toFixed()`, "(5).toFixed()"],
    ["an object of expressions that would be a block", js`() => ${js`{ a: 1 }`}`, "() => ({ a: 1 })"],
    ["not for a lone one", js`${js`{ a: 1 }`}`, "{ a: 1 }"],
    ["a function that would be declared", js`${js`function () {}`}; a()`, "(function () {}); a()"],
    ["a negative number", js`1 -${-1}`, "1 -(-1)"],
    ["a negative bigint", js`1n -${-1n}`, "1n -(-1n)"],
    ["minus zero", js`1 / ${-0}`, "1 / (-0)"],
    ["a member of a number", js`${5}.toFixed(1)`, "(5).toFixed(1)"],
    ["an object that would be a block", js`${{ a: 1 }}`, "({a: 1})"],
    ["an object behind an arrow", js`() => ${{ a: 1 }}`, "() => ({a: 1})"],
    ["an object where it can be nothing else", js`x = ${{ a: 1 }}`, "x = {a: 1}"],
  ])("%s", (_, expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

test.each<[write: () => Expression]>([
  [() => js`$ok && ${js`a(); b()`}`],
  [() => js`if ($ok) ${js`a(); b()`}`],
  [() => js`f(${js`a();`})`],
  [() => js`$x = ${js`return 1`}`],
])("statements are no value: %s", (write) => {
  expect(write).toThrow("is a list of statements, where one value is needed.");
});

describe("the source is taken as it is written", () => {
  test.each<[what: string, expression: Expression, source: string]>([
    ["escapes keep their backslash", js`/\d\n/.test("\\")`, String.raw`/\d\n/.test("\\")`],
    ["but for those that a template needs", js`\`a \${b}\``, "`a ${b}`"],
    ["an escaped backslash before a backtick", js`"\\\`"`, '"\\\\`"'],
    [
      "line breaks",
      js`a;\n
      b`,
      "a;\\n\n      b",
    ],
    ["but for comments, in which the client reads quotes, signals and actions", js`a // it's`, "a"],
    ["wherever they stand", js`/* @a( */ a/* $b */in /**/ b`, "a in  b"],
    [
      "a comment of lines leaves a line break",
      js`a()/*
*/b()`,
      "a()\nb()",
    ],
    ["a comment at the end of text from elsewhere is ended", js`[${new Expression("a // b")}]`, "[a // b\n]"],
    ["quotes in a regular expression become escapes", js`/["'\`/]/g.test(a)`, String.raw`/[\x22\x27\x60\/]/g.test(a)`],
    ["and so does all else that the client takes for code", js`/@get\(;$x/`, String.raw`/\x40get\(\x3b(?:$)x/`],
    ["two slashes in a string are no comment", js`open('https://a.b/')`, "open('https://a.b/')"],
    ["nor are those in a regular expression", js`/\//.test(a)`, String.raw`/\//.test(a)`],
  ])("%s", (_, expression, source) => {
    expect(String(expression)).toBe(source);
  });

  test("text that was put together at run time becomes source through the constructor only", () => {
    expect(String(js`[${"alert(1)"}, ${new Expression("alert(1)")}]`)).toBe("['alert(1)', alert(1)]");
  });
});
