import type { CloseReason } from "datastar-tsx";
import { expect, test } from "vitest";
import type { Channel } from "../../src/stream/channel.js";
import { turn } from "../support/deferred.js";
import { channelOver, FakeSink } from "./fake-sink.js";

// What is called back while a stream ends may use the stream: to say what went wrong, or to end it.
const failure = new Error("no such stream");

type Act = readonly [name: string, act: (channel: Channel) => unknown];
const acts: readonly Act[] = [
  ["sends", (channel) => channel.send("sorry")],
  ["sends more than may wait", (channel) => channel.send("x".repeat(1000))],
  ["sends later", (channel) => channel.send(Promise.resolve("sorry"))],
  ["sends what fails", (channel) => channel.send(Promise.reject(failure))],
  ["closes", (channel) => channel.close("closed")],
  ["disconnects", (channel) => channel.cut("closed")],
];

type End = readonly [name: string, end: (channel: Channel, sink: FakeSink) => void];
const ends: readonly End[] = [
  [
    "a write that throws",
    (channel, sink) => {
      sink.failure = failure;
      void channel.send("x");
    },
  ],
  [
    "a queue that overflows",
    (channel, sink) => {
      sink.room = false;
      for (let i = 0; i < 3; i++) void channel.send("x".repeat(99));
    },
  ],
  ["an event that cannot be made", (channel) => void channel.send(Promise.reject(failure))],
  ["a sink that breaks", (channel) => channel.broke(failure)],
  ["a handler that throws", (channel) => channel.fail(failure)],
];

test.each(ends.flatMap(([end, run]) => acts.map(([act, react]) => [end, act, run, react] as const)))(
  "%s, and onError %s",
  async (_end, _act, run, react) => {
    const sink = new FakeSink();
    let reports = 0;
    const { channel } = channelOver(sink, {
      onError: () => {
        reports++;
        // Were it called again for what it does itself, that would have no end.
        if (reports < 10) void react(channel);
      },
    });
    const reasons: CloseReason[] = [];
    channel.onClose((reason) => {
      reasons.push(reason);
      react(channel);
    });
    run(channel, sink);
    await turn();
    sink.drain();
    await turn();
    expect(reports).toBe(1);
    expect(reasons).toHaveLength(1);
    expect(sink.calls.length).toBeGreaterThan(0);
    expect(channel.queuedBytes).toBe(0);
  },
);
