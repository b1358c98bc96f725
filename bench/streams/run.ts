// Events to many clients, by this toolkit, its peers and hand-written servers: npm run bench:streams [-- fan-out idle
// latency compression encoding]
import * as zlib from "node:zlib";
import { EncodedFrame, patchElementsFrame } from "datastar-tsx";
import { median } from "../median.js";
import { Subject } from "./subject.js";
import { events, texts } from "./texts.js";

const handWritten = "http, response.write";
const peers = [
  handWritten,
  "http, chunks to the socket",
  "datastar-tsx, one frame",
  "datastar-tsx, each",
  "@starfederation/datastar-sdk",
  "better-sse",
];
const trials = 5;
// Each of them is a process of its own that starts empty.
const idleTrials = 3;

/** Runs the contenders one after the other, round by round, so that what else the machine does meets all of them. */
async function alternating<T>(
  names: readonly string[],
  prepare: (name: string) => Promise<Subject>,
  measure: (subject: Subject) => Promise<T>,
): Promise<Map<string, T[]>> {
  const subjects = new Map<string, Subject>();
  for (const name of names) subjects.set(name, await prepare(name));
  const figures = new Map<string, T[]>(names.map((name) => [name, []]));
  // The first round warms up.
  for (let trial = 0; trial <= trials; trial++) {
    for (const [name, subject] of subjects) {
      const figure = await measure(subject);
      if (trial > 0) figures.get(name)?.push(figure);
    }
  }
  for (const subject of subjects.values()) await subject.stop();
  return figures;
}

async function fanOut(text: keyof typeof texts, clients: number, count: number): Promise<void> {
  const sizes = new Map<Subject, number>();
  const figures = await alternating(
    peers,
    async (name) => {
      const subject = await Subject.start(name);
      await subject.connect(clients);
      await subject.send(events(text, 1));
      sizes.set(subject, await subject.quiet());
      return subject;
    },
    async (subject) => {
      subject.reset();
      const start = performance.now();
      const sent = subject.send(events(text, count));
      await subject.received((sizes.get(subject) ?? NaN) * count);
      const elapsed = performance.now() - start;
      return { rate: (clients * count * 1000) / elapsed, cpu: (await sent).cpu };
    },
  );
  const rate = (name: string): number => median((figures.get(name) ?? []).map((figure) => figure.rate));
  const cpu = (name: string): number =>
    (median((figures.get(name) ?? []).map((figure) => figure.cpu)) * 1e6) / (clients * count);
  table(
    `${clients} client${clients === 1 ? "" : "s"}, 2 KB of ${text}`,
    ["delivered a second", "ratio", "CPU per event", "ratio"],
    peers.map((name) => [
      name,
      rate(name).toFixed(0),
      (rate(name) / rate(handWritten)).toFixed(2),
      `${cpu(name).toFixed(2)} µs`,
      (cpu(name) / cpu(handWritten)).toFixed(2),
    ]),
  );
}

async function idle(counts: readonly number[]): Promise<void> {
  const names = peers.filter((name) => name !== "http, chunks to the socket" && name !== "datastar-tsx, each");
  const figures = new Map<string, number[][]>(names.map((name) => [name, []]));
  for (let trial = 0; trial < idleTrials; trial++) {
    for (const name of names) {
      const subject = await Subject.start(name);
      const { rss: empty } = await subject.send([]);
      const kilobytes: number[] = [];
      let connected = 0;
      for (const count of counts) {
        await subject.connect(count - connected);
        connected = count;
        kilobytes.push(((await subject.send([])).rss - empty) / count / 1024);
      }
      await subject.stop();
      figures.get(name)?.push(kilobytes);
    }
  }
  table(
    "Memory of an idle connection",
    counts.map((count) => `${count} clients`),
    names.map((name) => [
      name,
      ...counts.map((_, i) => `${median((figures.get(name) ?? []).map((all) => all[i] ?? NaN)).toFixed(1)} KB`),
    ]),
  );
}

