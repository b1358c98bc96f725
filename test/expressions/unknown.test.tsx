// Attributes printed before their values are known. The compiler fills the values in between the pieces.
import { js, post, signals, url } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { piecesOf, printsInPlace, Unknown } from "../../src/expressions/unknown.js";

const { id, open } = signals({ id: 1, open: false });
const quoted = (index: number) => ({ index, quotesWords: true });
const bare = (index: number) => ({ index, quotesWords: false });

/** A value where an unknown was. */
const anyValue = (value: unknown): never => value as never;

type Write = (a: never, b: never) => { readonly source: string };
const printed: readonly (readonly [Write, pieces: readonly unknown[]])[] = [
  [(a) => js`${id} = ${a}`, ["$id = ", quoted(0), ""]],
  [(a, b) => js`f(${[b, { a }]})`, ["f([", quoted(1), ", {a: ", quoted(0), "}])"]],
  [(a, b) => post(url`/todos/${a}/items?of=${b}`), ["@post('/todos/", bare(0), "/items?of=", bare(1), "')"]],
  [(a) => post(url`/it's/${a}/${id}`), ["@post('/it\\x27s/", bare(0), "/' + encodeURIComponent($id))"]],
  [(a) => post("/x", { payload: { a, open } }), ["@post('/x', {payload: {a: ", quoted(0), ", open: $open}})"]],
  [(a) => post(a), ["@post(", quoted(0), ")"]],
  [(a, b) => js`${js`${id} === ${a}`} && ${b} > 1`, ["($id === ", quoted(0), ") && ", quoted(1), " > 1"]],
];

describe("an expression with unknowns in it", () => {
  test.each(printed)("%s is printed in pieces", (write, pieces) => {
    expect(piecesOf(write(anyValue(new Unknown(0)), anyValue(new Unknown(1))).source)).toEqual(pieces);
  });

  test("is what it prints as once digits and words are filled in", () => {
    const value = fc.oneof(
      fc.nat(),
      fc.constantFrom(Number.MAX_SAFE_INTEGER, "__proto__", "-", "1500"),
      fc.stringMatching(/^[\w-]{1,8}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...printed), value, value, ([write], a, b) => {
        const values = [a, b];
        expect(values.every(printsInPlace)).toBe(true);
        const filled = piecesOf(write(anyValue(new Unknown(0)), anyValue(new Unknown(1))).source).map((piece) => {
          if (typeof piece === "string") return piece;
          const value = values[piece.index];
          return typeof value === "string" && piece.quotesWords ? `'${value}'` : String(value);
        });
        expect(filled.join("")).toBe(write(anyValue(a), anyValue(b)).source);
      }),
    );
  });
});

test.each([["", "a b", "é", "a.b", -1, -0, 1.5, Number.NaN, 2 ** 53, 1n, true, null, undefined, {}, new Unknown(0)]])(
  "%o does not print in place",
  (...values) => {
    expect(values.filter(printsInPlace)).toEqual([]);
  },
);

test("an unknown has no text of its own, and no place where digits and words are printed in different ways", () => {
  const unknown = anyValue(new Unknown(0));
  expect(() => `${unknown}`).toThrow("A value that is not known yet has no text.");
  expect(() => js`${unknown}.length`).toThrow("Digits and words would not be printed alike here.");
  expect(() => <p data-text={unknown} />).toThrow(TypeError);
});
