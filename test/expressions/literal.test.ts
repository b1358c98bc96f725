import { isDeepStrictEqual } from "node:util";
import { Expression, js, peek, signals } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literal, urlLiteral } from "../../src/expressions/literal.js";
import { hostileSource } from "./hostile-source.js";

const evaluate = (source: string): unknown => Function(`return (${source})`)();

describe("prints", () => {
  test.each<[value: unknown, source: string]>([
    ["text", "'text'"],
    ["", "''"],
    ["It's @home(now)", String.raw`'It\x27s \x40home(now)'`],
    ['"`\\', String.raw`'\x22\x60\x5c'`],
    ["$count; }", String.raw`'\x24count\x3b \x7d'`],
    ["a/b", String.raw`'a\x2fb'`],
    ["\n\r\t\0\x1f\x7f\x85", String.raw`'\n\r\t\x00\x1f\x7f\x85'`],
    ["\u2028\u2029", String.raw`'\u2028\u2029'`],
    ["🖕JS_D", String.raw`'\ud83d\udd95JS_D'`],
    ["\ud83d|\udd95", String.raw`'\ud83d|\udd95'`],
    ["ünï👍", "'ünï👍'"],
    [0, "0"],
    [-0, "-0"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    [Number.NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [12n, "12n"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [new Date(5), "new Date(5)"],
    [new Date(Number.NaN), "new Date(NaN)"],
    [[], "[]"],
    [[1, ["a"], null], "[1, ['a'], null]"],
    [{}, "{}"],
    [{ a: 1, _b: { c: "d" } }, "{a: 1, _b: {c: 'd'}}"],
    [
      { "a-b": 1, 2: 3, "": 4, "it's": 5, $x: 6, ü: 7 },
      String.raw`{'2': 3, 'a-b': 1, '': 4, 'it\x27s': 5, '\x24x': 6, 'ü': 7}`,
    ],
    [JSON.parse('{"__proto__": 1}'), "{['__proto__']: 1}"],
    [Object.assign(Object.create(null), { a: 1 }), "{a: 1}"],
    [js`$a + 1`, "$a + 1"],
    [signals({ ui: { open: false } }).ui.open, "$ui.open"],
    [{ on: js`!$a`, id: signals({ id: 1 }).id }, "{on: !$a, id: $id}"],
  ])("%o", (value, source) => {
    expect(literal(value)).toBe(source);
  });

  test("the same value twice, which is no cycle", () => {
    const item = { a: 1 };
    expect(literal([item, item])).toBe("[{a: 1}, {a: 1}]");
  });

  test("data that looks like an expression or a signal as data", () => {
    expect(literal(JSON.parse('{"source":"alert(1)"}'))).toBe(String.raw`{source: 'alert(1)'}`);
    expect(literal("$x")).toBe(String.raw`'\x24x'`);
  });
});

describe("regular expressions", () => {
  test.each<[value: RegExp, source: string]>([
    [/^a.*b$/i, "/^a.*b$/i"],
    [new RegExp(""), "/(?:)/"],
    [/a\/b/, String.raw`/a\/b/`],
    [/[/]/, String.raw`/[\/]/`],
    [/["'`]@x\(;/, String.raw`/[\x22\x27\x60]\x40x\(\x3b/`],
    [/\$x/, String.raw`/\x24x/`],
    [/[$x]/, String.raw`/[\x24x]/`],
    [/a$|b/m, "/a$|b/m"],
    [/a$b/, "/a(?:$)b/"],
    [/\\/, String.raw`/\x5c/`],
    [/\\a/, String.raw`/\\a/`],
    [/\n/, String.raw`/\n/`],
    [/👍{1,2}/u, "/👍{1,2}/u"],
  ])("%s", (value, source) => {
    expect(literal(value)).toBe(source);
  });

  const piece = fc.constantFrom(
    ..."a b 1 ' \" ` @ ; $ / \\/ \\$ \\\\ \\' \\n ^ . (?:a) [$a] [/] [^'] a* \\d | \\b \\[ \\] -".split(" "),
  );
  test("match what they matched, without a character that is unsafe", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom("", "i", "m"),
        fc.string({ unit: fc.constantFrom(...`ab1'"\`@;$/\\\n.-`) }),
        (pieces, flags, text) => {
          const pattern = new RegExp(pieces.join(""), flags);
          const printed = literal(pattern);
          const copy = evaluate(printed);
          expect(copy).toBeInstanceOf(RegExp);
          expect((copy as RegExp).exec(text)).toEqual(pattern.exec(text));
          expect(printed).not.toMatch(/['"`@;]|\$\w/);
        },
      ),
    );
  });
});

describe("evaluates to the value it was made of", () => {
  const leaf = fc.oneof(
    hostileSource,
    fc.double(),
    fc.integer(),
    fc.bigInt(),
    fc.boolean(),
    // No comparison finds two invalid dates equal; the table above has one.
    fc.date({ noInvalidDate: true }),
    fc.constantFrom(null, undefined, Number.NaN, -0, Infinity, "__proto__"),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(hostileSource, fc.constantFrom("__proto__", "constructor", "a", "1")), tie("value"), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }));

  test("whatever the value", () => {
    fc.assert(
      fc.property(value, (value) => {
        // Unlike the matchers, it takes a "constructor" key for what it is.
        expect(isDeepStrictEqual(evaluate(literal(value)), value), literal(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a __proto__ key stays a key, and a prototype stays as it is", () => {
    const copy = evaluate(literal(JSON.parse('{"__proto__": {"admin": true}}')));
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"admin":true}}');
  });
});

describe("never contains a character that the client could take for code", () => {
  const escapeSequence = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|[nrt])/g;
  const inside = (printed: string): string => printed.replace(/^'|'$/g, "").replace(escapeSequence, "");

  test("a string", () => {
    fc.assert(
      fc.property(hostileSource, (text) => {
        expect(literal(text)).toMatch(/^'.*'$/s);
        expect(inside(literal(text))).not.toMatch(/[\\'"`$@;/}\p{Cc}\u2028\u2029\u{1F595}\p{Surrogate}]/u);
      }),
    );
  });

  test("the name of a property", () => {
    fc.assert(
      fc.property(hostileSource, (name) => {
        const printed = literal(Object.fromEntries([[name, 0]])).replace(/^\{\[?|\]?: 0\}$/g, "");
        expect(inside(printed)).not.toMatch(/[\\'"`$@;/}\p{Cc}\u2028\u2029\u{1F595}\p{Surrogate}]/u);
      }),
    );
  });

  test("a URL, which keeps its slashes to be read more easily", () => {
    expect(urlLiteral("/a/b?c=d&e='@f(")).toBe(String.raw`'/a/b?c=d&e=\x27\x40f('`);
    fc.assert(
      fc.property(hostileSource, (text) => {
        expect(evaluate(urlLiteral(text))).toBe(text);
        expect(inside(urlLiteral(text))).not.toMatch(/[\\'"`$@;}\p{Cc}\u2028\u2029\u{1F595}\p{Surrogate}]/u);
      }),
    );
  });
});

describe("refuses", () => {
  class Item {}
  const cycle: unknown[] = [];
  cycle.push({ cycle });
  const instead = "pass plain data, a signal or js`…`";

  test.each<[what: string, value: unknown, message: string]>([
    ["a function", () => 1, `A function cannot be put into a Datastar expression; ${instead}.`],
    ["a symbol", Symbol("a"), `A symbol cannot be put into a Datastar expression; ${instead}.`],
    ["a promise", Promise.resolve(1), "A Promise cannot be put into a Datastar expression; await it first."],
    ["a class instance", new Item(), `An Item cannot be put into a Datastar expression; ${instead}.`],
    ["a map", new Map(), "A Map cannot be put into a Datastar expression; write Object.fromEntries(map)."],
    ["a boxed string", Object("a"), `A String cannot be put into a Datastar expression; ${instead}.`],
    [
      "one of them deep in data",
      { a: [{ b: () => 1 }] },
      `"a.0.b", a function, cannot be put into a Datastar expression; ${instead}.`,
    ],
    [
      "a cycle",
      cycle,
      `"0.cycle", a value that contains itself, cannot be put into a Datastar expression; ${instead}.`,
    ],
  ])("%s", (_, value, message) => {
    expect(() => literal(value)).toThrow(message);
  });
});

describe("an expression as an operand of another", () => {
  test.each([
    [js`${new Expression("$a")} + 1`, "{a: $a + 1}"],
    [new Expression("$a, $b"), "{a: ($a, $b)}"],
    [new Expression("f($a, [$b, ';'])"), "{a: f($a, [$b, ';'])}"],
  ])("%s keeps to itself", (expression, printed) => {
    expect(literal({ a: expression })).toBe(printed);
  });

  test("cannot be a list of statements", () => {
    expect(() => literal({ a: js`$a = 1; $b` })).toThrow(
      '"$a = 1; $b" is a list of statements, where one value is needed.',
    );
    expect(() => peek(js`$a; $b`)).toThrow("is a list of statements");
  });
});
