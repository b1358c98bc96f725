import {
  elementsResponse,
  redirectResponse,
  scriptResponse,
  type ServerSentEventGenerator,
  signalsResponse,
  stream,
} from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { eventsOf } from "datastar-tsx/testing";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";

const get = new Request("http://localhost/");
const eventStream = (text: string) => new Response(text, { headers: { "content-type": "text/event-stream" } });

test("everything that a handler can send, as it was sent", async () => {
  const events = await eventsOf(async (sse) => {
    await sse.patchElements(<main id="app">Hello</main>);
    await sse.patchElements(<li>Tea</li>, { selector: "#list", mode: "append", eventId: 7, retryDuration: 50 });
    await sse.patchElements(<circle r="1" />, { selector: "#image", mode: "inner", useViewTransition: true });
    await sse.removeElements("#offer");
    await sse.patchSignals({ draft: "", ui: { open: true }, old: null }, { onlyIfMissing: true });
    await sse.removeSignals("user.name");
    await sse.executeScript("track()", { attributes: { type: "module" }, nonce: "n1" });
    await sse.executeScript("stay()", { autoRemove: false });
    await sse.redirect("/thanks?a=1&b=</script>");
    await sse.replaceUrl("/page/2", { nonce: "n1" });
    await sse.consoleLog(["a", { b: ")" }]);
    await sse.consoleError(new Error("no"));
    await sse.dispatchCustomEvent("saved", { id: 1 });
    await sse.dispatchCustomEvent("saved", ", { bubbles: ", { selector: "li, .x", bubbles: false });
  }).all();
  const patch = { type: "patchElements", mode: "outer", namespace: "html", useViewTransition: false };
  const dispatch = { type: "dispatchCustomEvent", name: "saved", bubbles: true, cancelable: true, composed: true };
  expect(events).toStrictEqual([
    { ...patch, elements: '<main id="app">Hello</main>' },
    { ...patch, id: "7", retry: 50, selector: "#list", mode: "append", elements: "<li>Tea</li>" },
    {
      ...patch,
      selector: "#image",
      mode: "inner",
      namespace: "svg",
      useViewTransition: true,
      elements: '<circle r="1"></circle>',
    },
    { ...patch, selector: "#offer", mode: "remove", elements: "" },
    { type: "patchSignals", signals: { draft: "", ui: { open: true }, old: null }, onlyIfMissing: true },
    { type: "patchSignals", signals: { user: { name: null } }, onlyIfMissing: false },
    { type: "executeScript", script: "track()", autoRemove: true, attributes: { nonce: "n1", type: "module" } },
    { type: "executeScript", script: "stay()", autoRemove: false, attributes: {} },
    { type: "redirect", url: "/thanks?a=1&b=</script>" },
    { type: "replaceUrl", url: "/page/2" },
    { type: "consoleLog", message: ["a", { b: ")" }] },
    { type: "consoleError", message: "no" },
    { ...dispatch, detail: { id: 1 } },
    { ...dispatch, detail: ", { bubbles: ", selector: "li, .x", bubbles: false },
  ]);
});

test("a custom event is read as it was dispatched, whatever it carries", async () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(", { bubbles: ", ", detail: ", " }))", ")) target.", '"', "\\", "<"),
  );
  const dispatched = fc.record({
    name: text.filter((name) => name !== ""),
    detail: fc.jsonValue(),
    selector: fc.option(
      text.filter((selector) => selector.trim() !== ""),
      { nil: undefined },
    ),
    bubbles: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(dispatched, async ({ name, detail, ...options }) => {
      const [event] = await eventsOf((sse) => sse.dispatchCustomEvent(name, detail, options)).all();
      const { selector, bubbles } = options;
      expect(event).toEqual({
        type: "dispatchCustomEvent",
        name,
        detail: JSON.parse(JSON.stringify(detail)),
        selector,
        bubbles,
        cancelable: true,
        composed: true,
      });
    }),
  );
});

