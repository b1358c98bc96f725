import { observeView } from "../base/render-telemetry.js";
import { viewsUnderWay } from "../base/under-way.js";
import { EncodedFrame } from "../events/encoded-frame.js";
import { replacedOf, type Sendable, textOf } from "../events/sendable.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import { Subscriber, type SubscriberLimits } from "./subscriber.js";

/** Milliseconds until a view whose rendering failed is rendered again. */
const retryAfter = 1000;

// A client that is slow gets the newest view when it is ready for one, and never a queue of old ones.
const limits: SubscriberLimits = { queuedBytes: 0, heldEvents: 0 };

/** What a view is. */
export interface ViewSettings {
  /** What it is called in errors. */
  readonly name: string;
  /** Makes the event that shows the view. */
  readonly render: () => Sendable | Promise<Sendable>;
  /** What telemetry calls it. */
  readonly about: { readonly topic: string; readonly parameters: readonly unknown[] };
  readonly report: (error: unknown) => void;
  /** Milliseconds between the beginnings of two renderings, at least. */
  readonly throttle: number;
  /** Milliseconds that a rendering may take. */
  readonly timeout: number;
}

/** Something that clients see and that is rendered anew when it may have changed: once for all of them. */
export class SharedView {
  readonly subscribers = new Set<Subscriber>();
  readonly #settings: ViewSettings;
  #text: string | undefined;
  #frame: EncodedFrame | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  // When the rendering that is under way has taken too long.
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #rendering = false;
  // Whether it may have changed since the rendering began that is under way.
  #nudged = false;
  #lastRendering = -Infinity;
  // Whether the last rendering failed.
  #isFailing = false;

  constructor(settings: ViewSettings) {
    this.#settings = settings;
  }

  /** Shows the view to a client as it is, if it has been rendered yet, and from then on whenever it has changed. */
  add(sse: ServerSentEventGenerator): Subscriber {
    const subscriber = new Subscriber(sse, () => this.#frame && sse.send(this.#frame), limits, this.#settings.report);
    this.subscribers.add(subscriber);
    if (this.#frame !== undefined) subscriber.refresh();
    return subscriber;
  }

  remove(subscriber: Subscriber): void {
    subscriber.end();
    this.subscribers.delete(subscriber);
    if (this.subscribers.size > 0) return;
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    // Whether that ever ends is not known.
    viewsUnderWay.delete(this);
  }

  /** Renders the view soon, since it may have changed. */
  nudge(): void {
    if (this.#rendering) this.#nudged = true;
    else if (this.#timer === undefined)
      this.#schedule(this.#lastRendering + this.#settings.throttle - performance.now());
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
    viewsUnderWay.set(this, this.#settings.name);
    try {
      this.#show(await this.#observed());
      this.#isFailing = false;
    } catch (error) {
      // Once until it succeeds again, and not for each attempt.
      if (!this.#isFailing) this.#settings.report(error);
      this.#isFailing = true;
    }
    viewsUnderWay.delete(this);
    this.#rendering = false;
    if (this.subscribers.size === 0) return;
    if (this.#nudged) this.nudge();
    else if (this.#isFailing) this.#schedule(Math.max(retryAfter, this.#settings.throttle));
  }

  #observed(): Sendable | Promise<Sendable> {
    const about = () => ({ ...this.#settings.about, subscribers: this.subscribers.size });
    return observeView(() => this.#rendered(), textOf, about);
  }

  #rendered(): Sendable | Promise<Sendable> {
    const { name, render, timeout } = this.#settings;
    const rendered = render();
    if (!(rendered instanceof Promise)) return rendered;
    // One that never settles would be the last.
    return new Promise((resolve, reject) => {
      const late = (): void => reject(new Error(`${name} was not rendered within ${timeout} ms.`));
      const deadline = (this.#deadline = setTimeout(late, timeout));
      void rendered.then(resolve, reject).then(() => clearTimeout(deadline));
    });
  }

  #show(event: Sendable): void {
    const text = textOf(event);
    if (text === this.#text) return;
    this.#text = text;
    this.#frame = new EncodedFrame(text, replacedOf(event));
    for (const subscriber of this.subscribers) subscriber.deliver(this.#frame);
  }
}
