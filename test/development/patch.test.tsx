import { elementsResponse, raw, type ServerSentEventGenerator, stream } from "datastar-tsx";
import { configureDiagnostics, Fragment } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test, vi } from "vitest";
import { parseEvents } from "../support/sse-parser.js";
import { component, element } from "./reports.js";

describe("a patch without selector", () => {
  const missing = (mode: string) =>
    `<li> a patch without selector finds its target by the id of each top-level element, and mode "${mode}" would skip this one; give it an id, or the patch a selector.`;
  const patch = async (send: (sse: ServerSentEventGenerator) => Promise<void>) => {
    let failure: unknown;
    const body = await stream(
      new Request("http://a/"),
      (sse) => send(sse).catch((error: unknown) => void (failure = error)),
      { onError: (error) => (failure ??= error) },
    ).text();
    return { body, failure: failure instanceof Error ? failure.message : failure };
  };
  const item = (props: object = {}) => element("li", props, 3);

  test("of elements without id", async () => {
    const { body, failure } = await patch(async (sse) => sse.patchElements(item()));
    expect(failure).toBe(`${missing("outer")}\n    at /app/page.tsx:3:1`);
    expect(parseEvents(body)).toEqual([]);
  });

  test("in whatever form they come", async () => {
    const Items = async () => [item({ id: "a" }), item()];
    for (const elements of [
      [item()],
      Promise.resolve([item()]),
      component(Items, {}, 4),
      component(Fragment, { children: item() }, 4),
    ]) {
      expect((await patch(async (sse) => sse.patchElements(elements, { mode: "replace" }))).failure).toContain(
        missing("replace"),
      );
    }
    const onError = vi.fn();
    expect((await elementsResponse(item(), { onError })).status).toBe(500);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual([expect.stringContaining(missing("outer"))]);
  });

  test("of those that have one, or need none", async () => {
    for (const elements of [
      item({ id: "a" }),
      item({ id: 7 }),
      element("body", { children: item() }, 4),
      "<li></li>",
      raw("<li></li>"),
      jsx("li", {}),
    ]) {
      expect(await patch(async (sse) => sse.patchElements(elements))).toMatchObject({
        failure: undefined,
        body: expect.stringContaining("data: elements <"),
      });
    }
    expect(await patch(async (sse) => sse.patchElements(item(), { selector: "#list", mode: "append" }))).toMatchObject({
      failure: undefined,
    });
    expect(await (await elementsResponse(item(), { selector: "#a" })).text()).toBe("<li></li>");
  });

  test("of what is in an element, that holds the element itself", async () => {
    const { failure } = await patch(async (sse) =>
      sse.patchElements(item({ children: item({ id: "a" }) }), { selector: "#a", mode: "inner" }),
    );
    expect(failure).toBe(
      '<li> mode "inner" replaces what is in #a, and this holds an element with that id: the client loses it. Write mode "outer", or leave that element out.\n    at /app/page.tsx:3:1',
    );
    for (const options of [
      { selector: "#b", mode: "inner" },
      { selector: "#a", mode: "append" },
    ] as const)
      expect((await patch(async (sse) => sse.patchElements(item({ id: "a" }), options))).failure).toBeUndefined();
  });

  test("with an id twice", async () => {
    const { failure } = await patch(async (sse) => sse.patchElements(item({ id: "a", children: item({ id: "a" }) })));
    expect(failure).toContain('<li> id="a": the <li> at /app/page.tsx:3:1 has this id already');
  });
});

test("text without an element, which finds no target", async () => {
  const told: string[] = [];
  configureDiagnostics({ report: ({ message }) => void told.push(message) });
  await elementsResponse("");
  await elementsResponse("Saved.", { selector: "#status", mode: "inner" });
  expect(told).toEqual([]);
  for (const text of ["Saved.", <>Saved.</>]) await elementsResponse(text);
  expect(told).toEqual([
    "A patch without a selector is text without an element: the Datastar client finds no target for it, and nothing " +
      "happens. Put it into an element with the id of its target, or name the target with a selector.",
  ]);
});
