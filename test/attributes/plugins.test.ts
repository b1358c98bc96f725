import { configureClient, js, post, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
import { type Plugin, plugins } from "../../src/attributes/plugins.js";

configureClient({ rocket: true });

const { draft, ui } = signals({ draft: "", ui: { open: false } });
const run = js`run()`;

/** For each plugin: a name and a value in TSX, and what the client reads. */
const rows: {
  readonly [plugin in keyof typeof plugins]: readonly (readonly [name: string, value: unknown, html: string])[];
} = {
  attr: [
    [
      "data-attr",
      { title: draft, "aria-label": js`$a + 1`, hidden: true },
      `data-attr="{title: $draft, 'aria-label': $a + 1, hidden: true}"`,
    ],
    ["data-attr", "{title: $draft}", 'data-attr="{title: $draft}"'],
    ["data-attr:disabled", js`${draft} === ""`, 'data-attr:disabled="$draft === &quot;&quot;"'],
  ],
  bind: [
    ["data-bind", draft, 'data-bind="draft"'],
    ["data-bind", ui.open, 'data-bind="ui.open"'],
    ["data-bind", "fooBar", 'data-bind="fooBar"'],
    ["data-bind:draft", true, "data-bind:draft"],
    ["data-bind:fooBar", "", "data-bind:foo-bar"],
    ["data-bind:fooBar", { case: "kebab" }, "data-bind:foo-bar__case.kebab"],
    ["data-bind", { signal: draft, prop: "valueAsNumber" }, 'data-bind__prop.value-as-number="draft"'],
    [
      "data-bind",
      { signal: "a.b", prop: "checked", event: ["input", "change"] },
      'data-bind__prop.checked__event.input.change="a.b"',
    ],
    ["data-bind:draft", { event: "sl-change" }, "data-bind:draft__event.sl-change"],
  ],
  class: [
    [
      "data-class",
      { active: ui.open, "font-bold big": js`$a > 1`, plain: false },
      `data-class="{active: $ui.open, 'font-bold big': $a > 1, plain: false}"`,
    ],
    ["data-class:active", ui.open, 'data-class:active="$ui.open"'],
    ["data-class:font-bold", "$a", 'data-class:font-bold="$a"'],
    ["data-class:fooBar", { do: "$a", case: "snake" }, 'data-class:foo-bar__case.snake="$a"'],
  ],
  computed: [
    [
      "data-computed",
      { sum: js`$a + 1`, ui: { closed: js`!${ui.open}` } },
      'data-computed="{sum: () => $a + 1, ui: {closed: () => !$ui.open}}"',
    ],
    [
      "data-computed",
      { pair: js`{ a: $a }`, list: js`[$a, $b]` },
      'data-computed="{pair: () => ({ a: $a }), list: () => [$a, $b]}"',
    ],
    ["data-computed:total", js`$a * 2`, 'data-computed:total="$a * 2"'],
    ["data-computed:fooBar", { do: "$a", case: "pascal" }, 'data-computed:foo-bar__case.pascal="$a"'],
  ],
  effect: [["data-effect", js`${draft} = 1`, 'data-effect="$draft = 1"']],
  ignore: [
    ["data-ignore", true, "data-ignore"],
    ["data-ignore", { self: true }, "data-ignore__self"],
    ["data-ignore__self", true, "data-ignore__self"],
  ],
  "ignore-morph": [["data-ignore-morph", true, "data-ignore-morph"]],
  indicator: [
    ["data-indicator", draft, 'data-indicator="draft"'],
    ["data-indicator:isBusy", true, "data-indicator:is-busy"],
    ["data-indicator:isBusy", { case: "snake" }, "data-indicator:is-busy__case.snake"],
  ],
  init: [
    ["data-init", post("/x"), `data-init="@post('/x')"`],
    ["data-init", { do: run, delay: 500, viewtransition: true }, 'data-init__delay.500ms__viewtransition="run()"'],
  ],
  "json-signals": [
    ["data-json-signals", true, "data-json-signals"],
    ["data-json-signals", { include: /^a/, exclude: /b$/ }, 'data-json-signals="{include: /^a/, exclude: /b$/}"'],
    ["data-json-signals", { include: "a", terse: true }, `data-json-signals__terse="{include: 'a'}"`],
    ["data-json-signals", { terse: true }, "data-json-signals__terse"],
    ["data-json-signals__terse", { exclude: /b/ }, 'data-json-signals__terse="{exclude: /b/}"'],
  ],
  on: [
    ["data-on:click", post("/x"), `data-on:click="@post('/x')"`],
    ["data-on:cart-changed", "run()", 'data-on:cart-changed="run()"'],
    ["data-on:cartChanged", "run()", 'data-on:cart-changed__case.camel="run()"'],
    ["data-on:CartChanged", { do: run, case: "pascal" }, 'data-on:cart-changed__case.pascal="run()"'],
    [
      "data-on:click",
      { do: run, once: true, passive: true, capture: true },
      'data-on:click__once__passive__capture="run()"',
    ],
    ["data-on:click", { do: run, window: true, document: false, outside: undefined }, 'data-on:click__window="run()"'],
    ["data-on:keydown", { do: run, document: true }, 'data-on:keydown__document="run()"'],
    [
      "data-on:click",
      { do: run, outside: true, prevent: true, stop: true },
      'data-on:click__outside__prevent__stop="run()"',
    ],
    ["data-on:input", { do: run, delay: "1s" }, 'data-on:input__delay.1s="run()"'],
    ["data-on:input", { do: run, debounce: 200 }, 'data-on:input__debounce.200ms="run()"'],
    [
      "data-on:scroll",
      { do: run, throttle: "50ms", viewtransition: true },
      'data-on:scroll__throttle.50ms__viewtransition="run()"',
    ],
    ["data-on:click__once", "run()", 'data-on:click__once="run()"'],
  ],
  "on-intersect": [
    ["data-on-intersect", run, 'data-on-intersect="run()"'],
    [
      "data-on-intersect",
      { do: run, once: true, exit: true, half: true },
      'data-on-intersect__once__exit__half="run()"',
    ],
    [
      "data-on-intersect",
      { do: run, full: true, delay: 1, debounce: 2, throttle: 3 },
      'data-on-intersect__full__delay.1ms__debounce.2ms__throttle.3ms="run()"',
    ],
    [
      "data-on-intersect",
      { do: run, threshold: 25, viewtransition: true },
      'data-on-intersect__threshold.25__viewtransition="run()"',
    ],
  ],
  "on-interval": [
    ["data-on-interval", run, 'data-on-interval="run()"'],
    ["data-on-interval", { do: run, duration: "5s" }, 'data-on-interval__duration.5s="run()"'],
    [
      "data-on-interval",
      { do: run, duration: { wait: 500, leading: true }, viewtransition: true },
      'data-on-interval__duration.500ms.leading__viewtransition="run()"',
    ],
  ],
  "on-signal-patch": [
    ["data-on-signal-patch", "log(patch)", 'data-on-signal-patch="log(patch)"'],
    [
      "data-on-signal-patch",
      { do: run, delay: 1, debounce: 2, throttle: 3 },
      'data-on-signal-patch__delay.1ms__debounce.2ms__throttle.3ms="run()"',
    ],
  ],
  "on-signal-patch-filter": [
    ["data-on-signal-patch-filter", { include: /^a$/ }, 'data-on-signal-patch-filter="{include: /^a$/}"'],
  ],
  "preserve-attr": [
    ["data-preserve-attr", "open", 'data-preserve-attr="open"'],
    ["data-preserve-attr", ["open", "class"], 'data-preserve-attr="open class"'],
  ],
  ref: [
    ["data-ref", "dialog", 'data-ref="dialog"'],
    ["data-ref:myDialog", true, "data-ref:my-dialog"],
    ["data-ref:myDialog", { case: "pascal" }, "data-ref:my-dialog__case.pascal"],
  ],
  "scope-children": [["data-scope-children", true, "data-scope-children"]],
  show: [["data-show", ui.open, 'data-show="$ui.open"']],
  signals: [
    [
      "data-signals",
      { draft: "it's", n: 1, list: ["a"], ui: { open: true } },
      String.raw`data-signals="{draft: 'it\x27s', n: 1, list: ['a'], ui: {open: true}}"`,
    ],
    ["data-signals", { sum: js`$a + 1`, gone: null, absent: undefined }, 'data-signals="{sum: $a + 1, gone: null}"'],
    ["data-signals", signals({ a: 1 }), 'data-signals="{a: 1}"'],
    ["data-signals", "{a: 1}", 'data-signals="{a: 1}"'],
    ["data-signals__ifmissing", signals({ a: 1 }), 'data-signals__ifmissing="{a: 1}"'],
    ["data-signals:fooBar", 1, 'data-signals:foo-bar="1"'],
    ["data-signals:open", false, 'data-signals:open="false"'],
    ["data-signals:list", ["a", { b: null }], `data-signals:list="['a', {b: null}]"`],
    ["data-signals:list", [], 'data-signals:list="[]"'],
    ["data-signals:text", "'source'", `data-signals:text="'source'"`],
    ["data-signals:sum", js`$a + 1`, 'data-signals:sum="$a + 1"'],
    ["data-signals:fooBar__case.snake", 1, 'data-signals:foo-bar__case.snake="1"'],
  ],
  style: [
    [
      "data-style",
      { color: js`$a`, backgroundColor: js`$b`, "--gap": 1 },
      `data-style="{color: $a, 'background-color': $b, '--gap': 1}"`,
    ],
    ["data-style:color", "$a", 'data-style:color="$a"'],
    ["data-style:backgroundColor", "$a", 'data-style:background-color="$a"'],
    ["data-style:--gap-2", "$a", 'data-style:--gap-2="$a"'],
  ],
  text: [["data-text", draft, 'data-text="$draft"']],

  animate: [
    ["data-animate", run, 'data-animate="run()"'],
    ["data-animate:opacity", "$a", 'data-animate:opacity="$a"'],
    [
      "data-animate:opacity",
      { do: "$a", duration: 500, ease: "outcubic", delay: "1s", loop: true, pingpong: true },
      'data-animate:opacity__duration.500ms__ease.outcubic__delay.1s__loop__pingpong="$a"',
    ],
    ["data-animate", { do: js`{ x: $a }`, duration: "300ms" }, 'data-animate__duration.300ms="{ x: $a }"'],
  ],
  "custom-validity": [["data-custom-validity", "$a ? '' : 'b'", `data-custom-validity="$a ? '' : 'b'"`]],
  "match-media": [
    [
      "data-match-media:isDark",
      "(prefers-color-scheme: dark)",
      'data-match-media:is-dark="(prefers-color-scheme: dark)"',
    ],
    [
      "data-match-media:isDark",
      { do: "prefers-color-scheme: dark", case: "snake" },
      'data-match-media:is-dark__case.snake="prefers-color-scheme: dark"',
    ],
  ],
  if: [["data-if", js`$$step === 0`, 'data-if="$$step === 0"']],
  "else-if": [["data-else-if", "$$step === 1", 'data-else-if="$$step === 1"']],
  else: [["data-else", true, "data-else"]],
  for: [
    ["data-for", js`$$letters`, 'data-for="$$letters"'],
    ["data-for", "letter in $$letters", 'data-for="letter in $$letters"'],
    ["data-for", { of: js`$$letters` }, 'data-for="item in $$letters"'],
    ["data-for", { of: draft, item: "letter", index: "row" }, 'data-for="letter, row in $draft"'],
    ["data-for", { of: ["a", "b"], item: "letter" }, `data-for="letter in ['a', 'b']"`],
  ],
  nonce: [["data-nonce", "r4nd0m", 'data-nonce="r4nd0m"']],
  "on-raf": [
    ["data-on-raf", { do: run, throttle: 10 }, 'data-on-raf__throttle.10ms="run()"'],
    [
      "data-on-raf",
      { do: run, delay: 10, debounce: 20, viewtransition: true },
      'data-on-raf__delay.10ms__debounce.20ms__viewtransition="run()"',
    ],
  ],
  "on-resize": [
    [
      "data-on-resize",
      { do: run, delay: 10, viewtransition: true },
      'data-on-resize__delay.10ms__viewtransition="run()"',
    ],
    ["data-on-resize", { do: run, debounce: 10, throttle: 20 }, 'data-on-resize__debounce.10ms__throttle.20ms="run()"'],
  ],
  persist: [
    ["data-persist", true, "data-persist"],
    ["data-persist", { include: /a/, session: true }, 'data-persist__session="{include: /a/}"'],
    ["data-persist:mykey", { session: true }, "data-persist:mykey__session"],
  ],
  "query-string": [
    ["data-query-string", true, "data-query-string"],
    [
      "data-query-string",
      { exclude: /a/, filter: true, history: true },
      'data-query-string__filter__history="{exclude: /a/}"',
    ],
  ],
  "replace-url": [["data-replace-url", js`\`/page\${page}\``, 'data-replace-url="`/page${page}`"']],
  rocket: [["data-rocket:my-counter", true, "data-rocket:my-counter"]],
  "scroll-into-view": [
    ["data-scroll-into-view", true, "data-scroll-into-view"],
    [
      "data-scroll-into-view",
      { smooth: true, hstart: true, vcenter: true, focus: true },
      "data-scroll-into-view__smooth__hstart__vcenter__focus",
    ],
    [
      "data-scroll-into-view",
      { instant: true, hcenter: true, vstart: true },
      "data-scroll-into-view__instant__hcenter__vstart",
    ],
    ["data-scroll-into-view", { auto: true, hend: true, vend: true }, "data-scroll-into-view__auto__hend__vend"],
    ["data-scroll-into-view", { hnearest: true, vnearest: true }, "data-scroll-into-view__hnearest__vnearest"],
  ],
  "view-transition": [["data-view-transition", "$a", 'data-view-transition="$a"']],
};

describe.each(Object.entries(rows))("data-%s", (plugin, examples) => {
  test.each(examples)("%s={%o}", (name, value, html) => {
    expect(String(jsx("p", { [name]: value }))).toBe(`<p ${html}></p>`);
  });

  const { modifiers = [], value, keyed }: Plugin = plugins[plugin as keyof typeof plugins];
  test("every form and modifier is among the examples", () => {
    const written = examples.map(([, , html]) => html);
    const base = `data-${plugin}`;
    expect(written.some((html) => html.startsWith(`${base}:`))).toBe(keyed !== undefined);
    expect(written.some((html) => !html.startsWith(`${base}:`))).toBe(value !== undefined && value !== "events");
    expect(modifiers.filter((modifier) => !written.some((html) => html.includes(`__${modifier}`)))).toEqual([]);
  });
});
