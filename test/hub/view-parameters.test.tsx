import { createHub, type ViewParameter } from "datastar-tsx/hub";
// What tells the views of a family apart.
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "../../src/hub/view-parameters.js";
import { serveStreams } from "./serving.js";

const filter = { status: "open", tags: ["a", "b"], page: { size: 10, after: undefined } };
const setUp = () => {
  const rendered: unknown[] = [];
  const view = createHub().live(
    (...parameters: ViewParameter[]) => String(parameters.length),
    (...parameters) => {
      rendered.push(parameters);
      return <b id="a">{parameters.length}</b>;
    },
  );
  const visit = async (...parameters: ViewParameter[]): Promise<void> => {
    const { reply } = await (await serveStreams((sse) => void view.subscribe(sse, ...parameters)))();
    await reply.events(1);
  };
  return { rendered, visit, view };
};

test("parameters that look alike are not the same", async () => {
  const { rendered, visit } = setUp();
  const different: ViewParameter[][] = [
    ["1"],
    [1],
    [1n],
    ["1n"],
    ["a", "b"],
    ["a,b"],
    ['a", "b'],
    [["a", "b"]],
    [[["a"], "b"]],
    [null],
    ["null"],
    [undefined],
    [NaN],
    [Infinity],
    [-Infinity],
    [],
    [[]],
    [{}],
    ["{}"],
    [{ a: undefined }],
    [{ a: 1, b: 2 }],
    [{ a: 1 }, { b: 2 }],
    [{ 'a":1,"b': 2 }],
    [{ a: { b: 1 } }],
    [Object.fromEntries([["__proto__", 1]])],
    // What JSON makes the same.
    [{ at: NaN }],
    [{ at: null }],
    [{ at: Infinity }],
  ];
  for (const parameters of different) await visit(...parameters);
  expect(rendered).toEqual(different);
});

test("parameters that say the same are the same, in whatever order an object has its properties", async () => {
  const { rendered, visit } = setUp();
  await visit(1, filter);
  await visit(1, { page: { after: undefined, size: 10 }, tags: ["a", "b"], status: "open" });
  await visit(1, Object.assign(Object.create(null), filter));
  expect(rendered).toEqual([[1, filter]]);
});

test("parameters are kept as they were: a view stays the same view when its caller changes an object", async () => {
  const { rendered, visit, view } = setUp();
  const mine = { user: "Ada" };
  await visit(mine);
  mine.user = "Eve";
  view.nudge({ user: "Ada" });
  await expect.poll(() => rendered).toEqual([[{ user: "Ada" }], [{ user: "Ada" }]]);
});

const circular: { self?: unknown } = {};
circular.self = circular;
test.each([
  [new Date(0), "a Date"],
  [{ at: new Map() }, "a Map"],
  [[() => 1], "a function"],
  [Symbol("a"), "a symbol"],
  [{ [Symbol("a")]: 1 }, "a plain object with nothing in it"],
  [{ render: () => "1" }, "a function"],
  [circular, "an object that contains itself"],
])("parameters that are things and no values are refused: %o", async (parameter, what) => {
  const { view } = setUp();
  const { sse } = await (await serveStreams(() => {}))();
  expect(() => view.subscribe(sse, parameter as never)).toThrow(
    "Views are told apart by text, numbers, booleans, null, and plain objects and lists of them, not by " + what,
  );
});

const parameter = fc.letrec<{ any: ViewParameter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(fc.string(), fc.constantFrom("null", "1", "1n", "[]", "{}", '"', '","', "\\")),
    fc.oneof(
      fc.integer(),
      fc.double().map((n) => n + 0),
      fc.bigInt(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    ),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie("any"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

test("keys of any parameters are the same if the parameters are, and only then", () => {
  fc.assert(
    fc.property(fc.array(parameter, { maxLength: 3 }), (parameters) => {
      expect(keyOf(structuredClone(parameters))).toBe(keyOf(parameters));
      // Read as source text, a key is what was there.
      // oxlint-disable-next-line no-new-func
      expect(new Function(`return [${keyOf(parameters)}]`)()).toStrictEqual(parameters);
    }),
  );
});