async function latency(clients: number, count: number): Promise<void> {
  const names = peers.filter((name) => name !== "datastar-tsx, each");
  const marker = Buffer.from("data-sent=");
  const figures = await alternating(
    names,
    async (name) => {
      const subject = await Subject.start(name);
      await subject.connect(clients);
      return subject;
    },
    async (subject) => {
      const delays: number[] = [];
      subject.watch((bytes) => {
        const now = process.hrtime.bigint();
        const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        const at = buffer.indexOf(marker);
        const sent = /\d+/.exec(buffer.toString("latin1", at + marker.length, at + marker.length + 24))?.[0];
        if (at >= 0 && sent !== undefined) delays.push(Number(now - BigInt(sent)) / 1e6);
      });
      for (let i = 0; i < count; i++) {
        subject.reset();
        await subject.send(events("ASCII", 1));
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      delays.sort((a, b) => a - b);
      const percentile = (share: number): number => delays[Math.floor((delays.length - 1) * share)] ?? NaN;
      return [percentile(0.5), percentile(0.99), percentile(1)];
    },
  );
  table(
    `From the call to the client, a broadcast of 2 KB to ${clients}`,
    ["median", "99 %", "last"],
    names.map((name) => [
      name,
      ...[0, 1, 2].map((i) => `${median((figures.get(name) ?? []).map((figure) => figure[i] ?? NaN)).toFixed(2)} ms`),
    ]),
  );
}

async function compressed(clients: number, count: number): Promise<void> {
  const rows: string[][] = [];
  for (const [name, acceptEncoding] of [
    ["datastar-tsx, one frame", "identity"],
    ["datastar-tsx, br", "br"],
    // Newer versions of Node.js have it.
    ...("createZstdCompress" in zlib ? ([["datastar-tsx, zstd", "zstd"]] as const) : []),
    ["datastar-tsx, gzip", "gzip"],
  ] as const) {
    const subject = await Subject.start(name, acceptEncoding);
    const { rss: empty } = await subject.send([]);
    await subject.connect(clients);
    await subject.send(events("ASCII", 20));
    await subject.quiet();
    const { cpu } = await subject.send(events("ASCII", count));
    const bytes = await subject.quiet();
    const { rss } = await subject.send([]);
    await subject.stop();
    rows.push([
      name,
      (bytes / clients / count).toFixed(1),
      `${((cpu * 1e6) / clients / count).toFixed(1)} µs`,
      `${((rss - empty) / clients / 1024).toFixed(0)} KB`,
    ]);
  }
  table(
    `A live view of 2 KB in which one number changes, ${clients} clients`,
    ["bytes per event", "CPU per event", "memory per client"],
    rows,
  );
}

function encoding(): void {
  const rows = Object.entries(texts).map(([name, text]) => {
    const rates = [
      (html: string) => patchElementsFrame(html).length,
      (html: string) => new EncodedFrame(patchElementsFrame(html)).chunk.length,
    ].map((encode) => {
      const figures = Array.from({ length: trials + 1 }, () => {
        const start = performance.now();
        const rounds = 50_000;
        for (let i = 0; i < rounds; i++) encode(text(i));
        return (rounds * 1000) / (performance.now() - start);
      });
      return median(figures.slice(1)).toFixed(0);
    });
    return [name, ...rates];
  });
  table("Encoding alone, 2 KB", ["strings a second", "chunks a second"], rows);
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n\n| | ${columns.join(" | ")} |\n| --- |${" ---: |".repeat(columns.length)}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

const parts: { readonly [name: string]: () => Promise<void> | void } = {
  "fan-out": async () => {
    await fanOut("ASCII", 1000, 25);
    await fanOut("non-ASCII", 1000, 25);
    await fanOut("ASCII", 1, 5000);
  },
  idle: () => idle([5000, 10_000]),
  latency: () => latency(1000, 10),
  compression: () => compressed(200, 200),
  encoding,
};

const chosen = process.argv.slice(2);
console.log(`Node ${process.versions.node}, medians of ${trials} trials; ratios to "${handWritten}"`);
for (const [name, measure] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await measure();
