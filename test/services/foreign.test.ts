// Messages that no hub has sent, and events that a service does not take.
import { jetstream } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { patchSignalsFrame } from "datastar-tsx";
import { TransportError } from "datastar-tsx/hub";
import { createClient } from "redis";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Kind, kinds } from "./kinds.js";
import { join, numbers, seenUntil } from "./member.js";
import { type Service, startService } from "./service.js";

/** Another program that uses the same service. */
interface Stranger {
  /** Sends something to where hubs send the events of the topic `a`. */
  send(message: Uint8Array): Promise<unknown>;
  /** Sends what no hub could send at all; as many messages as it says. */
  sendImpossible(): Promise<number>;
  /** Makes the service take no more than a mebibyte. */
  limit(): Promise<unknown>;
}

async function natsStranger({ isLog }: Kind, { port }: Service): Promise<Stranger> {
  const connection = await connect({ port });
  onTestFinished(() => connection.close());
  return {
    send: async (message) => {
      if (isLog) await jetstream(connection).publish("datastar.log.a", message);
      else connection.publish("datastar.event.a", message);
    },
    sendImpossible: async () => {
      // Of a topic that no name is encoded like; and of no kind that there is.
      if (isLog) await jetstream(connection).publish("datastar.log.%ff", "?");
      connection.publish("datastar.other.a", "?");
      return isLog ? 1 : 0;
    },
    // It takes no more anyway.
    limit: async () => {},
  };
}

async function redisStranger({ isLog }: Kind, { port }: Service): Promise<Stranger> {
  const client = await createClient({ url: `redis://127.0.0.1:${port}` })
    .on("error", () => {})
    .connect();
  onTestFinished(() => client.destroy());
  return {
    send: (message) =>
      isLog
        ? client.xAdd("datastar:events", "*", { topic: "a", frame: Buffer.from(message) })
        : client.publish("datastar:event:a", Buffer.from(message)),
    sendImpossible: async () => {
      if (isLog) await client.xAdd("datastar:events", "*", { something: "else" });
      return isLog ? 1 : 0;
    },
    limit: () => client.configSet("proto-max-bulk-len", String(1024 * 1024)),
  };
}

const strangerTo = (kind: Kind, service: Service): Promise<Stranger> =>
  (kind.name.startsWith("nats") ? natsStranger : redisStranger)(kind, service);

const foreign: { readonly [what: string]: Uint8Array | string } = {
  nothing: "",
  text: "hello",
  JSON: '{"version":2,"events":[{"patch":"<p>"}]}',
  "lines of text": "hello: world\n\n",
  "bytes that are no text": Uint8Array.from({ length: 256 }, (_, i) => i),
  "a frame that does not end": patchSignalsFrame({ n: 3 }).trimEnd(),
  "a frame of a version to come": `replaces2 {"key":"x"}\n${patchSignalsFrame({ n: 4 })}`,
  "something in front of what is no frame": ":replaces x\nhello\n\n",
  "something in front of nothing": ":replaces x\n\n",
  "very much": "x".repeat(1_000_000),
};

describe.each(kinds)("$name", (kind) => {
  test("what is no event of a hub is reported and left out", async () => {
    const service = await startService(kind);
    const { hub, visit, errors } = join(kind, service, { replay: 100 });
    await hub.ready;
    const client = await visit("a");
    await client.reply.events(kind.isLog ? 1 : 2);
    const stranger = await strangerTo(kind, service);
    const messages = Object.values(foreign).map((message) => Buffer.from(message));
    for (const message of messages) await stranger.send(message);
    const impossible = await stranger.sendImpossible();
    // Frames as they are, any program may publish.
    await stranger.send(Buffer.from(patchSignalsFrame({ n: 1 })));
    expect(numbers(await seenUntil(client, 1))).toEqual([1]);
    await hub.patchSignals("a", { n: 2 });
    expect(numbers(await seenUntil(client, 2))).toEqual([1, 2]);
    const reports = [
      expect.stringMatching(/^TransportError: A message on .* is no event of a hub, and was left out\.$/),
      expect.stringMatching(
        `^TransportError: ${messages.length + impossible - 1} more messages were no events of a hub, and were left out; the last one was on .*\\.$`,
      ),
    ];
    expect(errors.map(String)).toEqual(reports.slice(0, 1));
    await hub.close({ timeout: 1000 });
    expect(errors.map(String)).toEqual(reports);
    // In a log, they are the past of a process that comes now.
    const later = join(kind, service, { replay: 100 });
    await later.hub.ready;
    await later.hub.close({ timeout: 1000 });
    expect(later.errors.map(String)).toEqual(kind.isLog ? reports : []);
  });

  test("an event that is larger than the service takes is refused before it is sent, and nothing else is broken", async () => {
    const service = await startService(kind);
    await (await strangerTo(kind, service)).limit();
    const { hub, visit, errors } = join(kind, service);
    await hub.ready;
    const client = await visit("a");
    const first = kind.isLog ? 1 : 2;
    await client.reply.events(first);
    const before = hub.patchSignals("a", { n: 1 });
    // In bytes, and not in characters.
    const large = hub.patchSignals("a", { text: "é".repeat(600_000) });
    await expect(large).rejects.toThrow(TransportError);
    await expect(large).rejects.toThrow(
      /^An event of 12000\d\d bytes for the topic "a" was not sent: the service takes no more than 1048576 \((max_payload of the NATS|proto-max-bulk-len of the Redis) server\)\. Send less at once, or raise that limit\.$/,
    );
    await before;
    await hub.patchSignals("a", { text: "x".repeat(1_000_000), n: 2 });
    expect(await seenUntil(client, 2)).toEqual([...Array(first).fill("fresh"), 1, 2]);
    expect(errors).toEqual([]);
  });
});

const redis = kinds.find(({ name }) => name === "redis") as Kind;

test("Redis breaks the connection of a subscriber for whom too much waits: what would be too much by itself is refused", async () => {
  const service = await startService(redis);
  const mebibytes = (count: number): string => "x".repeat(count * 1024 * 1024);
  const client = await createClient({ url: `redis://127.0.0.1:${service.port}` }).connect();
  const limit = (pubsub: string) => client.configSet("client-output-buffer-limit", `pubsub ${pubsub} 0 0`);
  const publish = async (text: string): Promise<void> => {
    const { hub, visit, errors } = join(redis, service);
    await hub.ready;
    await (await visit("a")).reply.events(2);
    await hub.patchSignals("a", { text }).finally(() => expect(errors).toEqual([]));
  };
  const refusal = (bytes: number): string =>
    `no more than ${bytes} (three quarters of client-output-buffer-limit pubsub of the Redis server)`;
  // As it comes.
  await expect(publish(mebibytes(24))).rejects.toThrow(refusal(24 * 1024 * 1024));
  await limit("4mb");
  await expect(publish(mebibytes(3))).rejects.toThrow(refusal(3 * 1024 * 1024));
  await publish(mebibytes(2.99));
  await limit("0");
  await publish(mebibytes(5));
  // Not everybody is told what the limit is.
  await client.sendCommand(["ACL", "SETUSER", "default", "-config"]);
  await expect(publish(mebibytes(24))).rejects.toThrow(refusal(24 * 1024 * 1024));
  client.destroy();
});
