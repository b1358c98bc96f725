// What datastar-tsx/testing says of a page, against the client itself.
import { applyEvents, eventsOf, type JsonObject, type ReceivedEvent } from "datastar-tsx/testing";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./page.js";

/** The raw fields of an event, by the name of the event. */
type Raw = readonly [event: string, data: { readonly [name: string]: string }];

interface Case {
  readonly body: string;
  readonly signals: JsonObject;
  readonly events: readonly Raw[];
}

interface Left {
  readonly html: string;
  readonly signals: JsonObject;
  readonly problems: number;
}

/** What the client exports. */
interface Client {
  readonly root: { [name: string]: unknown };
  mergePatch(patch: object): void;
}

/** Has the client of a page apply events to a body, as if they had come from a stream. */
async function applyInBrowser(page: Page, cases: readonly Case[]): Promise<readonly Left[]> {
  // The module that the page has loaded; as text, since Vitest has imports of its own.
  const client = await page.evaluateHandle<Client>("import('/datastar.js')");
  const left = await page.evaluate(
    ({ client, text }) => {
      const all: readonly Case[] = JSON.parse(text);
      let problems = 0;
      console.warn = () => problems++;
      // What a watcher throws.
      window.addEventListener("error", (event) => (problems++, event.preventDefault()));
      const left = all.map(({ body, signals, events }) => {
        problems = 0;
        document.body.outerHTML = body;
        // A morph that has failed leaves behind what it had put away.
        for (const child of Array.from(document.documentElement.children))
          if (child !== document.head && child !== document.body) child.remove();
        for (const name of Object.keys(client.root)) delete client.root[name];
        client.mergePatch(signals);
        for (const [type, argsRaw] of events)
          document.dispatchEvent(new CustomEvent("datastar-fetch", { detail: { type, el: document.body, argsRaw } }));
        return { html: document.body.outerHTML, signals: JSON.parse(JSON.stringify(client.root)), problems };
      });
      return JSON.stringify(left);
    },
    { client, text: JSON.stringify(cases) },
  );
  return JSON.parse(left);
}

const frame = ([event, data]: Raw): string => {
  const lines = Object.entries(data).flatMap(([name, text]) =>
    text.split("\n").map((line) => `data: ${name} ${line}\n`),
  );
  return `event: ${event}\n${lines.join("")}\n`;
};

async function applyHere(body: string, signals: JsonObject, events: readonly Raw[]): Promise<Left> {
  const response = new Response(events.map(frame).join(""), { headers: { "content-type": "text/event-stream" } });
  const received: readonly ReceivedEvent[] = await eventsOf(response).all();
  let problems = 0;
  const page = await applyEvents(`<!DOCTYPE html>${body}`, received, { signals, onProblem: () => problems++ });
  return { html: page.document.body.outerHTML, signals: page.signals, problems };
}

const id = fc.constantFrom("a", "b", "c", "d", "e");
const seldom = <T,>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const attributes = fc
  .record({
    id: fc.option(id, { nil: undefined }),
    class: seldom(fc.constantFrom("x", "y")),
    title: fc.option(fc.constantFrom("1", "2"), { nil: undefined }),
    "data-ignore-morph": seldom(fc.constant("")),
    "data-preserve-attr": seldom(fc.constantFrom("class", "title class", "id")),
    "data-scope-children": seldom(fc.constant("")),
  })
  .map((given) =>
    Object.entries(given)
      .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
      .join(""),
  );
const rare = fc.constantFrom("", "", "", " ");
const { node } = fc.letrec<{ node: string; children: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 2, arbitrary: fc.constantFrom("text", "more ", "<!--note-->", "<br>", "<input>", "<svg><g></g></svg>") },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom("div", "section", "ul", "template", "b"), attributes, tie("children"), rare)
        .map(([tag, attrs, children, space]) => `<${tag}${attrs}>${children}</${tag}>${space}`),
    },
  ),
  children: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
}));
const nodes = fc.array(node, { minLength: 0, maxLength: 5 }).map((all) => all.join(""));
const body = nodes.map((content) => `<body>${content}</body>`);

const selector = fc.oneof(
  id.map((name) => `#${name}`),
  fc.constantFrom("div", "section > *", ".x", "body", "ul, b", "[title]", "g"),
);
const elementsPatch: fc.Arbitrary<Raw> = fc
  .oneof(
    fc.record({ elements: nodes, mode: fc.constantFrom("outer", "replace") }),
    fc.record({
      elements: nodes,
      selector,
      mode: fc.constantFrom("outer", "inner", "replace", "prepend", "append", "before", "after", "remove"),
      namespace: fc.constantFrom("html", "html", "html", "svg", "mathml"),
    }),
  )
  // Of the body itself, nothing may be put beside it or in its place: the test would lose it.
  .filter((data) => !("selector" in data) || data.selector !== "body" || /^(?:inner|append|prepend)$/.test(data.mode))
  .map((data): Raw => ["datastar-patch-elements", data]);

const name = fc.constantFrom("a", "b", "c");
const value = (leaf: fc.Arbitrary<unknown>) =>
  fc.letrec<{ value: unknown; object: object }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      tie("object"),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
    object: fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  }));
const leaf = fc.constantFrom("", "x", 0, 1, true, false);
// Nulls in arrays are no signals.
const state = value(leaf).object as fc.Arbitrary<JsonObject>;
const signalsPatch: fc.Arbitrary<Raw> = fc
  .tuple(
    fc.dictionary(name, fc.oneof(fc.constant(null), state, leaf, fc.array(leaf, { maxLength: 3 })), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    fc.boolean(),
  )
  .map(([signals, onlyIfMissing]): Raw => [
    "datastar-patch-signals",
    { signals: JSON.stringify(signals), ...(onlyIfMissing ? { onlyIfMissing: "true" } : {}) },
  ]);

describe("applyEvents leaves the document and the signals that the client leaves", () => {
  const pages = fc.record({
    body,
    signals: state,
    events: fc.array(fc.oneof({ weight: 3, arbitrary: elementsPatch }, signalsPatch), { minLength: 1, maxLength: 3 }),
  });

  test("2,000 generated pages", async ({ open }) => {
    const page = await open(<p>Ready</p>);
    const cases = fc.sample(pages, 2000);
    const left = await applyInBrowser(page, cases);
    for (const [index, { body, signals, events }] of cases.entries()) {
      const shown = JSON.stringify({ body, signals, events }, null, 1);
      expect(await applyHere(body, signals, events), shown).toEqual(left[index]);
    }
  }, 600_000);
});
