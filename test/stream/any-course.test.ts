// Whatever is sent, however the sends turn out, and whatever the connection does: what a channel promises holds.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Channel } from "../../src/stream/channel.js";
import { compressed } from "../../src/stream/compressed-sink.js";
import type { Compressor } from "../../src/stream/encoding.js";
import { slowClientPolicies } from "../../src/stream/queue.js";
import { type Deferred, deferred, turn } from "../support/deferred.js";
import { channelOver, FakeSink } from "./fake-sink.js";

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  process.on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
  vi.useRealTimers();
});

const maxQueuedBytes = 60;
const failure = new Error("no");

/** A sink of which every part can fail. */
class FailingSink extends FakeSink {
  fails: ReadonlySet<string> = new Set();

  override end(): void {
    super.end();
    if (this.fails.has("end")) throw failure;
  }

  override abort(): void {
    super.abort();
    if (this.fails.has("abort")) throw failure;
  }
}

/** Compresses nothing, in pieces, and takes the time that the test gives it. */
class SlowCompressor implements Compressor {
  readonly #listeners = new Map<string, (value: never) => void>();
  #work: (() => void)[] = [];
  #isGone = false;

  write(bytes: Uint8Array, callback: () => void): void {
    this.#work.push(() => {
      for (let i = 0; i < bytes.length; i += 7) this.#emit("data", bytes.slice(i, i + 7));
      callback();
    });
  }

  end(): void {
    this.#work.push(() => this.#emit("end"));
  }

  destroy(): void {
    this.#isGone = true;
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener);
  }

  work(): void {
    for (const step of this.#work.splice(0)) if (!this.#isGone) step();
  }

  fail(): void {
    if (!this.#isGone) this.#emit("error", failure);
  }

  #emit(event: string, value?: unknown): void {
    this.#listeners.get(event)?.(value as never);
  }
}

const acts = [
  "send",
  "sendLater",
  "arrive",
  "fall",
  "full",
  "drain",
  "work",
  "beat",
  "turn",
  "close",
  "disconnect",
  "leave",
  "break",
  "breakCompressor",
  "fail",
] as const;
type Act = (typeof acts)[number];

const act = fc.record({
  // Rarely what ends the stream: there is little to see after that.
  name: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...acts.slice(0, 9)) },
    { weight: 1, arbitrary: fc.constantFrom(...acts.slice(9)) },
  ),
  size: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(100)),
  key: fc.constantFrom(undefined, undefined, "a", "b"),
  which: fc.nat(),
  isObserved: fc.boolean(),
});

// The system takes bytes in a turn of its own, and never while somebody is called back.
const reaction = act.filter(({ name }) => name !== "drain" && name !== "work");

const course = fc.record({
  slowClient: fc.constantFrom(...slowClientPolicies),
  isCompressed: fc.boolean(),
  fails: fc.subarray(["end", "abort"]).map((names) => new Set(names)),
  failsAfter: fc.option(fc.nat({ max: 20 }), { nil: Infinity, freq: 3 }),
  onError: fc.option(reaction),
  onClose: fc.option(reaction),
  acts: fc.array(act, { maxLength: 60 }),
});

test("any course of events", async () => {
  await fc.assert(
    fc.asyncProperty(course, async ({ slowClient, isCompressed, fails, failsAfter, onError, onClose, acts }) => {
      const sink = new FailingSink();
      sink.fails = fails;
      const compressor = new SlowCompressor();
      const outcomes: string[] = [];
      const later: Deferred<string>[] = [];
      let channel: Channel | undefined;
      let reports = 0;
      let closings = 0;
      const encoding = isCompressed ? { name: "slow", open: () => compressor, compress: () => undefined } : undefined;

      const frame = (n: number, size: number): string => `<${n}${"x".repeat(size)}>`;
      const sent = (promise: Promise<void>, isObserved: boolean): void => {
        const n = outcomes.push("waits") - 1;
        const settle = (outcome: string) => () => {
          outcomes[n] = outcomes[n] === "waits" ? outcome : "settled twice";
        };
        // The same without looking at it: see SendPromise.
        if (isObserved) promise.then(settle("resolved"), settle("rejected"));
        else void Promise.prototype.then.call(promise, settle("resolved"), settle("rejected"));
      };
      const run = async ({
        name,
        size,
        key,
        which,
        isObserved,
      }: {
        name: Act;
        size: number;
        key: string | undefined;
        which: number;
        isObserved: boolean;
      }) => {
        if (channel === undefined) return;
        if (sink.written.length >= failsAfter) sink.failure = failure;
        switch (name) {
          case "send":
            return sent(channel.send(frame(outcomes.length, size), key), isObserved);
          case "sendLater": {
            const text = deferred<string>();
            const n = outcomes.length;
            later.push(text);
            return sent(
              channel.send(
                text.promise.then(() => frame(n, size)),
                key,
              ),
              isObserved,
            );
          }
          case "arrive":
            return later[which % later.length]?.resolve("");
          case "fall":
            return later[which % later.length]?.reject(failure);
          case "full":
            sink.room = false;
            return;
          case "drain":
            return sink.drain();
          case "work":
            return compressor.work();
          case "beat":
            return void vi.advanceTimersByTime(1000);
          case "turn":
            return turn();
          case "close":
            return void channel.close("closed");
          case "disconnect":
            return channel.cut("closed");
          case "leave":
            return sink.writer?.disconnect();
          case "break":
            return sink.writer?.broke(failure);
          case "breakCompressor":
            return compressor.fail();
          case "fail":
            return channel.fail(failure);
        }
      };

      ({ channel } = channelOver(compressed(sink, encoding), {
        slowClient,
        maxQueuedBytes,
        keepAlive: 1000,
        onError: () => {
          // Reporting what it has done itself would have no end.
          if (++reports < 50 && onError !== null && onError.name !== "fail") void run(onError);
          throw failure;
        },
      }));
      vi.spyOn(console, "error").mockImplementation(() => {});
      channel.onClose(() => {
        closings++;
        if (onClose !== null) void run(onClose);
        throw failure;
      });

      for (const each of acts) {
        await run(each);
        // One event alone may be larger.
        expect(channel.queuedBytes).toBeLessThanOrEqual(Math.max(maxQueuedBytes, 110));
      }

      // In the end, everything has turned out somehow, and the client takes what there is.
      void channel.close("closed");
      for (const text of later) text.resolve("");
      for (let i = 0; i < 4 + 2 * outcomes.length; i++) {
        await turn();
        sink.drain();
        compressor.work();
      }
      await turn();

      expect(closings).toBe(1);
      expect(channel.queuedBytes).toBe(0);
      expect(outcomes.filter((outcome) => outcome !== "resolved" && outcome !== "rejected")).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
      expect(reports).toBeLessThan(50);
      expect(unhandled).toEqual([]);
      expect(sink.calls.filter((call) => call === "end").length).toBeLessThanOrEqual(1);

      const text = sink.written.join("").replaceAll(":\n\n", "");
      const numbers = Array.from(text.matchAll(/<(\d+)x*>/g), ([, n]) => Number(n));
      // Each once, and in the order in which they were sent; a comment, and a piece of one, stands between them only.
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      expect(text.replaceAll(/<\d+x*>/g, "")).toMatch(isCompressed ? /^(<[\dx]*|:\n?)?$/ : /^$/);
      if (slowClient === "wait" || slowClient === "disconnect") {
        const lost = outcomes.flatMap((outcome, n) => (outcome === "resolved" && !numbers.includes(n) ? n : []));
        if (!isCompressed) expect(lost).toEqual([]);
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 1000) },
  );
});
