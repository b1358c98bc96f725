// A promise that is refused, or stands beside what is refused, ends no process, whoever was given it.
import { setImmediate } from "node:timers/promises";
import * as tsx from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
import { unhandledRejections } from "../support/unhandled-rejections.js";

const unhandled = unhandledRejections();

/** A promise that has been rejected, of whatever type it is to be. */
const p = (): never => Promise.reject(new Error("no database")) as never;
function* given(...items: readonly unknown[]): Generator<unknown> {
  yield* items;
}
const { js, url, signals } = tsx;
const bad = Symbol("no markup") as never;
const Throws = (): never => {
  throw new Error("no such item");
};
const onError = (): void => {};
const request = new Request("http://localhost/");

/** Runs a stream to its end. */
const streamed = (handler: (sse: tsx.ServerSentEventGenerator) => unknown): Promise<string> =>
  tsx.stream(request, async (sse) => void (await handler(sse)), { onError }).text();

const deferred = (error: never, part: () => tsx.Child = () => "part"): never =>
  tsx.Defer({ id: "a", placeholder: "…", error, children: part }) as never;

const cases: { readonly [group: string]: { readonly [what: string]: () => unknown } } = {
  "an element, in": {
    "an iterator of a map": () => jsx("p", { title: {}, children: new Map([[1, p()]]).values() }),
    "an iterator of a list": () => jsx("p", { children: [bad, [p()].values()] }),
    "a key of a map": () => jsx("p", { title: {}, children: new Map([[p(), p()]]) }),
    "what a generator would give": () => jsx("p", { children: [bad, given(p(), [p()])] }),
    "a class that is a list": () =>
      jsx("p", {
        title: {},
        children: {
          *[Symbol.iterator]() {
            yield* given(p());
          },
        },
      }),
    "the value of an attribute": () => jsx("p", { title: new Map([[1, p()]]).values() }),
    "a prop of a component": () => jsx(Throws, { rows: new Set([p()]).values() }),
    "slots of a component": () => jsx(() => null, { children: { head: p(), body: new Map([[1, p()]]) } }),
    "a key": () => jsx("p", { key: new Map([[1, p()]]).values() }),
    "the key of a component": () => tsx.createElement(() => null, { key: p() }),
    "what a promise has": () => jsx("p", { children: Promise.resolve([bad, given(p())]) }),
  },
  "Defer, as": {
    "its error": () => deferred(p()),
    "its error, in a list": () => deferred([p()] as never),
    "its error, patched": () => tsx.elementsResponse(deferred(p())),
    "a part of what it becomes": () =>
      tsx.elementsResponse(
        deferred("!" as never, () => [bad, p(), given(p()) as never]),
        { onError },
      ),
    "its part": () => tsx.Defer({ id: "a", placeholder: "", error: "", children: p() }),
  },
  "expressions, in": {
    js: () => js`f(${p()}, ${[p()]})`,
    "js, behind a value": () => js`f(${bad}, ${p()})`,
    url: () => url`/${bad}/${p()}`,
    "the URL of an action": () => tsx.post(p(), { payload: p() }),
    "the options of an action": () => tsx.post("/", { retryInterval: p(), headers: { a: p() } }),
    "a payload": () => tsx.post("/", { payload: { a: p(), b: [p()] } }),
    "an action of one's own": () => tsx.action("save")(p(), p()),
    "an Expression": () => new tsx.Expression(p()),
    signals: () => signals({ a: p(), b: { c: p() } }),
    "signals with others": () => signals({ a: 1 }).with({ a: p() }),
    "raw()": () => tsx.raw([p()] as never),
  },
  "an event, as": {
    elements: () => streamed((sse) => sse.patchElements([bad, p()])),
    "elements in an object": () => streamed((sse) => sse.patchElements({ a: p() } as never)),
    "elements in an iterator": () => streamed((sse) => sse.patchElements([p()].values() as never)),
    "elements that a promise has": () => streamed((sse) => sse.patchElements(Promise.resolve([bad, p()]))),
    "elements of each": () => streamed((sse) => sse.patchEach([[bad, p()], p()])),
    "elements of each, of no list": () => streamed((sse) => sse.patchEach(p())),
    "the elements of a frame": () => tsx.patchElementsFrame(p()),
    signals: () => streamed((sse) => sse.patchSignals({ a: p(), b: [p()] })),
    "all signals": () => streamed((sse) => sse.patchSignals(p())),
    "an option": () => streamed((sse) => sse.patchSignals({}, { onlyIfMissing: p() })),
    "the name of a signal": () => streamed((sse) => sse.removeSignals([p(), p()])),
    "a selector": () => streamed((sse) => sse.removeElements(p())),
    "a script": () => streamed((sse) => sse.executeScript(p())),
    "a URL": () => streamed((sse) => sse.redirect(p())),
    "what is logged": () => streamed((sse) => sse.consoleLog({ a: [p()] })),
    "a detail": () => streamed((sse) => sse.dispatchCustomEvent("a", { b: p() })),
    "a part of a batch": () => streamed((sse) => sse.batch((batch) => batch.patchSignals({ a: p() }))),
    "elements of a topic": () => createHub().patchElements("a", [bad, p()]),
    "elements of no topic": () => createHub().patchElements({} as never, p()),
  },
  "a reply, as": {
    elements: () => tsx.elementsResponse(() => [bad, p()], { onError }),
    "elements in an iterator": () => tsx.elementsResponse([p()].values() as never, { onError }),
    "a page": () => tsx.pageResponse(() => [bad, p()], { onError }),
    signals: () => tsx.signalsResponse({ a: p() }, { onError }),
    "a script": () => tsx.scriptResponse(p(), { onError }),
    "a URL": () => tsx.redirectResponse(p(), { request, onError }),
  },
};

describe.each(Object.entries(cases))("given to %s", (_, group) => {
  test.each(Object.entries(group))("%s", async (_, give) => {
    await (async () => give())().catch(() => {});
    await setImmediate();
    expect(unhandled).toEqual([]);
  });
});

test("a list that is given up is run no further than a list can be long", () => {
  const endless = {
    *[Symbol.iterator]() {
      for (;;) yield 1;
    },
  };
  expect(() => jsx(Throws, { rows: endless })).toThrow("no such item");
});

test("what is still used is not run", () => {
  const rows = [1, 2].values();
  const List = ({ children }: { readonly children: Iterable<number> }) => jsx("ul", { children });
  expect(String(jsx(List, { children: rows }))).toBe("<ul>12</ul>");
});
