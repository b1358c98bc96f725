// A process at one end of a transport, without clients: it publishes, or it counts. It does what its parent tells it.
import { patchElementsFrame } from "datastar-tsx";
import type { TransportReceiver } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { redis } from "datastar-tsx/hub/redis";

/** What a member is told: how many events to publish, and how many of them at once; or how many to expect. */
export type Command = { readonly publish: number; readonly atOnce: number } | { readonly expect: number };

/** What it answers when it has done so. */
export interface Figures {
  /** Seconds of CPU. */
  readonly cpu: number;
  /** Milliseconds from publishing to receiving, of each event. */
  readonly delays: readonly number[];
}

const log = { events: 10_000 };
const transports = {
  NATS: (port: number) => nats({ port }),
  "NATS, log": (port: number) => nats({ port, log }),
  Redis: (port: number) => redis({ url: `redis://127.0.0.1:${port}` }),
  "Redis, log": (port: number) => redis({ url: `redis://127.0.0.1:${port}`, log }),
} as const;

export type TransportName = keyof typeof transports;
export const transportNames = Object.keys(transports) as TransportName[];

const padding = `<td class="cell">price of item</td>`.repeat(54);
const frameAt = (time: bigint): string =>
  patchElementsFrame(`<table id="prices" data-sent="${time}"><tr>${padding}</tr></table>`);
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

function run(name: TransportName, port: number): void {
  const transport = transports[name](port);
  let expected = 0;
  let before = process.cpuUsage();
  let delays: number[] = [];
  const answer = (): void => {
    const { user, system } = process.cpuUsage(before);
    const figures: Figures = { cpu: (user + system) / 1e6, delays };
    process.send?.(figures);
  };
  const receiver: TransportReceiver = {
    replay: 0,
    up: () => void transport.subscribe("prices")?.then(() => process.send?.("ready")),
    down: () => {},
    past: () => {},
    nudge: () => {},
    foreign: () => {},
    error: (error) => console.error(error),
    event: (_topic, frame) => {
      if (expected === 0) return;
      delays.push(now() - Number(/data-sent="(\d+)"/.exec(frame)?.[1]) / 1e6);
      if (--expected === 0) answer();
    },
  };
  process.on("message", async (command: Command) => {
    before = process.cpuUsage();
    delays = [];
    if ("expect" in command) {
      expected = command.expect;
      process.send?.("expecting");
      return;
    }
    for (let sent = 0; sent < command.publish; sent += command.atOnce) {
      await Promise.all(
        Array.from({ length: command.atOnce }, () => transport.publish("prices", frameAt(process.hrtime.bigint()))),
      );
    }
    answer();
  });
  transport.start(receiver);
}

const [, , name, port] = process.argv;
if (process.send !== undefined) run(name as TransportName, Number(port));
