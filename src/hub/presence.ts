import { shownValue } from "../base/describe.js";
import { checkMilliseconds } from "../base/limits.js";
import type { HubReport } from "./error-context.js";

/** Options of `createHub` for who is there. */
export interface PresenceOptions<Client> {
  /**
   * Tells who a client is, so that one person with several tabs is there once, and one who comes back has not left:
   * `({ id }) => id`. Default: nobody is the same as anybody else.
   */
  readonly key?: ((client: Client) => string | number | bigint) | undefined;
  /**
   * Milliseconds that somebody with a `key` has to come back in, after which they have left. The Datastar client comes
   * back after a second, if it can. Default: 5000.
   */
  readonly leaveAfter?: number | undefined;
}

/** Is told of somebody who was not there, or is not there any more. */
export type PresenceCallback<TopicName extends string, Client> = (topic: TopicName, client: Client) => unknown;

/** Somebody who is there. */
interface Present<Client> {
  client: Client;
  connections: number;
  /** When they will have left. */
  leaving?: ReturnType<typeof setTimeout> | undefined;
}

/** Who is there, topic by topic, in this process. */
export class Presence<TopicName extends string, Client> {
  readonly onJoin: PresenceCallback<TopicName, Client>[] = [];
  readonly onLeave: PresenceCallback<TopicName, Client>[] = [];
  readonly #key: PresenceOptions<Client>["key"];
  readonly #leaveAfter: number;
  readonly #report: HubReport;
  readonly #topics = new Map<TopicName, Map<unknown, Present<Client>>>();

  /** @throws RangeError for a time that no timer can wait */
  constructor({ key, leaveAfter = 5000 }: PresenceOptions<Client>, report: HubReport) {
    checkMilliseconds("leaveAfter", leaveAfter);
    this.#key = key;
    // Without a key, nobody could be known again.
    this.#leaveAfter = key === undefined ? 0 : leaveAfter;
    this.#report = report;
  }

  /** Those who are there, in the order in which they came. */
  clients(topic: TopicName): readonly Client[] {
    return Array.from(this.#topics.get(topic)?.values() ?? [], ({ client }) => client);
  }

  /**
   * @returns what is to be called once when the connection is gone
   * @throws TypeError for a key that says nothing
   */
  enter(topic: TopicName, client: Client): () => void {
    const id = this.#key === undefined ? Symbol() : checkKey(this.#key(client));
    const present = this.#topics.get(topic)?.get(id);
    if (present === undefined) {
      const there = this.#topics.get(topic) ?? new Map<unknown, Present<Client>>();
      this.#topics.set(topic, there.set(id, { client, connections: 1 }));
      this.#call(this.onJoin, topic, client);
    } else {
      clearTimeout(present.leaving);
      present.connections++;
      // What is known of them may have changed, such as a name.
      present.client = client;
    }
    return () => this.#disconnected(topic, id);
  }

  /** Everybody leaves. */
  close(): void {
    for (const [topic, there] of this.#topics) for (const id of there.keys()) this.#leave(topic, id);
  }

  #disconnected(topic: TopicName, id: unknown): void {
    const present = this.#topics.get(topic)?.get(id);
    if (present === undefined || --present.connections > 0) return;
    if (this.#leaveAfter === 0) return this.#leave(topic, id);
    present.leaving = setTimeout(() => this.#leave(topic, id), this.#leaveAfter);
    // Only Node.js and its like keep a process alive for a timer.
    if (typeof present.leaving === "object") present.leaving.unref();
  }

  #leave(topic: TopicName, id: unknown): void {
    const there = this.#topics.get(topic);
    const present = there?.get(id);
    if (there === undefined || present === undefined) return;
    clearTimeout(present.leaving);
    there.delete(id);
    if (there.size === 0) this.#topics.delete(topic);
    this.#call(this.onLeave, topic, present.client);
  }

  #call(callbacks: readonly PresenceCallback<TopicName, Client>[], topic: TopicName, client: Client): void {
    for (const callback of callbacks) {
      // An asynchronous callback may return a promise although its type says nothing of it.
      const result = new Promise((resolve) => resolve(callback(topic, client)));
      result.catch((error: unknown) => this.#report(error, { topic }));
    }
  }
}

/** With `undefined`, `NaN` and their like for a key, all whom nothing is known of would be one person. */
function checkKey(key: unknown): string | number | bigint {
  if (typeof key === "string" || typeof key === "bigint") return key;
  if (typeof key === "number" && Number.isFinite(key)) return key;
  throw new TypeError(
    `The \`key\` of presence tells who a client is by text or a number, not by ${shownValue(key)}: give those whom nothing ` +
      "is known of a key of their own.",
  );
}
