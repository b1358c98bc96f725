import { type Child, elementsResponse, js, raw, signals } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { element, page, Reports } from "./reports.js";

const reports = new Reports();

describe("signals of a page", () => {
  const todo = signals({ draft: "", count: 1, ui: { open: false }, map: {}, list: ["a"] });
  const signalsOf = (...children: Child[]) => {
    page(element("main", { "data-signals": todo, children }, 3));
    return reports.texts;
  };
  const unknown = (path: string, remedy: string) => `nothing in the page declares the signal ${path}; ${remedy}`;

  test("that nothing declares", () => {
    expect(
      signalsOf(element("p", { "data-text": "$cuont + $nothing" }, 5), element("p", { "data-show": "$ui.opne" }, 6)),
    ).toEqual([
      `<p> data-text: ${unknown("cuont", "did you mean $count?")} (5)`,
      `<p> data-text: ${unknown("nothing", "declare it with data-signals.")} (5)`,
      `<p> data-show: ${unknown("ui.opne", "did you mean $ui.open?")} (6)`,
    ]);
  });

  test("that are changed, or set by a slip", () => {
    expect(
      signalsOf(element("p", { "data-on:click": "$cuont++" }, 5), element("p", { "data-on:click": "$darft = ''" }, 6)),
    ).toEqual([
      `<p> data-on:click: ${unknown("cuont", "did you mean $count?")} (5)`,
      `<p> data-on:click: ${unknown("darft", "did you mean $draft?")} (6)`,
    ]);
  });

  test("without their $, and with a minus that belongs to the name", () => {
    expect(
      signalsOf(element("p", { "data-show": "!ui.open" }, 5), element("p", { "data-text": "$count-step" }, 6)),
    ).toEqual([
      "<p> data-show: ui.open is no signal without its $: write $ui.open. (5)",
      "<p> data-text: $count-step is the name of one signal to Datastar, and nothing declares it; to subtract, put spaces around the minus. (6)",
    ]);
  });

  test("that are right", () => {
    expect(
      signalsOf(
        element("p", { "data-text": "$draft.trim() + $map.anything + $list.0 + $list.length + $ui" }, 5),
        element(
          "input",
          { "data-bind:myName": true, "data-ref": "box", "data-indicator:busy": true, "data-on:input": "@get('/x')" },
          6,
        ),
        element("p", { "data-computed": { total: js`$count * 2` }, "data-computed:isOdd": js`$count % 2` }, 7),
        element("p", { "data-text": "$myName + $box.tagName + $busy + $total + $isOdd + $set" }, 8),
        element("p", { "data-on:click": "$set = 1; $action = 'save'; @post('/x')" }, 9),
        element(
          "p",
          {
            "data-signals:fooBar": 1,
            "data-signals": { deep: { a: 1 } },
            "data-text": "$fooBar + $deep.a + '$nothing'",
          },
          10,
        ),
      ),
    ).toEqual([]);
  });

  test("that cannot be known, for the sake of raw markup or an expression", () => {
    page(raw('<div data-signals="{a: 1}"></div>'), element("p", { "data-text": "$b" }, 5));
    page(element("div", { "data-signals": js`makeSignals()` }, 4), element("p", { "data-text": "$b" }, 5));
    expect(reports.texts).toEqual([]);
    page(raw("<hr>"), element("p", { "data-text": "$b" }, 5));
    expect(reports.texts).toEqual([`<p> data-text: ${unknown("b", "declare it with data-signals.")} (5)`]);
  });

  test("a fragment that is patched may use others, but not misspell its own", async () => {
    const fragment = element("main", { id: "a", "data-signals": todo, "data-text": "$cuont + $elsewhere" }, 5);
    expect(reports.findings).toEqual([]);
    await elementsResponse(fragment);
    expect(reports.texts).toEqual([
      "<main> data-text: nothing in this part of the page declares the signal cuont; did you mean $count? (5)",
    ]);
  });

  test("are not missed in a fragment, which is a part of some page", () => {
    element("p", { "data-text": "$b" }, 5);
    expect(reports.findings).toEqual([]);
  });
});

