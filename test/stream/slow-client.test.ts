import { EncodedFrame } from "datastar-tsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patchElementsEvent } from "../../src/events/patch-elements.js";
import { patchSignalsEvent } from "../../src/events/patch-signals.js";
import { type Sendable, textOf } from "../../src/events/sendable.js";
import type { SlowClient } from "../../src/stream/queue.js";
import { deferred, turn } from "../support/deferred.js";
import { channelOver, FakeSink } from "./fake-sink.js";

/** A channel whose client has taken one event, and no more so far. */
function slow(slowClient: SlowClient, maxQueuedBytes = 100) {
  const sink = new FakeSink();
  const { channel, errors } = channelOver(sink, { slowClient, maxQueuedBytes });
  sink.room = false;
  void channel.send("first");
  /** What the client gets after the first event, once it takes as much as there is. */
  const rest = (): string[] => {
    sink.drain();
    return sink.written.slice(1);
  };
  return { sink, channel, errors, rest };
}

const ten = (name: string): string => name.padEnd(10, ".");
const reasonOf = (channel: { onClose(callback: (reason: string) => void): void }): string[] => {
  const reasons: string[] = [];
  channel.onClose((reason) => reasons.push(reason));
  return reasons;
};

describe("wait", () => {
  test("a send that is awaited waits until its event is written and there is room for more", async () => {
    const { sink, channel } = slow("wait");
    const log: string[] = [];
    void channel.send("second").then(() => log.push("second"));
    await turn();
    expect(log).toEqual([]);
    expect(channel.queuedBytes).toBe(6);
    sink.drain();
    await turn();
    expect(log).toEqual(["second"]);
    expect(channel.queuedBytes).toBe(0);
  });

  test("up to the bound, everything is kept", () => {
    const { channel, errors, rest } = slow("wait");
    const names = Array.from({ length: 10 }, (_, i) => ten(`${i}`));
    for (const name of names) void channel.send(name);
    expect(channel.queuedBytes).toBe(100);
    expect(rest()).toEqual(names);
    expect(errors).toEqual([]);
  });

  test("beyond the bound, an error tells what to do, and the client is disconnected", async () => {
    const { sink, channel, errors } = slow("wait");
    const reasons = reasonOf(channel);
    for (let i = 0; i < 10; i++) void channel.send(ten(`${i}`));
    await expect(channel.send("x")).rejects.toMatchObject({ name: "StreamClosedError", reason: "overflow" });
    expect(errors).toEqual([
      new RangeError(
        "A client takes its events too slowly: more than 100 bytes wait. Await the sends, or choose with slowClient what becomes of them.",
      ),
    ]);
    expect(reasons).toEqual(["overflow"]);
    expect(channel.queuedBytes).toBe(0);
    sink.drain();
    expect(sink.calls).toEqual(["abort"]);
    expect(sink.written).toEqual(["first"]);
  });

  test("a single event may be larger than the bound", () => {
    const { channel, rest } = slow("wait");
    void channel.send("x".repeat(1000));
    expect(rest()).toEqual(["x".repeat(1000)]);
  });

  test("what is measured are bytes of UTF-8", () => {
    const { channel } = slow("wait");
    void channel.send("日本");
    void channel.send(new EncodedFrame("€"));
    expect(channel.queuedBytes).toBe(9);
  });

  test("an event counts from the moment when it is there", async () => {
    const { channel, errors } = slow("wait");
    const late = deferred<string>();
    void channel.send(late.promise);
    void channel.send("x".repeat(90));
    expect(channel.queuedBytes).toBe(90);
    late.resolve("x".repeat(20));
    await turn();
    expect(errors).toHaveLength(1);
    expect(channel.closed).toBe(true);
  });
});

describe("disconnect", () => {
  test("beyond the bound, the client is disconnected, which is no error", () => {
    const { sink, channel, errors } = slow("disconnect");
    const reasons = reasonOf(channel);
    for (let i = 0; i < 11; i++) void channel.send(ten(`${i}`));
    sink.drain();
    expect({ errors, reasons, calls: sink.calls }).toEqual({ errors: [], reasons: ["overflow"], calls: ["abort"] });
  });
});

