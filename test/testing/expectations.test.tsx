// The checks, as matchers of Vitest and as functions of their own.
import assert from "node:assert/strict";
import { raw } from "datastar-tsx";
import { assertPatchElements, assertPatchSignals, assertRedirect, eventsOf, recorder } from "datastar-tsx/testing";
import "datastar-tsx/testing/vitest";
import { describe, expect, test } from "vitest";

const messageOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error("Nothing was thrown.");
};

describe("toPatchElements", () => {
  const events = eventsOf(async (sse) => {
    await sse.patchElements(
      <li id="todo-1" class="done big">
        Tea
      </li>,
      { selector: "#list", mode: "append" },
    );
    await sse.patchElements(
      <>
        <p id="left">1 left</p>
        <p id="right" />
      </>,
    );
    await sse.removeElements("#offer");
  }).all();

  test("by selector, by markup, by mode", async () => {
    expect(await events).toPatchElements("#list");
    expect(await events).toPatchElements(
      "#list",
      <li class="done big" id="todo-1">
        Tea
      </li>,
    );
    expect(await events).toPatchElements("#list", '<li class="big  done" id=todo-1>\n  T&#101;a\n</li>');
    expect(await events).toPatchElements(
      "#list",
      <li class="big done" id="todo-1">
        Tea
      </li>,
      { mode: "append" },
    );
    expect(await events).not.toPatchElements("#list", <li>Tea</li>);
    expect(await events).not.toPatchElements(
      "#list",
      <li class="big done" id="todo-1">
        Tea
      </li>,
      { mode: "prepend" },
    );
    expect(await events).not.toPatchElements("#other");
    expect(await events).not.toPatchElements("#offer");
    expect(await events).toRemoveElements("#offer");
  });

  test("without a selector, elements are found by their ids", async () => {
    expect(await events).toPatchElements("#left");
    expect(await events).toPatchElements("#left", <p id="left">1 left</p>);
    expect(await events).toPatchElements(
      <>
        <p id="left">1 left</p>
        <p id="right" />
      </>,
    );
    expect(await events).not.toPatchElements("#todo-1");
  });

  test("the message shows the difference", async () => {
    const received = await events;
    expect(messageOf(() => assertPatchElements(received, "#list", <li id="todo-2">Tea</li>))).toBe(
      `Expected other elements in a patch of #list:

- <li id="todo-2">Tea</li>
+ <li class="big done" id="todo-1">Tea</li>
`,
    );
  });

  test("or what came in its place", async () => {
    expect(messageOf(() => assertPatchElements([], "#list"))).toBe("Expected a patch of #list; no event came");
    expect(messageOf(() => assertPatchElements(recorder(), "#list"))).toBe("Expected a patch of #list; no event came");
    const [first] = await events;
    if (first === undefined) throw new Error("No event.");
    expect(messageOf(() => assertPatchElements(first, "#cart"))).toBe(
      'Expected a patch of #cart; these events came:\n  1. patchElements selector "#list" mode "append" <li id="todo-1" class="done big">Tea</li>',
    );
  });

  test("markup that waits has to be awaited", async () => {
    const Later = async () => <p id="left" />;
    const received = await events;
    expect(() => assertPatchElements(received, "#left", <Later />)).toThrow("await the elements");
  });
});

