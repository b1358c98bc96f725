import { get, js, post, signals, url } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

const { draft, ui } = signals({ draft: "", ui: { open: false } });

describe("an expression", () => {
  test.each<[what: string, value: unknown, html: string]>([
    ["source", "$draft = ''", `<p data-on:click="$draft = ''"></p>`],
    ["js", js`${draft} = ${"it's"}`, String.raw`<p data-on:click="$draft = 'it\x27s'"></p>`],
    ["an action", post(url`/todos/${"a&b"}`), `<p data-on:click="@post('/todos/a%26b')"></p>`],
    ["a signal", ui.open, '<p data-on:click="$ui.open"></p>'],
    ["a number", 1, '<p data-on:click="1"></p>'],
    ["true", true, '<p data-on:click="true"></p>'],
    ["a sequence", [js`${draft} = ""`, post("/x")], `<p data-on:click="$draft = &quot;&quot;; @post('/x')"></p>`],
    [
      "a sequence, in which absent ones are left out",
      [false, "a()", null, undefined, "b()"],
      '<p data-on:click="a(); b()"></p>',
    ],
    ["do", { do: "a()" }, '<p data-on:click="a()"></p>'],
    ["do, with a modifier", { do: get("/x"), once: true }, `<p data-on:click__once="@get('/x')"></p>`],
    ["do, with a sequence", { do: ["a()", "b()"], stop: true }, '<p data-on:click__stop="a(); b()"></p>'],
    ["text is escaped once", 'a("<b>") && c', '<p data-on:click="a(&quot;&lt;b>&quot;) &amp;&amp; c"></p>'],
  ])("%s", (_, value, html) => {
    expect(String(jsx("p", { "data-on:click": value }))).toBe(html);
  });
});

describe("a set of events", () => {
  test("becomes an attribute for each", () => {
    expect(
      String(<input data-on={{ input: js`a()`, keydown: { do: "b()", debounce: 200 }, blur: ["c()", "d()"] }} />),
    ).toBe('<input data-on:input="a()" data-on:keydown__debounce.200ms="b()" data-on:blur="c(); d()">');
  });

  test("leaves absent ones out", () => {
    expect(String(<p data-on={{ click: false, input: null, blur: undefined }} />)).toBe("<p></p>");
    expect(String(<p data-on={{}} />)).toBe("<p></p>");
  });

  test("has its modifiers on each, when they stand in the name", () => {
    expect(String(jsx("p", { "data-on__once": { click: "a()", input: "b()" } }))).toBe(
      '<p data-on:click__once="a()" data-on:input__once="b()"></p>',
    );
  });

  test.each(["", "a b", 'x" onclick="alert(1)', "a>b", "a=b", "a/b", "click\n", "click__once onclick"])(
    "cannot name an event %j",
    (event) => {
      expect(() => jsx("p", { "data-on": { [event]: "a()" } })).toThrow(
        `<p> data-on: HTML allows no attribute named ${JSON.stringify(`data-on:${event}`)}.`,
      );
    },
  );

  test("is an object", () => {
    expect(() => jsx("p", { "data-on": "a()" })).toThrow(
      "<p> data-on takes an object of events: { click: … }, or write data-on:click.",
    );
  });
});

describe("absent values leave the attribute out", () => {
  test.each([
    "data-on:click",
    "data-on",
    "data-text",
    "data-attr",
    "data-attr:title",
    "data-class:a",
    "data-computed",
    "data-signals",
    "data-bind",
    "data-bind:a",
    "data-ref",
    "data-ignore",
    "data-json-signals",
    "data-preserve-attr",
    "data-persist",
    "data-init",
  ])("%s", (name) => {
    for (const value of [false, null, undefined]) expect(String(jsx("p", { [name]: value }))).toBe("<p></p>");
  });

  test("so does a sequence of nothing, which the client would refuse", () => {
    for (const value of [[], [false], [null, undefined]])
      expect(String(jsx("p", { "data-on:click": value }))).toBe("<p></p>");
  });

  test("but false is a value for a signal", () => {
    expect(String(jsx("p", { "data-signals:open": false }))).toBe('<p data-signals:open="false"></p>');
  });

  test("and so is null, as in an object of signals", () => {
    expect(String(jsx("p", { "data-signals:open": null }))).toBe('<p data-signals:open="null"></p>');
    expect(String(jsx("p", { "data-signals:open": undefined }))).toBe("<p></p>");
  });

  test("false hides what data-show shows, which is there without it", () => {
    expect(String(<p data-show={false} />)).toBe('<p data-show="false"></p>');
    for (const value of [null, undefined]) expect(String(<p data-show={value} />)).toBe("<p></p>");
  });

  test("and absent entries leave themselves out", () => {
    expect(String(<p data-class={{ a: null, b: undefined, c: false }} />)).toBe('<p data-class="{c: false}"></p>');
    expect(String(<p data-computed={{ a: null, b: js`1` }} />)).toBe('<p data-computed="{b: () => 1}"></p>');
  });
});