test("what the connection says about being broken off is no error", () => {
  const { sink, channel, errors } = slow("disconnect");
  channel.cut("closed");
  sink.writer?.broke(new Error("write ECANCELED"));
  sink.writer?.disconnect();
  expect({ errors, calls: sink.calls }).toEqual({ errors: [], calls: ["abort"] });
});

describe("dropOldest", () => {
  test("beyond the bound, the oldest are left out, and nobody waits for them any longer", async () => {
    const { channel, errors, rest } = slow("dropOldest");
    const sends = Array.from({ length: 15 }, (_, i) => channel.send(ten(`${i}`)));
    await Promise.all(sends.slice(0, 5));
    expect(rest()).toEqual(Array.from({ length: 10 }, (_, i) => ten(`${i + 5}`)));
    expect(errors).toEqual([]);
  });

  test("an event that is larger than the bound pushes all the others out", () => {
    const { channel, rest } = slow("dropOldest");
    void channel.send("small");
    void channel.send("x".repeat(1000));
    expect(rest()).toEqual(["x".repeat(1000)]);
  });

  test("an event that took long to make is as old as its place", async () => {
    const { channel, rest } = slow("dropOldest");
    const late = deferred<string>();
    const first = channel.send(late.promise);
    for (const text of ["2".repeat(60), "3".repeat(40)]) void channel.send(text);
    late.resolve("1".repeat(60));
    await turn();
    expect(rest()).toEqual(["2".repeat(60), "3".repeat(40)]);
    await first;
  });
});

describe("keepLatest", () => {
  const table = (n: number) => patchElementsEvent(`<table id="prices"><tr><td>${n}</td></tr></table>`);
  const list = (n: number) => patchElementsEvent(`<li>${n}</li>`, { selector: "#list", mode: "append" });
  const signals = (values: object) => patchSignalsEvent(values as never);

  test.each<[name: string, sent: Sendable[], kept: Sendable[]]>([
    ["a patch of the same element", [table(1), table(2), table(3)], [table(3)]],
    [
      "patches of other elements stay",
      [table(1), patchElementsEvent("<b id=x></b>"), table(2)],
      [patchElementsEvent("<b id=x></b>"), table(2)],
    ],
    [
      "a patch of the same selector",
      [list(0), ...[1, 2].map((n) => patchElementsEvent(`${n}`, { selector: "#a", mode: "inner" }))],
      [list(0), patchElementsEvent("2", { selector: "#a", mode: "inner" })],
    ],
    ["what adds to the page stays", [list(1), list(2)], [list(1), list(2)]],
    [
      "what was sent before something that adds to the page stays",
      [table(1), list(1), table(2), table(3)],
      [table(1), list(1), table(3)],
    ],
    [
      "a patch of the same signals",
      [signals({ a: 1, b: { c: 1 } }), signals({ b: { c: 2 }, a: 2 })],
      [signals({ b: { c: 2 }, a: 2 })],
    ],
    [
      "patches of other signals stay",
      [signals({ a: 1, b: 1 }), signals({ a: 2 })],
      [signals({ a: 1, b: 1 }), signals({ a: 2 })],
    ],
  ])("%s", (_, sent, kept) => {
    const { channel, rest } = slow("keepLatest", 10_000);
    for (const frame of sent) void channel.send(frame);
    expect(rest()).toEqual(kept.map(textOf));
  });

  test("a key says what an event shows, whatever stands in between", () => {
    const { channel, rest } = slow("keepLatest", 1000);
    for (const [frame, key] of [
      ["1", "a"],
      ["2", undefined],
      ["3", "b"],
      ["4", "a"],
    ] as const)
      void channel.send(new EncodedFrame(frame), key);
    expect(rest()).toEqual(["2", "3", "4"]);
  });

  test("nobody waits for an event that was replaced", async () => {
    const { channel } = slow("keepLatest", 10_000);
    const send = channel.send(table(1));
    void channel.send(table(2));
    await send;
  });

  test("an event that is late is left out when the one after it is there already", async () => {
    const { channel, rest } = slow("keepLatest", 10_000);
    const late = deferred<Sendable>();
    void channel.send(late.promise);
    void channel.send(table(2));
    late.resolve(table(1));
    await turn();
    expect(rest()).toEqual([textOf(table(2))]);
  });

  test("a view that is rendered asynchronously", async () => {
    const { channel, rest } = slow("keepLatest", 10_000);
    for (let n = 1; n <= 100; n++) void channel.send(Promise.resolve(table(n)));
    await turn();
    expect(rest()).toEqual([textOf(table(100))]);
  });

  test("events that cannot be left out count against the bound", () => {
    const { channel } = slow("keepLatest", 200);
    const reasons = reasonOf(channel);
    for (let n = 0; n < 10; n++) void channel.send(list(n));
    expect(reasons).toEqual(["overflow"]);
  });
});