describe("replies that are no stream are one event", () => {
  test("elements", async () => {
    const reply = elementsResponse(<li>Tea</li>, { selector: "#list", mode: "append" });
    expect(await eventsOf(reply).all()).toEqual([
      expect.objectContaining({ type: "patchElements", selector: "#list", mode: "append", elements: "<li>Tea</li>" }),
    ]);
  });

  test("signals", async () => {
    const reply = signalsResponse({ a: 1 }, { onlyIfMissing: true });
    expect(await eventsOf(reply).all()).toEqual([{ type: "patchSignals", signals: { a: 1 }, onlyIfMissing: true }]);
  });

  test("a script", async () => {
    const reply = scriptResponse("alert(1)", { attributes: { type: "module" } });
    expect(await eventsOf(reply).all()).toEqual([
      { type: "executeScript", script: "alert(1)", autoRemove: false, attributes: { type: "module" } },
    ]);
  });

  test("a redirection", async () => {
    const asked = new Request("http://localhost/shop/buy", { headers: { "datastar-request": "true" } });
    expect(await eventsOf(redirectResponse("thanks", { request: asked })).all()).toEqual([
      { type: "redirect", url: "/shop/thanks" },
    ]);
  });

  test("no content is none", async () => {
    expect(await eventsOf(new Response(null, { status: 204 })).all()).toEqual([]);
  });
});

describe("of a stream that stays open", () => {
  const open = () => {
    let send: ServerSentEventGenerator | undefined;
    const response = stream(get, (sse) => void (send = sse), { keepOpen: true });
    if (send === undefined) throw new Error("The handler was not called.");
    return { events: eventsOf(response), sse: send };
  };

  test("take as many as come, again and again", async () => {
    const { events, sse } = open();
    void sse.patchSignals({ a: 1 });
    void sse.patchSignals({ a: 2 });
    expect(await events.take(1)).toMatchObject([{ signals: { a: 1 } }]);
    void sse.patchSignals({ a: 3 });
    expect(await events.take(2)).toMatchObject([{ signals: { a: 2 } }, { signals: { a: 3 } }]);
    await events.leave();
    expect(sse.closed).toBe(true);
  });

  test("who asks later gets what comes later", async () => {
    const { events, sse } = open();
    const both = Promise.all([events.take(1), events.take(1)]);
    void sse.patchSignals({ a: 1 });
    void sse.patchSignals({ a: 2 });
    expect(await both).toMatchObject([[{ signals: { a: 1 } }], [{ signals: { a: 2 } }]]);
    await events.leave();
  });

  test("too few in time: the message says what came, and an event that comes later is not lost", async () => {
    const { events, sse } = open();
    void sse.patchElements(<li>Tea</li>, { selector: "#list", mode: "append" });
    await expect(events.take(2, { timeout: 10 })).rejects.toThrow(
      '1 of 2 events came within 10 ms. These came:\n  1. patchElements selector "#list" mode "append" <li>Tea</li>',
    );
    void sse.patchSignals({ a: 1 });
    expect(await events.take(1)).toMatchObject([{ signals: { a: 1 } }]);
    await events.leave();
  });

  test("no end in time", async () => {
    const { events } = open();
    await expect(events.all({ timeout: 10 })).rejects.toThrow(
      "The stream did not end within 10 ms. No event came.\nOf a stream that stays open, take what it sends: .take(1).",
    );
    await events.leave();
  });

  test("a loop, and whoever leaves it leaves the stream", async () => {
    const { events, sse } = open();
    void sse.patchSignals({ a: 1 });
    void sse.patchSignals({ a: 2 });
    const seen: unknown[] = [];
    for await (const event of events) {
      seen.push(event);
      if (seen.length === 2) break;
    }
    expect(seen).toMatchObject([{ signals: { a: 1 } }, { signals: { a: 2 } }]);
    expect(sse.closed).toBe(true);
  });

  test("an end that comes too early", async () => {
    const events = eventsOf((sse) => sse.patchSignals({ a: 1 }));
    await expect(events.take(3)).rejects.toThrow(
      'The stream ended after 1 of 3 events.\n  1. patchSignals signals {"a":1}',
    );
  });

  test("leaving before anything is read", async () => {
    const { events, sse } = open();
    await events.leave();
    expect(sse.closed).toBe(true);
    expect(await events.all()).toEqual([]);
  });
});

