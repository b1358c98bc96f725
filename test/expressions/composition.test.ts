// An expression put into another means there what it means by itself.
import { isDeepStrictEqual } from "node:util";
import { type Expression, js } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** What expressions see: `$a` and `$b` are signals to the client, and names to JavaScript. */
interface Page {
  $a: unknown;
  $b: unknown;
}

interface Composed {
  readonly source: Expression;
  readonly run: (page: Page) => unknown;
}

/** A part. It can be anything; as a number it goes with every operator. */
type Part = () => number;

const list = (...values: unknown[]): unknown[] => values;

const compositions: readonly (readonly [
  write: (x: Expression, y: Expression, z: Expression) => Expression,
  evaluate: (x: Part, y: Part, z: Part, page: Page) => unknown,
])[] = [
  [(x, y) => js`${x} + ${y}`, (x, y) => x() + y()],
  [(x, y) => js`${x} - ${y}`, (x, y) => x() - y()],
  [(x, y) => js`${x} * ${y}`, (x, y) => x() * y()],
  [(x, y) => js`${x} / ${y}`, (x, y) => x() / y()],
  [(x, y) => js`${x} ** ${y}`, (x, y) => x() ** y()],
  [(x, y) => js`${x} < ${y}`, (x, y) => x() < y()],
  [(x, y) => js`${x} >>> ${y}`, (x, y) => x() >>> y()],
  [(x, y) => js`${x} & ${y}`, (x, y) => x() & y()],
  [(x, y) => js`${x} && ${y}`, (x, y) => x() && y()],
  [(x, y) => js`${x} || ${y}`, (x, y) => x() || y()],
  [(x, y) => js`${x} ?? ${y}`, (x, y) => x() ?? y()],
  [(x, y) => js`${x} === ${y}`, (x, y) => x() === y()],
  [(x, y) => js`${x}, ${y}`, (x, y) => list(x(), y())[1]],
  [(x, y, z) => js`${x} ? ${y} : ${z}`, (x, y, z) => (x() ? y() : z())],
  [(x) => js`!${x}`, (x) => !x()],
  [(x) => js`-${x}`, (x) => -x()],
  [(x) => js`+${x}`, (x) => +x()],
  [(x) => js`typeof${x}`, (x) => typeof x()],
  [(x) => js`void ${x}`, (x) => void x()],
  [(x) => js`(${x})`, (x) => x()],
  [(x, y) => js`list(${x},${y})`, (x, y) => list(x(), y())],
  [(x, y) => js`list(...[${x}, ${y}])`, (x, y) => list(x(), y())],
  [(x) => js`list(${x})?.[0]`, (x) => x()],
  [(x, y) => js`[${x}, ${y}].length`, (x, y) => [x(), y()].length],
  [(x, y) => js`[1, 2][${x}, ${y}]`, (x, y) => [1, 2][list(x(), y())[1] as number]],
  [(x, y) => js`({ x: ${x}, "y;": ${y} })`, (x, y) => ({ x: x(), "y;": y() })],
  [(x, y) => js`{ x: ${x}, ["y"]: ${y} }`, (x, y) => ({ x: x(), y: y() })],
  [(x) => js`(() => ${x})()`, (x) => x()],
  [(x) => js`(() => { return ${x}; })()`, (x) => x()],
  [(x) => js`(function () { if (false) return 1; return ${x} })()`, (x) => x()],
  [(x, y) => js`[1, 2].map((item) => ${x} ? item : ${y})`, (x, y) => [1, 2].map((item) => (x() ? item : y()))],
  [(x) => js`$a = ${x}`, (x, _y, _z, page) => (page.$a = x())],
  [
    (x, y) => js`$a = ${x}, ${y}`,
    (x, y, _z, page) => {
      page.$a = x();
      return y();
    },
  ],
  [(x, y) => js`$b ||= ${x} || ${y}`, (x, y, _z, page) => (page.$b ||= x() || y())],
  [(x) => js`\`\${typeof ${x}}; \${"}"}\``, (x) => `${typeof x()}; }`],
  [(x) => js`/[;,"'/]/.test(${x} ? ";" : "x")`, (x) => /[;,"'/]/.test(x() ? ";" : "x")],
  [(x) => js`4 / ${x} / 2 /* ; " */`, (x) => 4 / x() / 2],
  [(x, y) => js`[${x}].includes(${y}) // '`, (x, y) => [x()].includes(y())],
  [
    (x) => js`
      // it's
      ${x}
    `,
    (x) => x(),
  ],
  [(x, y) => js`"x" in { x: ${x} } ? ${y} : 0`, (x, y) => ("x" in { x: x() } ? y() : 0)],
  [(x) => js`new Date(0, ${x} ? 1 : 2).getMonth()`, (x) => (x() ? 1 : 2)],
  [(x) => js`${x}?.constructor === Number`, (x) => (x() as unknown)?.constructor === Number],
  [(x) => js`${x}?.[0]`, (x) => (x() as never)?.[0]],
];

const leaf: fc.Arbitrary<Composed> = fc.oneof(
  fc
    .oneof(
      fc.integer({ min: -3, max: 30 }),
      fc.constantFrom(null, undefined, true, false, "", ";", "x, y", "it's", 0.5, Number.NaN, [1], [0, ";"]),
    )
    .map((value) => ({ source: js`${value}`, run: () => value })),
  fc.constant({ source: js`$a`, run: ({ $a }: Page) => $a }),
  fc.constant({ source: js`$b`, run: ({ $b }: Page) => $b }),
  fc.constant({ source: js`[1, 2].length`, run: () => 2 }),
);

const { composed } = fc.letrec<{ composed: Composed }>((tie) => ({
  composed: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom(...compositions), tie("composed"), tie("composed"), tie("composed"))
      .map(([[write, evaluate], x, y, z]) => ({
        source: write(x.source, y.source, z.source),
        run: (page: Page): unknown =>
          evaluate(
            () => x.run(page) as number,
            () => y.run(page) as number,
            () => z.run(page) as number,
            page,
          ),
      })),
  ),
}));

/** What comes of a run: a value, or an error of its kind. */
function outcome(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return error instanceof Error ? error.name : error;
  }
}

describe("composed expressions", () => {
  const evaluate = (source: string, page: Page): unknown =>
    outcome(() =>
      // A function of the client's kind sees its signals by name, and they can be set.
      Function("page", "list", `with (page) return (${source}\n)`)(page, list),
    );

  test("evaluate to what the values of their parts come to", () => {
    fc.assert(
      fc.property(composed, fc.constantFrom(0, 1, "", "s"), ({ source, run }, $a) => {
        const printed = evaluate(source.source, { $a, $b: null });
        const expected = outcome(() => run({ $a, $b: null }));
        expect(isDeepStrictEqual(printed, expected), source.source).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
