// Brokers whose connections break at every step.
import { describe, expect, test } from "vitest";
import { behindProxy } from "./breaking-proxy.js";
import { kinds } from "./kinds.js";
import { join, numbers, publishUntilItSucceeds, seenUntil } from "./member.js";
import { startService } from "./service.js";

/** More pieces than a client sends to connect, to subscribe to two topics and to publish. */
const steps = 16;

describe.each(kinds)("$name", (kind) => {
  test.each([
    // Most of the time, each waits. A stall is noticed by the clock: few at once, so that only those are given up.
    { how: "cut", atOnce: 8 },
    { how: "reset", atOnce: 8 },
    { how: "stall", atOnce: 4 },
  ] as const)(
    "a connection that breaks ($how) while it comes up, subscribes or publishes, wherever, is followed by another one",
    { timeout: 60_000 },
    async ({ how, atOnce }) => {
      const service = await startService(kind);
      const breakAfter = async (pieces: number): Promise<readonly (number | "fresh")[]> => {
        const patience = how === "stall" ? "short" : undefined;
        const { hub, visit } = join(kind, await behindProxy(service, how, [pieces, pieces + 1]), { patience });
        const client = await visit(["a", `only ${pieces}`]);
        // What is published before the break, or in it, arrives or rejects.
        for (let n = 2; n < 6; n++) await hub.patchSignals("a", { n }).catch(() => {});
        await visit(`later ${pieces}`);
        await publishUntilItSucceeds(hub, `only ${pieces}`, 1);
        const seen = await seenUntil(client, 1);
        await hub.close({ timeout: 1000 });
        return seen;
      };
      for (let first = 0; first < steps; first += atOnce) {
        const pieces = Array.from({ length: atOnce }, (_, i) => first + i);
        for (const seen of await Promise.all(pieces.map(breakAfter))) expect(seen.at(-1)).toBe(1);
      }
    },
  );

  test(
    "a service that goes while clients come for new topics ends nothing but the connection",
    { timeout: 30_000 },
    async () => {
      const service = await startService(kind);
      const { hub, visit } = join(kind, service);
      await hub.ready;
      const coming = Array.from({ length: 30 }, (_, i) => visit(`topic ${i}`));
      const gone = service.kill();
      const later = Array.from({ length: 30 }, (_, i) => visit(`later ${i}`));
      const clients = await Promise.all([...coming, ...later]);
      await gone;
      await service.start();
      await publishUntilItSucceeds(hub, "topic 7", 1);
      await publishUntilItSucceeds(hub, "later 7", 2);
      expect(numbers(await seenUntil(clients[7]!, 1))).toEqual([1]);
      expect(numbers(await seenUntil(clients[37]!, 2))).toEqual([2]);
    },
  );
});
