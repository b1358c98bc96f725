import { newSend } from "../stream/send.js";
import type { HubReport } from "./error-context.js";
import type { Message } from "./message.js";

/**
 * Publishes events in the order of the calls, topic by topic, even when some of them are still being made. A failure
 * that nobody awaits is reported, and never ends the process.
 */
export class Publisher {
  readonly #send: (topic: string, message: Message) => Promise<void>;
  readonly #report: HubReport;
  // The last of the events of each topic that wait for their turn.
  readonly #tails = new Map<string, Promise<void>>();

  constructor(send: (topic: string, message: Message) => Promise<void>, report: HubReport) {
    this.#send = send;
    this.#report = report;
  }

  publish(topic: string, message: Message | Promise<Message>): Promise<void> {
    const before = this.#tails.get(topic);
    if (before === undefined && !(message instanceof Promise)) return this.#observe(topic, this.#send(topic, message));
    return this.#observe(topic, this.#inTurn(topic, before, Promise.resolve(message)));
  }

  #inTurn(topic: string, before: Promise<void> | undefined, message: Promise<Message>): Promise<void> {
    // Only the beginning has its turn: the transport keeps the order of what is given to it.
    const begun = Promise.allSettled([before, message]).then(async () => ({ sent: this.#send(topic, await message) }));
    const tail: Promise<void> = begun.then(
      () => this.#left(topic, tail),
      () => this.#left(topic, tail),
    );
    this.#tails.set(topic, tail);
    return begun.then(({ sent }) => sent);
  }

  #left(topic: string, tail: Promise<void>): void {
    if (this.#tails.get(topic) === tail) this.#tails.delete(topic);
  }

  #observe(topic: string, sent: Promise<void>): Promise<void> {
    const { promise, resolve, reject } = newSend();
    sent.then(resolve, (error: unknown) => {
      reject(error);
      // Not at once: whoever has started several may only be coming to this one.
      setTimeout(() => {
        if (!promise.observed) this.#report(error, { topic });
      });
    });
    return promise;
  }
}
