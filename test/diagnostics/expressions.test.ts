// How the checks read expressions, which must be as the client does.
import { afterEach, describe, expect, test, vi } from "vitest";
import { attributeSignals } from "../../src/diagnostics/attribute-signals.js";
import { bareName, checkExpression, signalsIn } from "../../src/diagnostics/check-expression.js";
import { rewritten, statementsOf } from "../../src/diagnostics/client-source.js";
import { isMistake } from "../../src/diagnostics/diagnostic.js";
import { distance, nearest } from "../../src/diagnostics/nearest.js";
import { readObject } from "../../src/diagnostics/object-literal.js";
import { pathsOf } from "../../src/diagnostics/signal-tree.js";

describe("statements end at semicolons, but for those", () => {
  test.each<[source: string, statements: string[]]>([
    ["a; b;c", ["a", " b", "c"]],
    ["a('x;y'); b", ["a('x;y')", " b"]],
    ['a("it\\";x"); b', ['a("it\\";x")', " b"]],
    ["a(`;`); b", ["a(`;`)", " b"]],
    ["/;/.test(a); b", ["/;/.test(a)", " b"]],
    // Two divisions enclose what is between them, too.
    ["a / 2; b / 2", ["a / 2; b / 2"]],
    ["(() => { a; b })(); c", ["(() => { a; b })()", " c"]],
    ["(function () { a; b })(); c", ["(function () { a; b })()", " c"]],
    // Functions with parameters, or that are not called at once, are no exception.
    ["((x) => { a; b })(1)", ["((x) => { a", " b })(1)"]],
    [";;a;;", ["a"]],
    ["", []],
  ])("%s", (source, statements) => {
    expect(statementsOf(source)).toEqual(statements);
  });
});

describe("what the client compiles", () => {
  test.each<[source: string, returnsValue: boolean, body: string]>([
    ["$count", true, "return ($['count']);"],
    ["$a = 1; $b", true, "$['a'] = 1;\nreturn ($['b']);"],
    ["return $a", true, "return $['a']"],
    [" $a++ ", false, "$['a']++"],
    ["$foo.bar-baz.0", false, "$['foo']['bar-baz']['0']"],
    ["$a-$b + $count-1", false, "$['a']-$['b'] + $['count-1']"],
    ["$list[$index]['$x']", false, "$['list'][$['index']]['$x']"],
    ["`$a` + `${$b.c} $d`", false, "`$a` + `${$['b']['c']} $['d']`"],
    ["@post('/x', {a: $a})", false, "__action(\"post\",evt,'/x', {a: $['a']})"],
    ["`${@a(`x`)} @b()`", false, '`${__action("a",evt,`x`)} __action("b",evt,)`'],
  ])("%s", (source, returnsValue, body) => {
    expect(rewritten(source, returnsValue)).toEqual([{ body }]);
  });

  test.each<[source: string, older: string, newer: string]>([
    ["'mail @home(x)'", "'mail __action(\"home\",evt,x)'", "'mail @home(x)'"],
    ["`@home(x)`", '`__action("home",evt,x)`', "`@home(x)`"],
    ["/'/.test(a); @b()", '/\'/.test(a); __action("b",evt,)', '/\'/.test(a); __action("b",evt,)'],
    ["/'/.test(a); @b('')", "/'/.test(a); __action(\"b\",evt,'')", "/'/.test(a); @b('')"],
    ["a(\u{1F595}JS_$b @c()_DS\u{1F680})", "a($b @c())", "a(\u{1F595}JS_$['b'] __action(\"c\",evt,)_DS\u{1F680})"],
  ])("%s, by the versions of the client", (source, older, newer) => {
    const bodies = rewritten(source, false).map(({ body }) => body);
    expect([bodies[0], bodies.at(-1)]).toEqual([older, newer]);
  });
});

