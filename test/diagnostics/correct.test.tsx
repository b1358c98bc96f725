// What is right: nothing is said of it.
import { clipboard, del, get, js, patch, peek, post, setAll, signals, toggleAll, url } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeProblem } from "../../src/attributes/attribute-source.js";
import { datastarAttribute } from "../../src/attributes/datastar-attribute.js";
import { plugins } from "../../src/attributes/plugins.js";
import { type AttributeValue, checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { referenceExamples } from "./reference-examples.js";

describe("the examples of the Datastar reference", () => {
  test.each(referenceExamples)("%s=%j", (name, value) => {
    expect(checkAttribute(name, value)).toEqual([]);
  });
});

describe("what looks idle or wrong, and is neither", () => {
  test.each<[name: string, value: AttributeValue]>([
    // The client wants a value where the modifier is all that is wanted.
    ["data-on:submit__prevent", "void 0"],
    ["data-on:dragover__prevent__stop", "1"],
    ["data-on:click__stop__once", "null;"],
    // A signal that a field fills, as in HTML.
    ["data-signals:draft", true],
    ["data-signals:new-title__ifmissing", true],
    // The second time, it changes nothing.
    ["data-effect", "if ($isSent) { $isSent = false; @get('/list') }"],
    ["data-effect", "$step === 'done' && ($step = 'start')"],
  ])("%s=%j", (name, value) => {
    expect(checkAttribute(name, value)).toEqual([]);
  });
});

describe("what is none of Datastar's business", () => {
  test.each<[name: string, value: AttributeValue]>([
    ["data-testid", "login"],
    ["data-test", "login"],
    ["data-href", "/a"],
    ["data-id", "7"],
    ["data-ref-id", "7"],
    ["data-kind", "note"],
    ["data-next", "2"],
    ["data-store", "shop 1"],
    ["data-model", "T"],
    ["data-price", "$12"],
    ["data-title", "It's $5 @home"],
    ["data-class-name", "big"],
    ["data-on-top", "1"],
    ["data-template", "Hello $name"],
    ["data-turbo-frame", "x"],
    ["data-foo:bar", "x"],
    ["data-", "x"],
    ["data-socket", "ws://a"],
    ["class", "$a"],
    ["title", "@psot("],
    ["data-user-name", undefined],
    ["data-ref-id", undefined],
    ["data-shown", "yes"],
    ["data-i18n", "a.b"],
  ])("%s=%j", (name, value) => {
    expect(checkAttribute(name, value)).toEqual([]);
  });
});

describe("events of one's own, and other good names", () => {
  test.each([
    "data-on:my-event",
    "data-on:fooBar",
    "data-on:closed",
    "data-on:changed",
    "data-on:turbo:load",
    "data-on:sl-change",
    "data-on:datastar-signal-patch",
    "data-on:rating_changed",
    "data-class:md:hover",
    "data-attr:aria-label",
    "data-bind__event.sl-change",
    "data-signals:fooBar",
    "data-signals:ui.isOpen",
    "data-style:backgroundColor",
    "data-class:isActive",
    "data-signals__ifMissing",
  ])("%s", (name) => {
    expect(checkAttribute(name, undefined)).toEqual([]);
  });
});

const state = signals({ draft: "", count: 0, ui: { isOpen: false }, list: ["a"] });
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "mail me @home(now)",
    "'; @get('/x'); '",
    "${$a}",
    "`",
    "</body>",
    "\u2028",
    "//",
    "/*",
    "{$a: 1}",
    "-1",
  ),
);
// Without the one name that is refused on purpose.
const json = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('"__proto__":'));
const expression = fc.oneof(
  text.map((value) => js`${state.draft} === ${value}`),
  json.map((value) => js`log(${value}, ${state.ui})`),
  text.map((value) => js`${state.list}.map((item) => item + ${value})[0]`),
  fc
    .tuple(
      fc.string({ minLength: 1 }).filter((part) => !/^\.{1,2}$/.test(part) && !/\p{Surrogate}/u.test(part)),
      text,
    )
    .map(([part, value]) => post(url`/x/${part}?q=${state.draft}`, { headers: { "X-A": value }, payload: { value } })),
  text.map((value) => setAll(value, { include: /^a\.(b|c)$/ })),
  fc.constantFrom(
    get("/"),
    patch("/a", { retry: "never" }),
    del(url`/a/${7}`),
    peek(state.count),
    toggleAll(),
    clipboard(state.draft),
    state.draft,
    state.ui.isOpen,
  ),
);
const word = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);
/** `data-attr` refuses what would run as code: see test/html/script-urls.test.tsx. */
const attribute = word.filter((name) => codeProblem(name) === undefined);
const modifier = fc.constantFrom(
  {},
  { once: true },
  { debounce: 200 },
  { throttle: { wait: "1.5s" as const, trailing: true } },
  { delay: "2s", window: true, prevent: true },
  { debounce: { wait: 5, leading: true, trailing: false } },
);

const valid: { readonly [name: string]: fc.Arbitrary<unknown> } = {
  "data-on:click": fc.oneof(
    expression,
    fc.array(expression, { minLength: 1 }),
    fc.tuple(expression, modifier).map(([source, modifiers]) => ({ do: source, ...modifiers })),
  ),
  "data-on": fc
    .tuple(expression, expression)
    .map(([click, custom]) => ({ click, "my-thing": { do: custom, once: true } })),
  "data-effect": expression,
  "data-init": fc
    .tuple(expression, fc.constantFrom(undefined, 5, "1s"))
    .map(([source, delay]) => ({ do: source, delay })),
  "data-text": expression,
  "data-show": expression,
  "data-attr:title": expression,
  "data-class:isActive": expression,
  "data-style:backgroundColor": expression,
  "data-computed:isOdd": expression,
  "data-class": fc.dictionary(text, expression),
  "data-attr": fc.dictionary(attribute, expression),
  "data-style": fc.dictionary(word, expression),
  "data-computed": fc.dictionary(word, expression),
  "data-signals": fc.dictionary(word, fc.oneof(json, expression)),
  "data-signals:fooBar": json.filter((value) => typeof value !== "string" && value !== null),
  "data-json-signals": fc.record({ include: fc.constantFrom(/^a\//, /[/"'`$@;]/, "a'b"), terse: fc.boolean() }),
  "data-bind": fc.constantFrom(state.draft, state.ui.isOpen, "a.b", {
    signal: state.draft,
    prop: "valueAsNumber",
    event: ["input", "my-thing"],
  }),
  "data-on-intersect": expression.map((source) => ({ do: source, threshold: 25 })),
  "data-on-interval": expression.map((source) => ({ do: source, duration: { wait: 500, leading: true } })),
};

describe("what the serialiser prints from valid values", () => {
  test.each(Object.keys(valid))("%s", (name) => {
    fc.assert(
      fc.property(valid[name] ?? fc.constant(undefined), (value) => {
        for (const { name: printed, value: text } of datastarAttribute(name)?.attributesFor(value) ?? [])
          // What is to do something only gives a value here, for some.
          expect(checkAttribute(printed, text).filter(({ rule }) => rule !== "value-required")).toEqual([]);
      }),
    );
  });

  test("every name of a plugin by itself is known, but of those that the client has no more", () => {
    for (const [name, plugin] of Object.entries(plugins))
      if (!("until" in plugin))
        expect(checkAttribute(`data-${name}`, undefined).filter(({ rule }) => rule === "unknown-plugin")).toEqual([]);
  });
});
