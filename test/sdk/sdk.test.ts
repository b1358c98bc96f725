import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { open, posting } from "../support/client.js";
import { createTestServer, type TestEvent } from "./server.js";

// The situations of the official SDK suite, which `npm run sdk-test-server` serves as well.
const server = createTestServer();
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/test`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const cases: readonly [name: string, events: readonly TestEvent[], lines: readonly string[]][] = [
  [
    "elements, options left out",
    [{ type: "patchElements", elements: "<p id=a>New</p>" }],
    ["event: datastar-patch-elements", "data: elements <p id=a>New</p>"],
  ],
  [
    "elements, options at their defaults",
    [{ type: "patchElements", elements: "<p id=a>New</p>", mode: "outer", useViewTransition: false }],
    ["event: datastar-patch-elements", "data: elements <p id=a>New</p>"],
  ],
  [
    "elements, all options",
    [
      {
        type: "patchElements",
        elements: "<li>3</li>",
        eventId: "n3",
        retryDuration: 750,
        selector: "ul",
        mode: "prepend",
        useViewTransition: true,
      },
    ],
    [
      "event: datastar-patch-elements",
      "id: n3",
      "retry: 750",
      "data: selector ul",
      "data: mode prepend",
      "data: useViewTransition true",
      "data: elements <li>3</li>",
    ],
  ],
  [
    "elements on several lines",
    [{ type: "patchElements", elements: "<ul id=l>\n  <li>1</li>\n</ul>" }],
    [
      "event: datastar-patch-elements",
      "data: elements <ul id=l>",
      "data: elements   <li>1</li>",
      "data: elements </ul>",
    ],
  ],
  [
    "removal, as a patch of elements",
    [{ type: "patchElements", selector: ".gone", mode: "remove" }],
    ["event: datastar-patch-elements", "data: selector .gone", "data: mode remove"],
  ],
  [
    "removal, options at their defaults",
    [{ type: "removeElements", selector: ".gone", useViewTransition: false }],
    ["event: datastar-patch-elements", "data: selector .gone", "data: mode remove"],
  ],
  [
    "removal, all options",
    [{ type: "removeElements", selector: ".gone", eventId: "r", retryDuration: 1, useViewTransition: true }],
    [
      "event: datastar-patch-elements",
      "id: r",
      "retry: 1",
      "data: selector .gone",
      "data: mode remove",
      "data: useViewTransition true",
    ],
  ],
  [
    "signals, options left out",
    [{ type: "patchSignals", signals: { count: 7, user: { name: "Ü" } } }],
    ["event: datastar-patch-signals", 'data: signals {"count":7,"user":{"name":"Ü"}}'],
  ],
  [
    "signals, options at their defaults",
    [{ type: "patchSignals", signals: { count: 7 }, onlyIfMissing: false }],
    ["event: datastar-patch-signals", 'data: signals {"count":7}'],
  ],
  [
    "signals, all options",
    [{ type: "patchSignals", signals: { count: 7 }, eventId: "s", retryDuration: 90, onlyIfMissing: true }],
    ["event: datastar-patch-signals", "id: s", "retry: 90", "data: onlyIfMissing true", 'data: signals {"count":7}'],
  ],
  [
    "signals as JSON on several lines",
    [{ type: "patchSignals", "signals-raw": '{\n"count":\n7 }' }],
    ["event: datastar-patch-signals", "data: signals {", 'data: signals "count":', "data: signals 7 }"],
  ],
  [
    "signals with a text of several lines",
    [{ type: "patchSignals", signals: { note: "one\ntwo" } }],
    ["event: datastar-patch-signals", 'data: signals {"note":"one\\ntwo"}'],
  ],
  [
    "removed signals, as a patch",
    [{ type: "patchSignals", signals: { count: null, user: { name: null } } }],
    ["event: datastar-patch-signals", 'data: signals {"count":null,"user":{"name":null}}'],
  ],
  [
    "removed signals, all options",
    [{ type: "removeSignals", paths: ["count", "user.name"], eventId: "q", retryDuration: 3000 }],
    ["event: datastar-patch-signals", "id: q", "retry: 3000", 'data: signals {"count":null,"user":{"name":null}}'],
  ],
  [
    "a script, options left out",
    [{ type: "executeScript", script: "focus('#a');" }],
    [
      "event: datastar-patch-elements",
      "data: selector body",
      "data: mode append",
      `data: elements <script data-effect="el.remove()">focus('#a');</script>`,
    ],
  ],
  [
    "a script, options at their defaults",
    [{ type: "executeScript", script: "focus()", autoRemove: true }],
    [
      "event: datastar-patch-elements",
      "data: selector body",
      "data: mode append",
      'data: elements <script data-effect="el.remove()">focus()</script>',
    ],
  ],
  [
    "a script, all options",
    [
      {
        type: "executeScript",
        script: "focus()",
        eventId: "x",
        retryDuration: 20,
        attributes: { type: "module", async: "" },
        autoRemove: false,
      },
    ],
    [
      "event: datastar-patch-elements",
      "id: x",
      "retry: 20",
      "data: selector body",
      "data: mode append",
      'data: elements <script type="module" async="">focus()</script>',
    ],
  ],
  [
    "a script on several lines",
    [{ type: "executeScript", script: "{\n  focus();\n}", autoRemove: false }],
    [
      "event: datastar-patch-elements",
      "data: selector body",
      "data: mode append",
      "data: elements <script>{",
      "data: elements   focus();",
      "data: elements }</script>",
    ],
  ],
  [
    "two events",
    [
      { type: "patchElements", elements: "<p id=a>1</p>" },
      { type: "patchSignals", signals: { b: 2 } },
    ],
    [
      "event: datastar-patch-elements",
      "data: elements <p id=a>1</p>",
      "",
      "event: datastar-patch-signals",
      'data: signals {"b":2}',
    ],
  ],
  ["no event at all", [], []],
];

describe.each(["GET", "POST"])("%s", (method) => {
  test.each(cases)("%s", async (_, events, lines) => {
    const reply = await (method === "GET"
      ? open(`${url}?datastar=${encodeURIComponent(JSON.stringify({ events }))}`)
      : open(url, posting({ events })));
    expect(await reply.text()).toBe(lines.length === 0 ? "" : `${lines.join("\n")}\n\n`);
    expect(reply.headers).toMatchObject({ "content-type": "text/event-stream", "cache-control": "no-cache" });
  });
});

test("other paths are not found", async () => {
  expect((await open(url.replace("test", "other"))).status).toBe(404);
});