describe("the signals of an expression", () => {
  test.each<[source: string, uses: string[]]>([
    ["$a + $b.c", ["read a", "read b.c"]],
    ["$a = $a + 1; $b === 1; $c => 1", ["set a", "read a", "read b", "read c"]],
    [
      "$a++; --$b; $c += 1; $d ??= 2; $e >>>= 1; $f <= 1; $g >= 1",
      ["change a", "change b", "change c", "change d", "change e", "read f", "read g"],
    ],
    ["'$a' + \"$b\" + `$c` + `${$d} $e`", ["read d", "read e"]],
    ["$$local", []],
  ])("%s", (source, uses) => {
    expect(signalsIn(source).map(({ path, how }) => `${how} ${path}`)).toEqual(uses);
  });

  test("a name that is all there is", () => {
    expect(["open", "!ui.open", " open; ", "$open", "open()", "a + b", "1"].map(bareName)).toEqual([
      "open",
      "ui.open",
      "open",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the signals that an attribute declares", () => {
  test.each<[name: string, value: string | true, paths: string[] | "unknown" | undefined]>([
    [
      "data-signals",
      "{a: 1, 'b-c': {d: 'x, {y}', \"e\": [1, {f: 2}]}, g: $h.i(1), j: () => k, l: /[/}]/}",
      ["a", "b-c", "b-c.d", "b-c.e", "g", "j", "l"],
    ],
    ["data-signals", "({a: 1,})", ["a"]],
    ["data-signals", "{a, b: {}}", ["a", "b"]],
    ["data-signals:fooBar", "{a: 1}", ["fooBar", "fooBar.a"]],
    ["data-signals:foo-bar.baz", "1", ["fooBar", "fooBar.baz"]],
    ["data-signals:foo-bar__case.snake", "1", ["foo_bar"]],
    ["data-computed", "{a: () => 1, b: {c: () => { return 2 }}}", ["a", "b", "b.c"]],
    ["data-computed:a", "{x: 1}", ["a"]],
    ["data-bind", "ui.open", ["ui", "ui.open"]],
    ["data-ref:my-box", true, ["myBox"]],
    ["data-match-media:is-dark", "'x'", ["isDark"]],
    ["data-signals", "{...defaults}", "unknown"],
    ["data-signals", "{[name]: 1}", "unknown"],
    ["data-signals", "{a() { return 1 }}", "unknown"],
    ["data-signals", "{a: 1 /* one */}", "unknown"],
    ["data-signals", "{'\\x61': 1}", "unknown"],
    ["data-signals", "$other", "unknown"],
    ["data-rocket:my-counter", true, "unknown"],
    ["data-text", "1", undefined],
    ["data-testid", "$a", undefined],
  ])("%s=%j", (name, value, paths) => {
    const declares = attributeSignals(name, value)?.declares;
    expect(declares instanceof Map ? pathsOf(declares) : declares).toEqual(paths);
  });

  test.each([
    "{",
    "{a",
    "{a:",
    "{a: 1",
    "{a: (1}",
    "{a: [1}",
    "{a: 'x}",
    "{a: 1} b",
    "a: 1",
    "({a: 1}",
    "{a: `${`${b}`}`}",
    "",
  ])("is not read from %j", (source) => {
    expect(readObject(source)).toBeUndefined();
  });
});

describe("where text cannot be compiled", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("nothing is said of the syntax, and the rest is checked", () => {
    vi.stubGlobal("Function", () => {
      throw new EvalError("Code generation from strings disallowed for this context");
    });
    expect(
      checkExpression("@psot( $unheardOf", "value")
        .filter(isMistake)
        .map(({ rule }) => rule),
    ).toEqual(["unknown-action"]);
  });
});

test("an expression is compiled and never run", () => {
  const kind = "statements";
  expect(checkExpression("throw new Error('ran')", kind)).toEqual([]);
  expect(checkExpression("}); throw new Error('ran'); (() => {", kind).map(({ rule }) => rule)).toEqual(["syntax"]);
});

test("how near two names are", () => {
  expect([
    distance("", "abc"),
    distance("show", "shwo"),
    distance("clik", "click"),
    distance("kitten", "sitting"),
    distance("a", "a"),
  ]).toEqual([3, 1, 1, 3, 0]);
  expect(nearest("PSOT", ["get", "post"])).toBe("post");
  expect(nearest("x", ["y"])).toBeUndefined();
});
