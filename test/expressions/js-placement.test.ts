import { Expression, js, Signal, signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";

const value = "x";

describe("a value inside something that is not code is refused", () => {
  const message = (source: string, where: string): string =>
    `js\`${source}\` has a value inside a ${where}. Values become literals with quotes of their own: end the ${where} and join the value with +.`;

  test.each<[where: string, source: string, write: () => Expression]>([
    ["string", "'Hello ${…}'", () => js`'Hello ${value}'`],
    ["string", '"Hello ${…}"', () => js`"Hello ${value}"`],
    ["string", String.raw`'It\'s ${"${…}"}'`, () => js`'It\'s ${value}'`],
    ["string", `"a'" + '"\${…}'`, () => js`"a'" + '"${value}'`],
    ["string", "'never closed ${…}", () => js`'never closed ${value}`],
    ["string", "f(${…}, '${…}')", () => js`f(${value}, '${value}')`],
    ["string", "a / b + '${…}' / c", () => js`a / b + '${value}' / c`],
    ["string", "/'/ + '${…}'", () => js`/'/ + '${value}'`],
    ["template literal", "\\`Hello ${…}\\`", () => js`\`Hello ${value}\``],
    ["template literal", "\\`\\${a} ${…}\\`", () => js`\`\${a} ${value}\``],
    ["template literal", "\\`\\${\\`${…}\\`}\\`", () => js`\`\${\`${value}\`}\``],
    ["template literal", "\\`\\${{ a: 1 }.a} ${…}\\`", () => js`\`\${{ a: 1 }.a} ${value}\``],
    ["comment", "a // ${…}", () => js`a // ${value}`],
    ["comment", "a /* ${…} */", () => js`a /* ${value} */`],
    ["comment", "a /* never closed ${…}", () => js`a /* never closed ${value}`],
    ["regular expression", "/a${…}/.test(b)", () => js`/a${value}/.test(b)`],
    ["regular expression", "x = /[/]${…}/", () => js`x = /[/]${value}/`],
    ["regular expression", "return /${…}/", () => js`return /${value}/`],
    ["regular expression", "f(/\\/${…}/)", () => js`f(/\/${value}/)`],
  ])("%s: %s", (where, source, write) => {
    expect(write).toThrow(message(source, where));
  });

  test("every time", () => {
    const write = () => js`'${value}'`;
    expect(write).toThrow(TypeError);
    expect(write).toThrow(TypeError);
  });
});

describe("a value beside such things is in code", () => {
  test.each<[expression: Expression, source: string]>([
    [js`'a' + ${value} + "b"`, `'a' + 'x' + "b"`],
    [js`'it\'s' + ${value}`, String.raw`'it\'s' + 'x'`],
    [js`\`a\` + ${value}`, "`a` + 'x'"],
    [js`\`a \${${value}} b\``, "`a ${'x'} b`"],
    [js`\`a \${\`b \${${value}}\`}\``, "`a ${`b ${'x'}`}`"],
    [js`\`\${{ a: 1 }.a}\` + ${value}`, "`${{ a: 1 }.a}` + 'x'"],
    [js`/* it's */ ${value}`, "'x'"],
    [
      js`// it's
${value}`,
      "'x'",
    ],
    [js`/'/.test(${value})`, String.raw`/\x27/.test('x')`],
    [js`/[/']/.test(${value})`, String.raw`/[\/\x27]/.test('x')`],
    [js`a / ${value} / b`, "a / 'x' / b"],
    [js`(a) / ${value} / b`, "(a) / 'x' / b"],
    [js`a[0] / ${value} / b`, "a[0] / 'x' / b"],
    [js`a++ / ${value} / b`, "a++ / 'x' / b"],
    [js`${1} / ${2} / ${3}`, "1 / 2 / 3"],
    [js`$count / ${2} + "/"`, '$count / 2 + "/"'],
    [js`a / ${2} // half`, "a / 2"],
  ])("%s", (expression, source) => {
    expect(String(expression)).toBe(source);
  });
});

const { count } = signals({ count: 1 });
const instead =
  "Put in the signal itself, as in js`${todo.draft}`; new Signal(path) makes one of a path that is known at run time only.";

describe("a value is refused where none can stand", () => {
  test.each<[message: string, write: () => Expression]>([
    [`js\`$${"${…}"}\` has a value inside a name. ${instead}`, () => js`$${value}`],
    [`js\`$user${"${…}"} = 1\` has a value inside a name. ${instead}`, () => js`$user${value} = 1`],
    [`js\`${"${…}"}Name\` has a value inside a name. ${instead}`, () => js`${value}Name`],
    [`js\`$list.item${"${…}"}\` has a value inside a name. ${instead}`, () => js`$list.item${count}`],
    [
      "js`@${…}('/x')` has a value for the name of an action. Put in the action itself: get(…), post(…), or one chosen from several.",
      () => js`@${value}('/x')`,
    ],
    [
      "js`$a.${…}` has a value where a name stands, behind a dot or in a declaration. A property of that name is a[${…}].",
      () => js`$a.${value}`,
    ],
    ["js`$a?.${…}` has a value where a name stands", () => js`$a?.${count}`],
    ["js`const ${…} = 1` has a value where a name stands", () => js`const ${value} = 1`],
    ["js`${…} => 1` has a value where a name stands", () => js`${value} => 1`],
    ["js`${…}(1)` calls a literal: write the name of the function, or put in js`…`.", () => js`${value}(1)`],
    ["js`new ${…}` calls a literal", () => js`new ${value}`],
    ["js`${…}\\`x\\`` calls a literal", () => js`${value}\`x\``],
    ["js`${…} = 1` sets a literal: put in the signal itself, as in js`${todo.draft} = …`.", () => js`${value} = 1`],
    ["js`${…} ||= 1` sets a literal", () => js`${value} ||= 1`],
    ["js`${…}++` sets a literal", () => js`${value}++`],
    ["js`--${…}` sets a literal", () => js`--${value}`],
    [
      "js`x = { ${…}: 1 }` names a property by a value that the browser has: write { [${…}]: … }.",
      () => js`x = { ${count}: 1 }`,
    ],
    ["js`x = { ${…} }` has a value for a property without a name: write { name: ${…} }.", () => js`x = { ${value} }`],
    [
      "js`$a ${…}` has a value right beside another one: an operator, a comma or a semicolon is missing between them.",
      () => js`$a ${value}`,
    ],
    ["js`${…} ${…}` has a value right beside another one", () => js`${value} ${value}`],
    ["js`f(a)${…}` has a value right beside another one", () => js`f(a)${value}`],
  ])("%s", (message, write) => {
    expect(write).toThrow(message);
  });

  test.each<[expression: Expression, source: string]>([
    [js`${new Signal("user.name")}`, "$user.name"],
    [js`$a[${value}]`, "$a['x']"],
    [js`$a.${new Expression("length")}`, "$a.length"],
    [js`${js`f`}(1)`, "f(1)"],
    [js`${js`x => x`}(1)`, "(x => x)(1)"],
    [js`new ${js`a.B`}(1)`, "new a.B(1)"],
    [js`new ${js`f(1)`}(1)`, "new (f(1))(1)"],
    [js`${count} = 1`, "$count = 1"],
    [js`${count}++`, "$count++"],
    [js`${count} == 1`, "$count == 1"],
    [js`x = { ${"a b"}: 1, ${2}: 2 }`, "x = { 'a b': 1, 2: 2 }"],
    [js`x = { ${"__proto__"}: 1 }`, "x = { ['__proto__']: 1 }"],
    [js`x = { [${count}]: 1 }`, "x = { [$count]: 1 }"],
    [js`if (a) ${count}++`, "if (a) $count++"],
    [
      js`a()
${count} = 1`,
      "a()\n$count = 1",
    ],
    [js`for (const x of ${[1]}) f(x)`, "for (const x of [1]) f(x)"],
  ])("%s", (expression, source) => {
    expect(expression.source).toBe(source);
  });
});
