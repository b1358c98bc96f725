// An unhandled rejection ends the process: of promises in markup that an error keeps from being rendered, none may
// become one, whichever compiler has had the source.
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Evaluated, runCompiled, runInDevelopment, runWithRuntime } from "./evaluate.js";

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => void process.off("unhandledRejection", note));

/** What the markup is made of; `p` and `q` are promises that have been rejected by the time that it is rendered. */
const given = `
  const planted = (name) => new Error("planted: " + name);
  const reject = () => Promise.reject(planted("inline"));
  const Late = async ({ children }) => { await null; throw planted("late"); };
  const Now = () => { throw planted("now"); };
  const Plain = ({ children, ...rest }) => <section {...rest}>{children}</section>;
  const Ignores = ({ children, ...rest }) => <hr {...rest} />;
  const Missing = undefined;
  function* given(...items) { yield* items; }
  const [date, symbol, list] = [new Date(0), Symbol("x"), [1, 2]];
`;

/** A module that renders markup. A promise that is in none would be nobody's. */
function moduleOf(code: string): string {
  const promises = ["p", "q", "r"].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const declared = promises.map((name) => `const ${name} = Promise.reject(planted("${name}"));`).join(" ");
  return `${given} export const render = () => { ${declared} return ${code}; };`;
}

type Run = (code: string, globals?: Evaluated) => Evaluated;

/** What rendering comes to: an error, or nothing. */
async function outcome(run: Run, code: string): Promise<string | undefined> {
  const { render } = run(moduleOf(code)) as { readonly render: () => unknown };
  try {
    await render();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await setImmediate();
  }
}

const planted = /planted|cannot|takes an expression|component is|Symbol|void element|HTML allows/;

async function survives(run: Run, code: string): Promise<void> {
  unhandled.length = 0;
  const error = await outcome(run, code);
  expect({ code, unhandled: unhandled.map(String) }).toEqual({ code, unhandled: [] });
  if (error !== undefined) expect(error).toMatch(planted);
}

const held = fc.constantFrom("p", "q", "r", "reject()", "[p, 'a']", "[[q], new Set([r])]", "p as never");
// Where markup that is refused stands in front of it, what a variable holds is never given to anybody.
const made = fc.constantFrom("reject()", "[reject(), 'a']", "[[reject()], new Set([reject()])]");
const badAttribute = fc.constantFrom(
  "title={symbol}",
  "title={date}",
  "class={symbol}",
  "class={['a', () => 1]}",
  "style={{ color: symbol }}",
  "hidden={date}",
  "href={date}",
  "data-text={date}",
  "data-on={{ click: date }}",
  "{...{ 'a b': 1 }}",
  "{...{ title: date }}",
);
const badConditions = fc.constantFrom(
  "class={{ a: reject() }}",
  "class={[list, { a: reject() }, list ? date : 'a']}",
  "class={list ? { a: reject(), b: symbol } : 'c'}",
);
const promiseAttribute = (promise: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(
        ["id={", "}"],
        ["slot={", "}"],
        ["lang={", "}"],
        ["data-show={", "}"],
        ["{...{ dir: ", "}}"],
        ["class={['a', ", "]}"],
        ["class={[list, ", "]}"],
        ["class={['a', list && ", "]}"],
        ["style={{ color: ", " }}"],
        ["style={{ color: list ? ", " : 'red' }}"],
        ["hidden={list ? ", " : true}"],
        ["data-on:click={{ do: ", ", prevent: true }}"],
        ["data-class={{ a: ", ", b: date }}"],
        ["data-signals={{ a: list ? ", " : 1 }}"],
      ),
      promise,
    )
    .map(([[start, end], promise]) => start + promise + end);
const badChild = fc.constantFrom("{date}", "{symbol}", "{{ a: 1 }}", "{() => 1}", "{[1, [date]]}", "{...[date]}");
// Of those that a component does not render, nobody has got anything.
const badIterators = fc.constantFrom(
  "{[reject(), [reject()]].values()}{date}",
  "{given(reject(), [reject()])}{symbol}",
  "{new Map([[reject(), reject()]])}",
);
const badElement = fc.constantFrom(
  "<Missing />",
  "<Now />",
  "<Now title={1}>x</Now>",
  "<i title={symbol} />",
  "<br>{1}</br>",
);
const plainTags = ["b", "ul", "pre", "script"];
const allTags = [...plainTags, "Plain", "Ignores"];

