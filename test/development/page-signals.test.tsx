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
        element("input", { "data-bind:myName": true, "data-ref": "box", "data-indicator:busy": true }, 6),
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