describe("hubs", () => {
  test("the topic of a hub", async () => {
    const hub = createHub<"news" | "sport">();
    const events = eventsOf(hub, "news");
    await hub.patchElements("news", <li>Rain</li>, { selector: "#news", mode: "append" });
    await hub.patchSignals("sport", { goals: 1 });
    await hub.patchSignals("news", { count: 1 });
    expect(await events.take(2)).toMatchObject([{ elements: "<li>Rain</li>" }, { signals: { count: 1 } }]);
    await events.leave();
    await hub.close();
  });

  test("a live view, with its parameters", async () => {
    const hub = createHub();
    let count = 0;
    const view = hub.live(
      (room: number) => `room-${room}`,
      (room) => <p id="room">{`${room}: ${count}`}</p>,
    );
    const events = eventsOf(view, 7);
    expect(await events.take(1)).toMatchObject([{ elements: '<p id="room">7: 0</p>' }]);
    count = 1;
    view.nudge(7);
    expect(await events.take(1)).toMatchObject([{ elements: '<p id="room">7: 1</p>' }]);
    await events.leave();
    await hub.close();
  });
});

describe("fake timers", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("time that stands still stops the program, and not the test", async () => {
    vi.useFakeTimers();
    const events = eventsOf((sse) => void sse.every(60_000, () => sse.patchSignals({ minute: 1 })));
    await expect(events.take(1, { timeout: 10 })).rejects.toThrow("0 of 1 events came within 10 ms. No event came.");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await events.take(1)).toMatchObject([{ signals: { minute: 1 } }]);
    await events.leave();
  });
});

describe("what the client would not take", () => {
  const failing = (response: Response) => expect(eventsOf(response).all()).rejects;

  test("another status", async () => {
    await failing(new Response("Not here", { status: 404 })).toThrow(
      "The response has status 404, so that the client takes nothing from it. Not here",
    );
    await failing(Response.redirect("http://localhost/login", 303)).toThrow(
      "The response has status 303, so that the client takes nothing from it. location: http://localhost/login",
    );
  });

  test("another type", async () => {
    await failing(new Response("Hello", { headers: { "content-type": "text/plain" } })).toThrow(
      'The response has the type "text/plain"; the client reads text/event-stream, text/html, application/json, text/javascript.',
    );
  });

  test("events of before 1.0, and those of others", async () => {
    await failing(eventStream("event: datastar-merge-fragments\ndata: fragments <p>\n\n")).toThrow(
      'The client knows no event "datastar-merge-fragments", and passes over it.',
    );
    expect(await eventsOf(eventStream("event: ping\ndata: 1\n\n: comment\n\ndata: x\n\n")).all()).toEqual([]);
  });

  test.each([
    ["data: mode into\ndata: elements <p>", 'The client knows no mode "into".'],
    ["data: namespace xml\ndata: elements <p>", 'The client knows no namespace "xml".'],
    ["data: mode append\ndata: elements <p>", 'The client refuses a patch with mode "append" and without a selector.'],
  ])("a patch with %j", async (data, message) => {
    await failing(eventStream(`event: datastar-patch-elements\n${data}\n\n`)).toThrow(message);
  });

  test("signals that are JavaScript", async () => {
    await failing(eventStream("event: datastar-patch-signals\ndata: signals {a: 1}\n\n")).toThrow(
      "The signals are no JSON, so that the client runs them as JavaScript: {a: 1}",
    );
  });

  test("an event without its end", async () => {
    await failing(eventStream('event: datastar-patch-signals\ndata: signals {"a":1}\n')).toThrow(
      "The stream ended within an event, which the client passes over:",
    );
  });

  test("a compressed stream", async () => {
    const headers = { "content-type": "text/event-stream", "content-encoding": "br" };
    await failing(new Response("x", { headers })).toThrow(
      "The response is compressed (br); leave Accept-Encoding out of the request.",
    );
  });
});

describe("the stream is taken apart as the client does it", () => {
  const text = 'event: datastar-patch-signals\ndata: signals {"a":\ndata: signals 1}\n\n';

  test.each(["\n", "\r\n", "\r"])("lines that end with %j", async (end) => {
    expect(await eventsOf(eventStream(text.replaceAll("\n", end))).all()).toMatchObject([{ signals: { a: 1 } }]);
  });

  test("in whatever pieces it comes", async () => {
    const bytes = new TextEncoder().encode(
      'event: datastar-patch-signals\r\ndata: signals {"ä":"€"}\r\n\r\n'.repeat(2),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: bytes.length }), { maxLength: 9 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            for (const [index, place] of places.slice(1).entries())
              controller.enqueue(bytes.slice(places[index], place));
            controller.close();
          },
        });
        const response = new Response(body, { headers: { "content-type": "text/event-stream" } });
        expect(await eventsOf(response).all()).toMatchObject([{ signals: { ä: "€" } }, { signals: { ä: "€" } }]);
      }),
    );
  });
});
