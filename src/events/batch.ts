import { isThenable } from "../base/promises.js";
import type { PatchContext } from "../html/html.js";
import { EventMethods } from "./event-methods.js";
import type { DatastarEvent } from "./event.js";
import { checkFrame, type Frame, type Sendable, textOf } from "./sendable.js";

/**
 * Several events that are sent as one. Made by `sse.batch`; the methods are those of the stream, and return nothing.
 */
export class Batch extends EventMethods<void> {
  readonly #events: (Sendable | Promise<Sendable>)[] = [];
  readonly #context: PatchContext | undefined;

  /** @param context for whom elements are patched */
  constructor(context?: PatchContext) {
    super();
    this.#context = context;
  }

  /**
   * Adds an event that is encoded already.
   *
   * @throws TypeError for text that is no event
   */
  send(frame: Frame): void {
    if (typeof frame === "string") checkFrame(frame, "sent");
    this.#events.push(frame);
  }

  /**
   * For `sse.batch`: all events as one, in the order of the calls.
   *
   * @param fill adds them; if it returns a promise, they are complete when that resolves
   * @param context for whom elements among them are patched
   */
  static filled(fill: (batch: Batch) => unknown, context?: PatchContext): string | Promise<string> {
    const batch = new Batch(context);
    const filled = fill(batch);
    return typeof filled === "object" && filled !== null && isThenable(filled)
      ? Promise.resolve(filled).then(() => batch.#joined())
      : batch.#joined();
  }

  protected override get patchContext(): PatchContext | undefined {
    return this.#context;
  }

  protected deliver(event: DatastarEvent | Promise<DatastarEvent>): void {
    // Whatever fails fails the batch, if it is still sent at all.
    if (event instanceof Promise) event.catch(() => {});
    this.#events.push(event);
  }

  #joined(): string | Promise<string> {
    const events = this.#events;
    const join = (all: readonly Sendable[]): string => all.map(textOf).join("");
    return events.every((event): event is Sendable => !(event instanceof Promise))
      ? join(events)
      : Promise.all(events).then(join);
  }
}