// A client that stops and goes on at any time.
const action = fc.oneof(
  fc.record({ send: fc.constantFrom("a", "b", undefined), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ later: fc.boolean() }),
  fc.constant("stop" as const),
  fc.constant("drain" as const),
);

test.each<SlowClient>(["wait", "dropOldest", "keepLatest", "disconnect"])(
  "%s: within the bound, in order, and the last of each key arrives",
  async (policy) => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const sink = new FakeSink();
        const { channel } = channelOver(sink, { slowClient: policy, maxQueuedBytes: 200 });
        const sent: { readonly key: string | undefined; readonly text: string }[] = [];
        for (const step of actions) {
          if (step === "stop") sink.room = false;
          else if (step === "drain") sink.drain();
          else if (channel.closed) break;
          else if ("later" in step) {
            const text = `${sent.length} later`;
            sent.push({ key: undefined, text });
            void channel.send(Promise.resolve(text));
            if (step.later) await turn();
          } else {
            const text = `${sent.length} `.padEnd(step.length, "x");
            sent.push({ key: step.send, text });
            void channel.send(text, step.send);
          }
          expect(channel.queuedBytes).toBeLessThanOrEqual(200);
        }
        await turn();
        sink.drain();

        const numbers = sink.written.map((text) => Number.parseInt(text, 10));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        if (channel.closed) return;
        if (policy === "wait" || policy === "disconnect") expect(sink.written).toEqual(sent.map(({ text }) => text));
        if (policy === "keepLatest") {
          for (const key of ["a", "b"]) {
            const last = sent.findLast((event) => event.key === key);
            if (last !== undefined) expect(sink.written).toContain(last.text);
          }
          for (const { key, text } of sent) if (key === undefined) expect(sink.written).toContain(text);
        }
        if (sent.length > 0 && policy === "dropOldest") expect(sink.written.at(-1)).toBe(sent.at(-1)?.text);
      }),
    );
  },
);

// What waits at most, according to the rule and not to how it is found.
test("keepLatest: however late events are made, the newest of each target arrives, and what has to stay does", async () => {
  const step = fc.record({ target: fc.constantFrom("a", "b", "c", undefined), late: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.infiniteStream(fc.nat()), async (steps, random) => {
      const { channel, rest } = slow("keepLatest", 1e6);
      const late: (() => void)[] = [];
      const events = steps.map(({ target }, n) =>
        target === undefined
          ? patchElementsEvent(`${n}`, { selector: "#list", mode: "append" })
          : patchElementsEvent(`<p id="${target}">${n}</p>`),
      );
      steps.forEach((each, n) => {
        const event = events[n]!;
        if (!each.late) return void channel.send(event);
        const { promise, resolve } = deferred<Sendable>();
        late.push(() => resolve(event));
        void channel.send(promise);
      });
      while (late.length > 0) {
        late.splice((random.next().value ?? 0) % late.length, 1)[0]?.();
        await turn();
      }
      // Between two events that have to stay, one of each target is left: the newest.
      const newest = steps.flatMap(({ target }, n) => {
        const next = steps.findIndex((other, m) => m > n && (other.target === undefined || other.target === target));
        return target !== undefined && next >= 0 && steps[next]?.target === target ? [] : [textOf(events[n]!)];
      });
      expect(rest()).toEqual(newest);
    }),
  );
});

test("keepLatest: the time that an event takes does not depend on how many wait", { timeout: 60_000 }, () => {
  const { channel, rest } = slow("keepLatest", 1e9);
  const start = performance.now();
  // Two of each, far apart: the first 30,000 wait when the others come.
  for (let n = 0; n < 60_000; n++) void channel.send(patchSignalsEvent({ [`s${n % 30_000}`]: n }));
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(rest()).toHaveLength(30_000);
});
