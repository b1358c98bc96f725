import { patchElementsFrame, patchSignalsFrame } from "datastar-tsx";
import { createHub, type HubOptions } from "datastar-tsx/hub";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkHasNoId, withId } from "../../src/hub/event-id.js";
import { elementsOf } from "../support/client.js";
import { parseEvents } from "../support/sse-parser.js";
import { serveStreams, type Visit } from "./serving.js";

const numbered = (n: number): string => `<b id="n${n}">${n}</b>`;
const shown = (...numbers: number[]): string[] => numbers.map(numbered);

/** What a client has seen when its stream is closed. */
async function seen({ reply, sse }: Visit): Promise<(string | undefined)[]> {
  await sse.close();
  return elementsOf(await reply.text());
}

/** A hub with clients of the topics `a` and `b`; `publish` sends numbered events to them. */
async function setUp(options: HubOptions) {
  const hub = createHub<"a" | "b">(options);
  const publish = async (topic: "a" | "b", ...numbers: number[]): Promise<void> => {
    for (const n of numbers) await hub.patchElements(topic, numbered(n));
  };
  return {
    hub,
    publish,
    visitA: await serveStreams((sse) => void hub.subscribe("a", sse)),
    visitBoth: await serveStreams((sse) => void hub.subscribe(["a", "b"], sse)),
    visitFresh: await serveStreams(
      (sse) => void hub.subscribe("a", sse, { refresh: () => sse.patchElements(`<p id="fresh"></p>`) }),
    ),
  };
}

/** The id of the last of the first events. */
const lastId = async ({ reply }: Visit, count: number): Promise<string | undefined> =>
  (await reply.events(count)).at(-1)?.id;

describe("replay", () => {
  test("events have ids only when the hub remembers them", async () => {
    for (const replay of [0, 10]) {
      const { visitA, publish } = await setUp({ replay });
      const visit = await visitA();
      await publish("a", 1, 2);
      const ids = (await visit.reply.events(2)).map(({ id }) => id);
      if (replay === 0) expect(ids).toEqual([undefined, undefined]);
      else expect(new Set(ids).size).toBe(2);
    }
  });

  test("a client that comes back gets what it has missed, and then what follows", async () => {
    const { visitA, publish } = await setUp({ replay: 10 });
    const first = await visitA();
    await publish("a", 1, 2);
    const id = await lastId(first, 2);
    first.reply.destroy();
    await first.gone;
    await publish("a", 3);
    await publish("b", 4);
    await publish("a", 5);
    const second = await visitA(id);
    await publish("a", 6);
    expect(await seen(second)).toEqual(shown(3, 5, 6));
  });

  test("of several topics, it gets the events in the order in which they were published", async () => {
    const { visitBoth, publish } = await setUp({ replay: 10 });
    const first = await visitBoth();
    await publish("b", 1);
    const id = await lastId(first, 1);
    await publish("a", 2);
    await publish("b", 3);
    await publish("a", 4);
    expect(await seen(await visitBoth(id))).toEqual(shown(2, 3, 4));
  });

  test("it need not be refreshed when everything it missed is remembered; else it is", async () => {
    const { visitFresh, publish } = await setUp({ replay: 2 });
    const first = await visitFresh();
    await publish("a", 1);
    const id = await lastId(first, 2);
    await publish("a", 2);
    expect(await seen(await visitFresh(id))).toEqual(shown(2));
    await publish("a", 3);
    const fresh = `<p id="fresh"></p>`;
    expect(await seen(await visitFresh(id))).toEqual([fresh]);
    expect(await seen(await visitFresh("of-another-hub"))).toEqual([fresh]);
    expect(await seen(await visitFresh())).toEqual([fresh]);
  });

  test("what is remembered is bounded by its characters as well", async () => {
    const frame = patchElementsFrame(numbered(1));
    const { visitFresh, publish } = await setUp({ replay: 100, maxReplayCharacters: 2 * frame.length });
    const first = await visitFresh();
    await publish("a", 1);
    const id = await lastId(first, 2);
    await publish("a", 2);
    expect(await seen(await visitFresh(id))).toEqual(shown(2));
    await publish("a", 3);
    expect(await seen(await visitFresh(id))).toHaveLength(1);
  });

  test("an event must not have an id of its own", async () => {
    const { hub } = await setUp({ replay: 1 });
    expect(() => hub.patchSignals("a", {}, { eventId: 1 })).toThrow("must not have an eventId");
    expect(() => hub.patchElements("a", Promise.resolve("<b id='1'>"), { eventId: 1 })).toThrow(
      "must not have an eventId",
    );
  });

  test("an id is put behind the first line, and read as the id, whatever the event contains", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.stringMatching(/^[\w-]+$/), (text, id) => {
        for (const frame of [patchElementsFrame(text), patchSignalsFrame({ text })]) {
          checkHasNoId(frame);
          const [event] = parseEvents(withId(frame, id));
          expect(event).toEqual({ ...parseEvents(frame)[0], id });
        }
      }),
    );
    expect(() => checkHasNoId(patchElementsFrame("id: 1", { eventId: 2 }))).toThrow(TypeError);
  });
});

describe("latest", () => {
  test("a newcomer gets the latest event of each of its topics", async () => {
    const { visitBoth, publish } = await setUp({ latest: 10 });
    await publish("b", 1);
    await publish("a", 2, 3);
    expect(await seen(await visitBoth())).toEqual(shown(3, 1));
  });

  test("so many topics are kept as there is room for: those that went longest without an event are forgotten", async () => {
    const { visitBoth, publish } = await setUp({ latest: 1 });
    await publish("a", 1);
    await publish("b", 2);
    expect(await seen(await visitBoth())).toEqual(shown(2));
    await publish("a", 3);
    expect(await seen(await visitBoth())).toEqual(shown(3));
  });

  test("with replay, it has an id, from which the client goes on", async () => {
    const { visitA, publish } = await setUp({ latest: 10, replay: 10 });
    await publish("a", 1, 2);
    const first = await visitA();
    const id = await lastId(first, 1);
    await publish("a", 3);
    expect(await seen(await visitA(id))).toEqual(shown(3));
  });

  test("a refresh takes its place", async () => {
    const { visitFresh, publish } = await setUp({ latest: 10 });
    await publish("a", 1);
    expect(await seen(await visitFresh())).toEqual([`<p id="fresh"></p>`]);
  });
});
