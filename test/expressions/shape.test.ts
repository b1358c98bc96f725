import { Expression, js, Signal } from "datastar-tsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shapeOf } from "../../src/expressions/shape.js";

// What long source is, is told by what it is made of; this makes all of it long.
const long = "x".repeat(1100);

const sources = ["a // c", "a\n+ b", "a\nb", "/* c */ {a: 1}", " { a }", "a = 1"];
const values: readonly unknown[] = sources
  .map((source): unknown => new Expression(source))
  .concat(
    [new Signal("a"), 1, -1, "t;,", null, /x;/, { a: 1 }, [[1, 2]]],
    [js`a, b`, js`(a, b)`, js`a; b()`, js`a ? b : c`, js`/;/.test(a)`, js`{ a: 1 }`, js`x => { return 1; }`],
    [js`function f() {}`, js`class A {}`, js`let x`, js`if (a) b()`],
  );

const templates: readonly ((a: unknown, b: unknown) => Expression)[] = [
  (a) => js`${a}`,
  (a) => js` ${a} `,
  (a) => js`f(${a}, ${long})`,
  (a) => js`(${a}, ${long})`,
  (a) => js`[${a}, ${long}]`,
  (a) => js`a[${a}] + ${long}`,
  (a) => js`{ a: ${a}, b: ${long} }`,
  (a) => js`${a} ? ${long} : 1`,
  (a) => js`!${a} && ${long}`,
  (a) => js`x = ${a}, ${long}`,
  (a) => js`() => ${a} || ${long}`,
  (a) => js`() => { ${a}; ${long}; }`,
  (a) => js`if (${a}) { g(${long}) }`,
  (a) => js`return ${a}`,
  (a) => js`location.href = ${a}`,
  (a) => js`/* c */ ${a} // d`,
  (a) => js`\`\${${a}}\` + ${long}`,
  (a) => js`${long}; ${a}`,
  (a, b) => js`${a}; ${b}; ${long}`,
  (a, b) => js`${a} + ${b} + ${long}`,
  (a) => js`${a}
    f(${long})`,
  (a, b) => js`${long}, ${a}
    , ${b}`,
];

type Tree = { readonly value: unknown } | readonly [template: number, a: Tree, b: Tree];

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium" },
    fc.record({ value: fc.constantFrom(...values) }),
    fc.tuple(fc.nat(templates.length - 1), tie("tree"), tie("tree")),
  ),
}));

/** Makes an expression, and asks what it is; where a value cannot stand, another one does. */
function build(tree: Tree): unknown {
  if ("value" in tree) return tree.value;
  const [index, a, b] = tree;
  const expression = attempt(() => templates[index]?.(build(a), build(b)));
  if (expression === undefined) return 1;
  const { source } = expression;
  expect([source, shapeOf(source, expression)]).toEqual([source, shapeOf(source)]);
  return expression;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

test("what an expression is, is told from what it is made of as if it was read", () => {
  fc.assert(
    fc.property(tree, (tree) => void build(tree)),
    { numRuns: 1000 },
  );
});
