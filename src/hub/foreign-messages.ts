import type { HubErrorContext, HubReport } from "./error-context.js";
import { TransportError } from "./transport.js";

/** Milliseconds in which those that follow a report are counted. */
const interval = 60_000;

/** Messages that some other program has sent: the first is reported, and how many follow, however many that are. */
export class ForeignMessages {
  readonly #report: HubReport;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  #lastPlace = "";

  constructor(report: HubReport) {
    this.#report = report;
  }

  /**
   * @param place where it was, such as `the topic "a"`
   * @param cause why it is none
   */
  add(place: string, cause?: unknown, context?: HubErrorContext): void {
    if (this.#timer === undefined) {
      this.#wait();
      this.#report(
        new TransportError(`A message on ${place} is no event of a hub, and was left out.`, { cause }),
        context,
      );
      return;
    }
    this.#count++;
    this.#lastPlace = place;
  }

  /** Tells at once how many have followed. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#count === 0) return;
    this.#report(
      new TransportError(
        `${this.#count} more messages were no events of a hub, and were left out; the last one was on ${this.#lastPlace}.`,
      ),
    );
    this.#count = 0;
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      const isFlood = this.#count > 0;
      this.tell();
      if (isFlood) this.#wait();
    }, interval);
    // Only Node.js and its like keep a process alive for a timer.
    if (typeof this.#timer === "object") this.#timer.unref();
  }
}