const requesting = { "data-on:input": "@get('/x')" };

describe("signals that are declared in two ways", () => {
  const said = (...children: Child[]) => {
    page(element("main", { children }, 3));
    return reports.texts;
  };

  test.each<[what: string, attributes: readonly { readonly [name: string]: unknown }[], ...messages: string[]]>([
    [
      "on one element",
      [{ "data-signals": { a: 1 }, "data-signals:a": 2 }],
      "data-signals:a: another attribute of the element declares a; write it once.",
    ],
    [
      "with two types",
      [{ "data-signals": { user: { age: 1 } } }, { "data-signals": { user: { age: "1" } } }],
      "data-signals: user.age is text here, and a number where the page declares it first; a signal has one type.",
    ],
    [
      "as an object and as text",
      [{ "data-signals": { user: {} } }, { "data-signals:user": "'x'" }],
      "data-signals:user: user is text here, and an object where the page declares it first; a signal has one type.",
    ],
    [
      "computed, and with a value",
      [{ "data-signals": { a: 1, total: 1 } }, { "data-computed:total": js`$a * 2` }],
      "data-computed:total: data-signals declares total as well; a signal is computed, or it has a value of its own.",
    ],
    [
      "computed, and bound",
      [{ "data-signals": { a: 1 } }, { "data-computed": { total: js`$a * 2` } }, { "data-bind": "total" }],
      "data-bind: total is computed, and takes no input; bind a signal of its own.",
    ],
    [
      "computed, and set",
      [{ "data-signals": { a: 1 } }, { "data-computed:total": js`$a * 2` }, { "data-on:click": "$total = 1" }],
      "data-on:click: total is computed, and cannot be set; set what it is made of.",
    ],
    [
      "as a reference of two elements",
      [{ "data-ref": "box" }, { "data-ref:box": true }],
      "data-ref:box: box is the reference of another element already, and holds one of them; give each a name.",
    ],
    [
      "as a number, and as an indicator",
      [{ "data-signals": { busy: 0 } }, { "data-indicator": "busy", ...requesting }],
      "data-indicator: busy is a number, and an indicator sets true and false; give it a signal of its own.",
    ],
    [
      "computed of one another",
      [
        { "data-computed": { a: js`$b + 1`, c: js`$a` } },
        { "data-computed:b": js`$a * 2` },
        { "data-computed:d": js`@peek(() => $e)` },
        { "data-computed:e": js`$d` },
      ],
      "data-computed: a is computed of b, which is computed of a; neither has a value then.",
      "data-computed:b: b is computed of a, which is computed of b; neither has a value then.",
    ],
    [
      "by an effect, and bound",
      [{ "data-signals": { q: "", page: 1 } }, { "data-effect": js`$q; $page = 1` }, { "data-bind": "page" }],
      "data-effect: this sets page whenever that changes, and so undoes what is entered where it is bound; set it in @peek(() => …), or in the listener of what it follows.",
    ],
    [
      "by an effect at times, and bound",
      [{ "data-signals": { q: "", page: 1 } }, { "data-effect": js`$q && ($page = 1)` }, { "data-bind": "page" }],
    ],
    ["alike", [{ "data-signals": { a: 1, b: [1] } }, { "data-signals": { a: 2, b: ["x"] } }]],
    ["as nothing yet", [{ "data-signals": { a: null, b: {} } }, { "data-signals": { a: 2, b: { c: 1 } } }]],
    ["one inside of the other", [{ "data-signals": { a: { b: 1 } }, "data-signals:a.c": 2 }]],
    [
      "for two requests",
      [
        { "data-signals": { busy: false } },
        { "data-indicator": "busy", ...requesting },
        { "data-indicator": "busy", ...requesting },
      ],
    ],
    ["to be bound", [{ "data-signals": { name: "" } }, { "data-bind": "name" }, { "data-bind": "name" }]],
  ])("%s", (_, attributes, ...messages) => {
    const elements = attributes.map((given, line) => element("input", { "aria-label": "a", ...given }, line + 4));
    expect(said(...elements).map((text) => text.replace(/^<input> | \(\d+\)$/g, ""))).toEqual(messages);
  });
});