const inBraces = (code: fc.Arbitrary<string>): fc.Arbitrary<string> => code.map((code) => `{${code}}`);
const keyed = (promise: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom("", "", "key={date}"),
    promise.map((code) => `key={${code}}`),
  );

const children = (all: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(all, { maxLength: 4 }).map((items) => items.join(""));

/** An element of which all that is wrong is its own. */
const own = (
  tags: readonly string[],
  promise: fc.Arbitrary<string>,
  attribute = fc.oneof(badAttribute, badConditions, promiseAttribute(promise)),
): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...tags),
      keyed(promise),
      fc.array(attribute, { maxLength: 3 }),
      fc.array(fc.oneof(inBraces(promise), badChild, fc.constant("text")), { maxLength: 4 }),
      fc.option(badIterators, { nil: "" }),
    )
    .map(([tag, key, attributes, items, last]) =>
      element(tag, [key, ...attributes], items.join("") + (plainTags.includes(tag) ? last : "")),
    );

function element(tag: string, attributes: readonly string[], content: string): string {
  // An attribute that is written twice is refused by whoever compiles it.
  const names = new Map(attributes.map((attribute) => [/[\w-]+/.exec(attribute)?.[0], attribute]));
  return `<${tag} ${[...names.values()].join(" ")}>${content}</${tag}>`;
}

/** Elements in elements: those within are markup already when one around them, or beside them, is refused. */
const nested = fc.letrec<{ node: string; tree: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, own(allTags, made, badAttribute), badElement, fc.constant("<Late />"), tie("tree")),
  tree: fc
    .tuple(fc.constantFrom("div", "", "Plain", "table"), fc.oneof(fc.constant(""), badAttribute), children(tie("node")))
    .map(([tag, attribute, content]) => (tag === "" ? `<>${content}</>` : element(tag, [attribute], content))),
})).tree;

/** The same, with promises beside whatever is refused, in lists and in choices. */
const mixed = fc.letrec<{ node: string; tree: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    own(plainTags, held),
    badElement,
    fc.constant("<Late />"),
    inBraces(held),
    tie("tree"),
    tie("tree").map((code) => `{list.map((item) => ${code})}`),
  ),
  tree: fc
    .tuple(
      fc.constantFrom("div", "", "table"),
      fc.array(fc.oneof(badAttribute, promiseAttribute(held)), { maxLength: 2 }),
      children(tie("node")),
    )
    .map(([tag, attributes, content]) => (tag === "" ? `<>${content}</>` : element(tag, attributes, content))),
})).tree;

const modes = [
  ["compiled", runCompiled],
  ["runtime", runWithRuntime],
  ["development", runInDevelopment],
] as const;

describe.each(modes)("%s", (_, run) => {
  test.each([
    "<b title={date}>{p}</b>",
    "<b title={symbol} lang={p}>{q}</b>",
    "<Plain title={symbol}>{p}{[q, [r]]}</Plain>",
    "<Ignores>{p}</Ignores>",
    "<Ignores>{p}{q}</Ignores>",
    "<Now>{p}</Now>",
    "<Plain key={p} />",
    "<Plain key={reject()} />",
    "<b key={p} title={symbol}>{q}</b>",
    "<div title={symbol}><b key={p}></b></div>",
    "<>{date}{p}</>",
    "<>{...[p, date]}</>",
    "<div title={symbol}><p>{p}</p><p>{q}</p></div>",
    "<div><p>{p}</p><Missing /></div>",
    "<div><Late /><Now /></div>",
    "<script>{p}{date}</script>",
    "<b title={date}>{[p, q].values()}</b>",
    "<b>{date}{given(p, [q])}</b>",
    "<b title={p} class={{ a: q }} />",
    "<b title={p} class={['a', list && q, r]} />",
    "<b class={list ? ['a', { b: p, c: q }] : 'c'}>{r}</b>",
    "<b title={p} style={{ color: list ? q : 'red', top: r }} />",
    "<b title={p} data-class={{ a: q, b: r }} />",
  ])("%s", (code) => survives(run, code));

  test(
    "an element, whatever is wrong with it",
    () => fc.assert(fc.asyncProperty(own(allTags, held), (code) => survives(run, code))),
    120_000,
  );

  test("elements in elements", () => fc.assert(fc.asyncProperty(nested, (code) => survives(run, code))), 120_000);
});

test(
  "compiled, promises beside elements that are refused",
  () => fc.assert(fc.asyncProperty(mixed, (code) => survives(runCompiled, code))),
  120_000,
);