describe("markup that means the same", () => {
  const patch = (markup: string) =>
    eventsOf((sse) => sse.patchElements(markup, { selector: "#x", mode: "inner" })).all();

  test.each([
    ["the order of attributes", '<p id="a" title="b">', '<p title="b" id="a"></p>'],
    ["quotes", `<p title='a "b"'></p>`, '<p title="a &quot;b&quot;"></p>'],
    ["characters", "<p>&lt;&#228;&nbsp;&apos;</p>", "<p>&#60;ä\u00a0'</p>"],
    ["end tags that may be left out", "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["the case of names", "<P ID=a></P>", '<p id="a"></p>'],
    ["attributes without a value", "<input disabled>", '<input disabled="">'],
    ["comments", "<p>a<!-- b -->c</p>", "<p>ac</p>"],
    ["white space between blocks", "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["white space at the edges of a line", "<p> a <b> b</b> </p>", "<p>a <b>b</b></p>"],
    ["how much white space there is", "<p>a  \n b</p>", "<p>a b</p>"],
    ["white space in a button", "<button> a </button>", "<button>a</button>"],
    ["rows without a table", "<tr> <td> a </td> </tr>", "<tr><td>a</td></tr>"],
    ["what a template holds", "<template> <p>a</p></template>", "<template><p>a</p> </template>"],
  ])("%s", async (_, one, other) => {
    expect(await patch(one)).toPatchElements("#x", other);
    expect(await patch(other)).toPatchElements("#x", one);
  });

  test.each([
    ["white space between words", "<b>a</b> <b>b</b>", "<b>a</b><b>b</b>"],
    ["white space beside a button", "a <button>b</button>", "a<button>b</button>"],
    ["white space in <pre>", "<pre>a  b</pre>", "<pre>a b</pre>"],
    ["white space that does not break", "<p>a&nbsp;</p>", "<p>a</p>"],
    ["text that looks like markup", "<p>&lt;br&gt;</p>", "<p><br></p>"],
    ["another value", '<p title="a b">', '<p title="a  b">'],
    ["another namespace", "<a>x</a>", "<svg><a>x</a></svg>"],
    ["the order of elements", "<i></i><b></b>", "<b></b><i></i>"],
  ])("and what does not: %s", async (_, one, other) => {
    expect(await patch(one)).not.toPatchElements("#x", other);
  });

  test("elements of images", async () => {
    const events = await eventsOf((sse) =>
      sse.patchElements(<circle r="1" />, { selector: "svg", mode: "inner" }),
    ).all();
    expect(events).toPatchElements("svg", <circle r={1}> </circle>);
  });

  test("whole documents", async () => {
    const page = "<!DOCTYPE html><html lang=en><head><title>A</title></head><body><p>b</body></html>";
    const events = await eventsOf((sse) => sse.patchElements(page)).all();
    expect(events).toPatchElements("html", '<html lang="en"><title>A</title><p>b</p></html>');
  });

  test("the difference of long markup, line by line", async () => {
    const events = await patch("<ul><li>a</li><li class='x'><b>b</b> c</li></ul>");
    expect(messageOf(() => assertPatchElements(events, "#x", raw("<ul><li>a</li><li><b>b</b> d</li></ul>")))).toBe(
      `Expected other elements in a patch of #x:

  <ul>
    <li>a</li>
-   <li>
+   <li class="x">
      <b>b</b>
-      d
+      c
    </li>
  </ul>
`,
    );
  });
});

describe("toPatchSignals", () => {
  const events = eventsOf(async (sse) => {
    await sse.patchSignals({ draft: "", ui: { open: true, tab: 1 }, tags: ["a"], old: null });
    await sse.patchSignals({ fresh: 1 }, { onlyIfMissing: true });
  }).all();

  test("what is expected is among the signals of a patch", async () => {
    expect(await events).toPatchSignals({ draft: "" });
    expect(await events).toPatchSignals({ ui: { open: true }, old: null, tags: ["a"] });
    expect(await events).toPatchSignals({ ui: { tab: expect.any(Number) } });
    expect(await events).not.toPatchSignals({ draft: "x" });
    expect(await events).not.toPatchSignals({ tags: [] });
    expect(await events).not.toPatchSignals({ missing: undefined });
    expect(await events).not.toPatchSignals({ fresh: 1 });
    expect(await events).toPatchSignals({ fresh: 1 }, { onlyIfMissing: true });
  });

  test("the message shows what the patch has in its place", async () => {
    const received = await events;
    expect(messageOf(() => assertPatchSignals(received, { ui: { open: false }, draft: "" }))).toBe(
      `Expected other signals in a patch:

  {
    "ui": {
-     "open": false
+     "open": true
    },
    "draft": ""
  }
`,
    );
  });
});

test("scripts, by what they do", async () => {
  const events = await eventsOf(async (sse) => {
    await sse.redirect("/thanks");
    await sse.replaceUrl("/page/2");
    await sse.executeScript("track('bought', 3)");
    await sse.dispatchCustomEvent("saved", { id: 1, at: "now" });
  }).all();
  expect(events).toRedirect("/thanks");
  expect(events).toRedirect(/^\/than/);
  expect(events).not.toRedirect("/than");
  expect(events).toReplaceUrl("/page/2");
  expect(events).toExecuteScript("track('bought', 3)");
  expect(events).toExecuteScript(/bought/);
  expect(events).toDispatchCustomEvent("saved");
  expect(events).toDispatchCustomEvent("saved", { id: 1 });
  expect(events).not.toDispatchCustomEvent("saved", { id: 2 });
});

test("the functions throw what test runners show as a failed assertion", () => {
  assert.throws(() => assertRedirect([], "/x"), {
    name: "AssertionError",
    code: "ERR_ASSERTION",
    message: "Expected a redirection to /x; no event came",
  });
  expect(() => expect([]).toRedirect("/x")).toThrow("Expected a redirection to /x; no event came");
  expect(() => expect([{ type: "redirect", url: "/x" }]).not.toRedirect("/x")).toThrow(
    'Expected not a redirection to /x; these events came:\n  1. redirect url "/x"',
  );
});

describe("what are no events", () => {
  test.for([
    [new Response("x"), "Response"],
    [Promise.resolve([]), "Promise"],
    [undefined, "undefined"],
    ["<p>", "<p>"],
    [[1], "Array"],
  ] as const)("%s", ([received, kind]) => {
    expect(() => expect(received).toRedirect("/")).toThrow(
      `Events are expected, as \`await eventsOf(response).all()\` returns; this is ${kind}.`,
    );
  });
});
