import type { PatchElementsOptions } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patchElementsEvent, removeElementsEvent } from "../../src/events/patch-elements.js";
import { patchSignalsEvent, removeSignalsEvent } from "../../src/events/patch-signals.js";
import { replacedBy } from "../../src/events/replaced.js";
import { consoleLogEvent, executeScriptEvent } from "../../src/events/scripts.js";

const elements = (html: string, options?: PatchElementsOptions): string | undefined =>
  replacedBy(patchElementsEvent(html, options));

describe("elements", () => {
  test.each<[name: string, one: string, other: string]>([
    ["other content", '<p id="a">1</p>', '<p id="a">2</p>'],
    ["other attributes", "<p id='a'>1</p>", '<p class="x > y" id=a data-text="$a > 1">1</p>'],
    ["several elements", '<p id="a"></p> <p id="b"></p>', '<p id="a"><i></i></p>\n<p id="b"><br></p>'],
    ["elements inside of them", '<ul id="a"><li id="b"></li></ul>', '<ul id="a"></ul>'],
    ["comments", '<!-- </p> --><p id="a"><!-- <p> --></p>', '<p id="a"></p>'],
    ["pictures", '<p id="a"><svg><path d="M0"/></svg></p>', '<p id="a"></p>'],
    ["text that looks like tags", '<p id="a"><textarea></p></textarea></p>', '<p id="a"></p>'],
    ["elements without an end", '<input id="a"><img id="b" alt="">', '<input id="a"><img id="b">'],
  ])("the same target in spite of %s", (_, one, other) => {
    expect(elements(one)).toBeDefined();
    expect(elements(one)).toBe(elements(other));
  });

  test("another target: other ids, another selector, another mode, another namespace", () => {
    const targets = [
      elements('<p id="a"></p>'),
      elements('<p id="b"></p>'),
      elements('<p id="a"></p><p id="b"></p>'),
      elements('<p id="a"></p>', { mode: "replace" }),
      elements('<p id="a"></p>', { selector: "#a" }),
      elements('<p id="a"></p>', { selector: "#a", mode: "inner" }),
      elements('<p id="a"></p>', { namespace: "svg" }),
      replacedBy(removeElementsEvent("#a")),
    ];
    expect(targets).not.toContain(undefined);
    expect(new Set(targets).size).toBe(targets.length);
  });

  test.each(["append", "prepend", "before", "after"] as const)("none for what adds to the page: %s", (mode) => {
    expect(elements('<p id="a"></p>', { selector: "#list", mode })).toBeUndefined();
  });

  test.each([
    "text",
    "",
    "<p></p>",
    '<p id="a"></p><p></p>',
    '<p id="a">',
    '</p><p id="a"></p>',
    '<p id="a"><script>f()</script></p>',
  ])("none for %j", (html) => {
    expect(elements(html)).toBeUndefined();
  });

  test("none for scripts", () => {
    expect(replacedBy(executeScriptEvent("f()"))).toBeUndefined();
    expect(replacedBy(consoleLogEvent("x"))).toBeUndefined();
  });
});

describe("signals", () => {
  test("the same signals, whatever their values and their order", () => {
    expect(replacedBy(patchSignalsEvent({ a: 1, b: { c: [1], d: "x" } }))).toBe(
      replacedBy(patchSignalsEvent({ b: { d: null, c: 2 }, a: "" })),
    );
    expect(replacedBy(removeSignalsEvent(["a.b", "c"]))).toBe(replacedBy(patchSignalsEvent({ c: 1, a: { b: 1 } })));
  });

  test("other signals", () => {
    const targets = [{}, { a: 1 }, { a: {} }, { a: 1, b: 1 }, { a: { b: 1 } }, { "a.b": 1 }].map((signals) =>
      replacedBy(patchSignalsEvent(signals)),
    );
    expect(targets).not.toContain(undefined);
    expect(new Set(targets).size).toBe(targets.length);
  });

  test("none for those that fill gaps only", () => {
    expect(replacedBy(patchSignalsEvent({ a: 1 }, { onlyIfMissing: true }))).toBeUndefined();
  });
});

test("an id is not a part of the target; a time to reconnect after lasts longer than the event", () => {
  expect(elements('<p id="a"></p>', { eventId: 1 })).toBe(elements('<p id="a"></p>'));
  expect(elements('<p id="a"></p>', { retryDuration: 5000 })).toBeUndefined();
});

test("any text at all is read without an error", () => {
  fc.assert(fc.property(fc.string(), (text) => void elements(text)));
});

test("signals that JSON leaves out replace nothing", () => {
  const patch = (signals: object) => replacedBy(patchSignalsEvent(signals as never));
  expect(patch({ a: 1, b: undefined, c: { d: undefined } })).toBe(patch({ a: 1, c: {} }));
});
