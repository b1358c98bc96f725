// What a hub adds to its streams, and what a transport carries: npm run bench:hub. Needs nats-server and redis-server.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../test/free-port.js";
import { median } from "../median.js";
import { Subject } from "../streams/subject.js";
import { events } from "../streams/texts.js";
import { type Command, type Figures, type TransportName, transportNames } from "./member.js";

const trials = 5;
const clients = 1000;
const broadcasts = 25;
const published = 4096;
/** Ticks of the clock in which Linux counts the CPU of a process, per second. */
const ticks = 100;

async function fanOut(): Promise<void> {
  const names = ["datastar-tsx, one frame", "datastar-tsx, hub"];
  const subjects = await Promise.all(names.map((name) => Subject.start(name)));
  for (const subject of subjects) await subject.connect(clients);
  const rates = names.map((): number[] => []);
  const cpus = names.map((): number[] => []);
  for (let trial = 0; trial <= trials; trial++) {
    for (const [i, subject] of subjects.entries()) {
      await subject.send(events("ASCII", 1));
      const size = await subject.quiet();
      const start = performance.now();
      const sent = subject.send(events("ASCII", broadcasts));
      await subject.received(size * broadcasts);
      const elapsed = performance.now() - start;
      subject.reset();
      if (trial === 0) continue;
      rates[i]?.push((clients * broadcasts * 1000) / elapsed);
      cpus[i]?.push(((await sent).cpu * 1e6) / clients / broadcasts);
    }
  }
  for (const subject of subjects) await subject.stop();
  table(
    `${clients} clients of one process, 2 KB`,
    ["delivered a second", "CPU per delivery"],
    names.map((name, i) => [name, median(rates[i] ?? []).toFixed(0), `${median(cpus[i] ?? []).toFixed(2)} µs`]),
  );
}

/** A server of NATS or Redis with members that use it. */
class Network {
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly publisher: ChildProcess;
  readonly receivers: readonly ChildProcess[];

  private constructor(
    server: ChildProcess,
    folder: string,
    [publisher, ...receivers]: readonly [ChildProcess, ...ChildProcess[]],
  ) {
    this.#server = server;
    this.#folder = folder;
    this.publisher = publisher;
    this.receivers = receivers;
  }

  static async start(name: TransportName, receivers: number): Promise<Network> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-bench-"));
    const server = name.startsWith("NATS")
      ? spawn("nats-server", ["--addr", "127.0.0.1", "--port", String(port), "--jetstream", "--store_dir", folder], {
          stdio: "ignore",
        })
      : spawn("redis-server", ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", ""], {
          stdio: "ignore",
        });
    while (!(await listens(port))) await delay(20);
    const start = async (): Promise<ChildProcess> => {
      const member = fork(fileURLToPath(new URL("member.ts", import.meta.url)), [name, String(port)]);
      await once(member, "message");
      return member;
    };
    return new Network(server, folder, [
      await start(),
      ...(await Promise.all(Array.from({ length: receivers }, start))),
    ]);
  }

  /** Seconds of CPU that the server has used. */
  get serverCpu(): number {
    const fields = readFileSync(`/proc/${this.#server.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticks;
  }

  /** Publishes events and waits until every receiver has them. */
  async carry(
    count: number,
    atOnce: number,
  ): Promise<{ publisher: Figures; receivers: Figures[]; seconds: number; server: number }> {
    for (const receiver of this.receivers) await ask(receiver, { expect: count });
    const before = this.serverCpu;
    const start = performance.now();
    const arrived = this.receivers.map(answerOf);
    const [publisher, ...receivers] = await Promise.all([ask(this.publisher, { publish: count, atOnce }), ...arrived]);
    return { publisher, receivers, seconds: (performance.now() - start) / 1000, server: this.serverCpu - before };
  }

  stop(): void {
    for (const process of [this.#server, this.publisher, ...this.receivers]) process.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function answerOf(child: ChildProcess): Promise<Figures> {
  const [figures] = (await once(child, "message")) as [Figures];
  return figures;
}

function ask(child: ChildProcess, command: Command): Promise<Figures> {
  const answer = answerOf(child);
  child.send(command);
  return answer;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const isThere = await new Promise<boolean>((resolve) =>
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false)),
  );
  socket.destroy();
  return isThere;
}

async function transports(receivers: number): Promise<void> {
  const networks = new Map<TransportName, Network>();
  for (const name of transportNames) networks.set(name, await Network.start(name, receivers));
  const figures = new Map(
    transportNames.map((name) => [
      name,
      [] as { rate: number; publisher: number; receiver: number; server: number; delay: number }[],
    ]),
  );
  for (let trial = 0; trial <= trials; trial++) {
    for (const [name, network] of networks) {
      const { publisher, receivers: received, seconds, server } = await network.carry(published, 256);
      const alone = await network.carry(50, 1);
      if (trial === 0) continue;
      figures.get(name)?.push({
        rate: published / seconds,
        publisher: publisher.cpu / published,
        receiver: median(received.map(({ cpu }) => cpu)) / published,
        server: server / published,
        delay: median(alone.receivers.flatMap(({ delays }) => delays)),
      });
    }
  }
  for (const network of networks.values()) network.stop();
  const us = (seconds: number): string => `${(seconds * 1e6).toFixed(0)} µs`;
  table(
    `One publisher, ${receivers} receiver${receivers === 1 ? "" : "s"}, 2 KB`,
    ["events a second", "CPU per event: publisher", "server", "receiver", "delay of a single event"],
    transportNames.map((name) => {
      const of = (
        pick: (figure: { rate: number; publisher: number; receiver: number; server: number; delay: number }) => number,
      ): number => median((figures.get(name) ?? []).map(pick));
      return [
        name,
        of(({ rate }) => rate).toFixed(0),
        us(of(({ publisher }) => publisher)),
        us(of(({ server }) => server)),
        us(of(({ receiver }) => receiver)),
        `${of(({ delay }) => delay).toFixed(2)} ms`,
      ];
    }),
  );
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n\n| | ${columns.join(" | ")} |\n| --- |${" ---: |".repeat(columns.length)}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

console.log(`Node ${process.versions.node}, medians of ${trials} trials`);
await fanOut();
await transports(1);
await transports(4);
