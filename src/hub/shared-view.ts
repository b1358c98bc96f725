import { EncodedFrame } from "../events/encoded-frame.js";
import { replacedOf, type Sendable, textOf } from "../events/sendable.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import { Subscriber, type SubscriberLimits } from "./subscriber.js";

/** Milliseconds until a view whose rendering failed is rendered again. */
const retryAfter = 1000;

// A client that is slow gets the newest view when it is ready for one, and never a queue of old ones.
const limits: SubscriberLimits = { queuedBytes: 0, heldEvents: 0 };

/** Something that clients see and that is rendered anew when it may have changed: once for all of them. */
export class SharedView {
  readonly subscribers = new Set<Subscriber>();
  readonly #render: () => Sendable | Promise<Sendable>;
  readonly #throttle: number;
  readonly #report: (error: unknown) => void;
  #text: string | undefined;
  #frame: EncodedFrame | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rendering = false;
  // Whether it may have changed since the rendering began that is under way.
  #nudged = false;
  #lastRendering = -Infinity;
  // What went wrong in the last rendering.
  #failure: string | undefined;

  /**
   * @param render makes the event that shows the view
   * @param throttle milliseconds between the beginnings of two renderings, at least
   */
  constructor(render: () => Sendable | Promise<Sendable>, throttle: number, report: (error: unknown) => void) {
    this.#render = render;
    this.#throttle = throttle;
    this.#report = report;
  }

  /** Shows the view to a client as it is, if it has been rendered yet, and from then on whenever it has changed. */
  add(sse: ServerSentEventGenerator): Subscriber {
    const subscriber = new Subscriber(sse, () => this.#frame && sse.send(this.#frame), limits, this.#report);
    this.subscribers.add(subscriber);
    if (this.#frame !== undefined) subscriber.refresh();
    return subscriber;
  }

  remove(subscriber: Subscriber): void {
    subscriber.end();
    this.subscribers.delete(subscriber);
    if (this.subscribers.size === 0) clearTimeout(this.#timer);
  }

  /** Renders the view soon, since it may have changed. */
  nudge(): void {
    if (this.#rendering) this.#nudged = true;
    else if (this.#timer === undefined) this.#schedule(this.#lastRendering + this.#throttle - performance.now());
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#update();
      },
      Math.max(0, delay),
    );
  }

  async #update(): Promise<void> {
    this.#rendering = true;
    this.#nudged = false;
    this.#lastRendering = performance.now();
    try {
      this.#show(await this.#render());
      this.#failure = undefined;
    } catch (error) {
      // Once for each thing that goes wrong, and not for each attempt.
      const failure = String(error);
      if (failure !== this.#failure) this.#report(error);
      this.#failure = failure;
    }
    this.#rendering = false;
    if (this.subscribers.size === 0) return;
    if (this.#nudged) this.nudge();
    else if (this.#failure !== undefined) this.#schedule(Math.max(retryAfter, this.#throttle));
  }

  #show(event: Sendable): void {
    const text = textOf(event);
    if (text === this.#text) return;
    this.#text = text;
    this.#frame = new EncodedFrame(text, replacedOf(event));
    for (const subscriber of this.subscribers) subscriber.deliver(this.#frame);
  }
}
