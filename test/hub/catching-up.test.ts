import { createHub, type HubOptions } from "datastar-tsx/hub";
import { expect, test } from "vitest";
import { ServerSentEventGenerator } from "../../src/stream/generator.js";
import { channelOver, FakeSink } from "../stream/fake-sink.js";
import { turn } from "../support/deferred.js";

const big = "x".repeat(80);

/** A hub, and clients of it with room for a few events only. */
function setUp(options: HubOptions) {
  const hub = createHub(options);
  const publish = async (from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i++) await hub.patchSignals(i % 2 === 0 ? "even" : "odd", { i, big });
  };
  const enter = (room: boolean, lastEventId?: string) => {
    const sink = new FakeSink();
    sink.room = room;
    const { channel, errors } = channelOver(sink, { maxQueuedBytes: 1000 });
    hub.subscribe(["even", "odd"], new ServerSentEventGenerator(channel, () => lastEventId));
    const seen = (): number[] => sink.written.map((frame) => Number(/"i":(\d+)/.exec(frame)?.[1]));
    const ids = (): (string | undefined)[] => sink.written.map((frame) => /^id: (.*)$/m.exec(frame)?.[1]);
    /** Takes one event after the other, for as long as there are any. */
    const read = async (): Promise<void> => {
      for (let count = -1; count < sink.written.length;) {
        count = sink.written.length;
        channel.drain();
        await turn();
      }
    };
    return { channel, errors, seen, ids, read };
  };
  return { publish, enter };
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

test("a client gets what it has missed no faster than it takes it, and then what was published meanwhile", async () => {
  const { publish, enter } = setUp({ replay: 1000 });
  const first = enter(true);
  await publish(0, 100);
  const back = enter(false, first.ids()[0]);
  await turn();
  await publish(100, 150);
  await back.read();
  expect(back.seen()).toEqual(numbers(1, 150));
  await publish(150, 152);
  await back.read();
  expect(back.seen()).toEqual(numbers(1, 152));
  expect({ errors: back.errors, closed: back.channel.closed }).toEqual({ errors: [], closed: false });
});

test("one for which more is published meanwhile than can be held back is disconnected, and goes on where it was", async () => {
  const { publish, enter } = setUp({ replay: 5000 });
  const first = enter(true);
  await publish(0, 100);
  let last = first.ids()[0];
  const seen: number[] = [];
  for (let visits = 0; visits < 3; visits++) {
    const back = enter(false, last);
    if (visits === 0) await publish(100, 1200);
    await back.read();
    seen.push(...back.seen());
    last = back.ids().at(-1);
    expect(back.errors).toEqual([]);
    expect(back.channel.closed).toBe(visits === 0);
  }
  expect(seen).toEqual(numbers(1, 1200));
});

test("the end of a subscription ends what it sends", async () => {
  const { publish, enter } = setUp({ replay: 1000 });
  const first = enter(true);
  await publish(0, 100);
  const back = enter(false, first.ids()[0]);
  back.channel.cut("closed");
  await turn();
  expect(back.errors).toEqual([]);
});