describe("data-attr writes words for booleans where absence means something else", () => {
  const words = (source: string, [yes, no] = ["true", "false"]) =>
    `((v) => v === true ? '${yes}' : v === false ? '${no}' : v)(${source})`;

  test.each<[name: string, value: unknown, source: string]>([
    ["aria-expanded", ui.open, words("$ui.open")],
    ["aria-expanded", "$ui.open", words("$ui.open")],
    ["aria-hidden", js`!${ui.open}`, words("!$ui.open")],
    ["translate", ui.open, words("$ui.open", ["yes", "no"])],
    ["aria-expanded", true, "'true'"],
    ["aria-expanded", false, "'false'"],
    ["aria-expanded", { do: ui.open }, words("$ui.open")],
    // What gives text in any case needs no words, and neither do statements.
    ["aria-current", js`${draft} === 'a' ? 'page' : null`, "$draft === 'a' ? 'page' : null"],
    ["aria-expanded", "String($ui.open)", "String($ui.open)"],
    ["aria-expanded", "const a = 1; a", "const a = 1; a"],
    ["aria-expanded", js`$a, $b`, words("($a, $b)")],
    ["aria-expanded", "$a // why", words("$a")],
    ["aria-expanded", "$a !== ';'", words("$a !== ';'")],
    ["disabled", ui.open, "$ui.open"],
    ["title", draft, "$draft"],
  ])("data-attr:%s={%o}", (name, value, source) => {
    expect(String(jsx("p", { [`data-attr:${name}`]: value }))).toBe(`<p data-attr:${name}="${source}"></p>`);
  });

  test("in an object as well", () => {
    expect(
      String(<p data-attr={{ "aria-expanded": ui.open, "aria-busy": false, disabled: ui.open, hidden: true }} />),
    ).toBe(
      `<p data-attr="{'aria-expanded': ${words("$ui.open")}, 'aria-busy': 'false', disabled: $ui.open, hidden: true}"></p>`,
    );
  });

  test("null and undefined still leave it out", () => {
    for (const value of [null, undefined])
      expect(String(jsx("p", { "data-attr:aria-expanded": value }))).toBe("<p></p>");
  });
});

describe("several sets of signals", () => {
  const form = signals({ q: "a", ui: { menu: true } });
  const all = signals({ draft: "", ui: { open: false } });

  test("are merged, and later values win", () => {
    expect(String(<main data-signals={[all, form, { q: "b", more: js`1 + 1` }, false, null]} />)).toBe(
      `<main data-signals="{draft: '', ui: {open: false, menu: true}, q: 'b', more: 1 + 1}"></main>`,
    );
    expect(String(<main data-signals={[]} />)).toBe("<main></main>");
  });

  test("are not spread into an object, which would hold their references", () => {
    const refused = (path: string) => `<main> data-signals: the signal "${path}" would begin with its own value.`;
    expect(() => jsx("main", { "data-signals": { ...all, ...form } })).toThrow(refused("draft"));
    expect(() => jsx("main", { "data-signals": { ui: { open: all.ui.open } } })).toThrow(refused("ui.open"));
    expect(String(jsx("main", { "data-signals": { first: all.draft } }))).toBe(
      '<main data-signals="{first: $draft}"></main>',
    );
  });

  test("hold nothing else", () => {
    expect(() => jsx("main", { "data-signals": [all, "$a"] })).toThrow(
      "<main> data-signals: an array holds sets of signals and objects of values, not a string.",
    );
  });
});

describe("values that are refused, and what to write instead", () => {
  const expression = (name: string, kind: string) =>
    `<p> ${name} takes an expression, not ${kind}: write js\`…\`, an action, or a signal.`;

  test.each<[name: string, value: unknown, message: string]>([
    ["data-on:click", () => 1, expression("data-on:click", "a function")],
    ["data-on:click", new Date(0), expression("data-on:click", "a Date")],
    ["data-on:click", ["a()", { b: 1 }], expression("data-on:click", "a plain object with b in it")],
    ["data-on:click", { do: () => 1 }, expression("data-on:click", "a function")],
    ["data-on:click", { do: null }, expression("data-on:click", "null")],
    ["data-text", Promise.resolve("a"), expression("data-text", "a Promise")],
    ["data-attr", [1, () => 1], expression("data-attr", "a function")],
    ["data-on:click", { once: true }, '<p> data-on:click: an object needs the expression as "do": { do: …, once }.'],
    ["data-text", { text: "a" }, '<p> data-text: an object needs the expression as "do": { do: …, text }.'],
    ["data-bind", 1, "<p> data-bind takes a signal or its path, not a number."],
    ["data-bind", { prop: "value" }, "<p> data-bind takes a signal or its path, not undefined."],
    ["data-ref", js`a`, "<p> data-ref takes a signal or its path, not the expression a."],
    ["data-bind:a", draft, "<p> data-bind:a takes no value: write it alone, or with an object of modifiers."],
    ["data-ignore", "self", "<p> data-ignore takes no value: write it alone, or with an object of modifiers."],
    ["data-preserve-attr", ["open", 1], "<p> data-preserve-attr takes attribute names, not an Array."],
    ["data-json-signals", () => 1, expression("data-json-signals", "a function")],
    ["data-signals", JSON.parse('{"__proto__":1}'), '<p> data-signals: "__proto__" cannot be the name of a signal.'],
    [
      "data-signals",
      JSON.parse('{"a":{"__proto__":1}}'),
      '<p> data-signals: "__proto__" cannot be the name of a signal.',
    ],
    [
      "data-signals:user",
      JSON.parse('{"a":[{"__proto__":1}]}'),
      '<p> data-signals:user: "__proto__" cannot be the name of a signal.',
    ],
    [
      "data-signals",
      { run: () => 1 },
      '<p> data-signals: the signal "run" cannot be a function: write what it returns.',
    ],
    [
      "data-class",
      { a: new Map() },
      '<p> data-class: "a", a Map, cannot be put into a Datastar expression; write Object.fromEntries(map).',
    ],
  ])("%s={%o}", (name, value, message) => {
    expect(() => jsx("p", { [name]: value })).toThrow(message);
  });
});
