import { createHub, type Hub, type HubOptions } from "datastar-tsx/hub";
import { onTestFinished } from "vitest";
import { serveStreams, type Visit } from "../hub/serving.js";
import { turn } from "../support/deferred.js";
import { dataOf } from "../support/sse-parser.js";
import type { Kind } from "./kinds.js";
import type { Service } from "./service.js";

/** A hub that shares a service with others, as in a process of its own. */
export interface Member {
  readonly hub: Hub;
  /** A client of some topics. The first event that it gets is a refresh, with the signal `fresh`. */
  visit(topics: string | readonly string[], lastEventId?: string): Promise<Visit>;
  /** What the transport has reported. */
  readonly errors: unknown[];
}

export function join(
  { transport }: Kind,
  { port }: Service,
  { patience, ...options }: HubOptions & { readonly patience?: "short" | undefined } = {},
): Member {
  const errors: unknown[] = [];
  const hub = createHub({ transport: transport(port, patience), onError: (error) => errors.push(error), ...options });
  onTestFinished(() => hub.close({ timeout: 1000 }));
  return {
    hub,
    errors,
    visit: async (topics, lastEventId) => {
      const visit = await serveStreams(
        (sse) => void hub.subscribe(topics, sse, { refresh: () => sse.patchSignals({ fresh: true }) }),
      );
      return visit(lastEventId);
    },
  };
}

/** The numbers that clients have seen, with `"fresh"` for a refresh, until the last is the given one. */
export async function seenUntil({ reply }: Visit, last: number): Promise<(number | "fresh")[]> {
  const seen: (number | "fresh")[] = [];
  while (seen.at(-1) !== last) {
    const event = (await reply.events(seen.length + 1))[seen.length];
    const { n, fresh } = JSON.parse((event && dataOf(event)["signals"]) ?? "");
    seen.push(fresh === true ? "fresh" : n);
  }
  return seen;
}

/** Publishes again and again until the service has it. */
export async function publishUntilItSucceeds(hub: Hub, topic: string, n: number): Promise<number> {
  for (let failures = 0; ; failures++) {
    try {
      await hub.patchSignals(topic, { n });
      return failures;
    } catch {
      await turn();
    }
  }
}

export const numbers = (seen: readonly (number | "fresh")[]): number[] => seen.filter((value) => value !== "fresh");
