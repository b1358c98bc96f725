// What is right: nothing is said of it.
import { clipboard, del, get, js, patch, peek, post, setAll, signals, toggleAll, url } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeProblem } from "../../src/attributes/attribute-source.js";
import { datastarAttribute } from "../../src/attributes/datastar-attribute.js";
import { plugins } from "../../src/attributes/plugins.js";
import { type AttributeValue, checkAttribute } from "../../src/diagnostics/check-attribute.js";

describe("the examples of the Datastar reference", () => {
  test.each<[name: string, value: AttributeValue]>([
    ["data-attr:aria-label", "$foo"],
    ["data-attr", "{'aria-label': $foo, disabled: $bar}"],
    ["data-bind:foo", true],
    ["data-bind", "foo"],
    ["data-bind:my-signal__case.kebab", true],
    ["data-bind:is-checked__prop.checked__event.change", true],
    ["data-class:font-bold", "$foo == 'strong'"],
    ["data-class", "{success: $foo != '', 'font-bold': $foo == 'strong'}"],
    ["data-class:my-class__case.camel", "$foo"],
    ["data-computed:foo", "$bar + $baz"],
    ["data-computed", "{foo: () => $bar + $baz}"],
    ["data-computed", "{foo: () => { return $bar }, ui: {bar: function() { return 1 }}, baz: makeBaz($bar)}"],
    ["data-effect", "$foo = $bar + $baz"],
    ["data-ignore", true],
    ["data-ignore__self", ""],
    ["data-ignore-morph", true],
    ["data-indicator:fetching", true],
    ["data-indicator", "fetching"],
    ["data-init", "$count = 1"],
    ["data-init__delay.500ms", "$count = 1"],
    ["data-json-signals", true],
    ["data-json-signals", "{include: /user/}"],
    ["data-json-signals__terse", "{include: /^app/, exclude: /password/}"],
    ["data-json-signals", '{"include": "user"}'],
    ["data-on:click", "$foo = ''"],
    ["data-on:my-event", "$foo = evt.detail"],
    ["data-on:click__window__debounce.500ms.leading", "$foo = ''"],
    ["data-on:my-event__case.camel", "$foo = ''"],
    [
      "data-on:keydown__window__throttle.1s.noleading.trailing",
      "evt.key === 'Enter' && ($foo = '', evt.preventDefault())",
    ],
    ["data-on:submit", "@post('/endpoint', {contentType: 'form'})"],
    ["data-on:datastar-fetch", "evt.detail.type === 'error' && console.log('Fetch error encountered')"],
    ["data-on:click", "$landingGearRetracted = true; @post('/launch')"],
    ["data-on:click", "$landingGearRetracted && @post('/launch')"],
    ["data-on:click", "\n  $foo = 1;\n  @post('/endpoint');\n"],
    ["data-on:click", "if (confirm('Are you sure?')) { @delete(`/todos/${$id}`) }"],
    [
      "data-on:click",
      "@get('/endpoint', {filterSignals: {include: /^foo\\./}, headers: {'X-Csrf-Token': 'JImikTbsoCYQ9o'}, openWhenHidden: true, requestCancellation: 'disabled'})",
    ],
    ["data-on:click", "@setAll(true, {include: /^menu\\.isOpen$/})"],
    ["data-on:click", "@toggleAll({include: /^(is|has)/})"],
    ["data-on-intersect__once__full", "$fullyIntersected = true"],
    ["data-on-intersect__threshold.25__exit", "$seen = false"],
    ["data-on-interval__duration.500ms.leading", "$count++"],
    ["data-on-signal-patch", "console.log('Signal patch:', patch)"],
    ["data-on-signal-patch__debounce.500ms", "doSomething()"],
    ["data-on-signal-patch-filter", "{include: /user/, exclude: /password/}"],
    ["data-preserve-attr", "open class"],
    ["data-ref:foo", true],
    ["data-ref", "foo"],
    ["data-scope-children", true],
    ["data-show", "$foo"],
    ["data-show", "!$ui.open && $list.length > 0"],
    ["data-signals:foo", "1"],
    ["data-signals:foo.bar", "1"],
    ["data-signals:my-signal__case.kebab__ifmissing", "1"],
    ["data-signals", "{foo: {bar: 1, baz: 2}}"],
    ["data-signals", "{foo: null, bar: '', baz: [], qux: true,}"],
    ["data-signals", '{"foo": {"bar": "a;b"}}'],
    ["data-style:display", "$hiding && 'none'"],
    ["data-style", "{display: $hiding ? 'none' : 'flex', 'background-color': $red ? 'red' : 'green'}"],
    ["data-style:--gap", "$gap + 'px'"],
    ["data-text", "$foo"],
    ["data-text", "$list.map((evt) => evt.name).join()"],
    ["data-text", "'costs $$5'"],
    ["data-text", "`costs $$a${$b}`"],
    ["data-on:click", "@post(`/a/${$id}`, {payload: {evt: 1}, headers: {a: `${$b}`}, [name]: 1})"],
    ["data-on:click", "@get($url, options); @setAll($value, $filter); @peek(() => $a); @peek(read)"],
    ["data-on:click", "(() => $a++)()"],
    ["data-on:click", "$list.forEach((item) => run(item))"],
    ["data-on:click", "delete $map[key]"],
    ["data-text", "$foo + @peek(() => $bar)"],
    ["data-text", "const first = $names[0]; first.toUpperCase()"],
    ["data-text", "(() => { const a = 1; return a; })()"],
    ["data-text", "return $foo"],
    ["data-text", "`${$first} ${$last}`"],
    ["data-text", "@intl('number', 1000000, {style: 'currency', currency: 'USD'})"],
    ["data-text", "@fit($slider, 0, 100, 0, 255, true, true)"],
    ["data-on:click", "@clipboard('Hello, world!')"],
    ["data-custom-validity", "$foo === $bar ? '' : 'Values must be the same.'"],
    ["data-on-raf__throttle.10ms", "$count++"],
    ["data-on-resize__debounce.10ms", "$count++"],
    ["data-persist", true],
    ["data-persist:mykey__session", "{include: /foo/, exclude: /bar/}"],
    ["data-query-string__filter__history", "{include: /foo/}"],
    ["data-replace-url", "`/page${page}`"],
    ["data-match-media:is-dark", "'prefers-color-scheme: dark'"],
    ["data-scroll-into-view__smooth__hcenter", true],
    ["data-view-transition", "$foo"],
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
          expect(checkAttribute(printed, text)).toEqual([]);
      }),
    );
  });

  test("every name of a plugin by itself is known, but of those that the client has no more", () => {
    for (const [name, plugin] of Object.entries(plugins))
      if (!("until" in plugin))
        expect(checkAttribute(`data-${name}`, undefined).filter(({ rule }) => rule === "unknown-plugin")).toEqual([]);
  });
});
