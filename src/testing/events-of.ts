import type { StreamHandler } from "../stream/run.js";
import { stream } from "../stream/web.js";
import { defaultTimeout, now, type WaitOptions, within } from "./real-time.js";
import { listed, type ReceivedEvent } from "./received.js";
import { testOrigin } from "./requests.js";
import { ResponseEvents } from "./response-events.js";

/** What answers a request with a stream: a hub, or a live view. */
export interface Streams<Arguments extends readonly unknown[]> {
  stream(request: Request, ...args: Arguments): Response;
}

/**
 * The events that a client gets: of a response, of a handler that takes `sse`, of the topic of a hub, of a live view.
 *
 * ```ts
 * await eventsOf(handler(signalsRequest("/todos"))).all();
 * await eventsOf((sse) => greet(sse)).take(2);
 * await eventsOf(hub, "news").take(1);
 * for await (const event of eventsOf(view, roomId)) …
 * ```
 *
 * A handler and a hub are called at once; a response may be a promise. For a handler of Node.js, and whole apps, see
 * {@link requestTo}.
 */
export function eventsOf(source: Response | Promise<Response> | StreamHandler): Events;
export function eventsOf<Arguments extends readonly unknown[]>(source: Streams<Arguments>, ...args: Arguments): Events;
export function eventsOf(
  source: Response | Promise<Response> | StreamHandler | Streams<readonly unknown[]>,
  ...args: readonly unknown[]
): Events {
  if (typeof source === "function") return new Events(new Promise((resolve) => resolve(streamOf(source))));
  if ("stream" in source) return new Events(Promise.resolve(source.stream(new Request(testOrigin), ...args)));
  return new Events(Promise.resolve(source));
}

function streamOf(handler: StreamHandler): Response {
  return stream(new Request(testOrigin), handler);
}

/** The events that a client gets, as they come. Made by {@link eventsOf}. */
export class Events implements AsyncIterable<ReceivedEvent, void, undefined> {
  readonly #source: ResponseEvents;
  readonly #seen: ReceivedEvent[] = [];
  // What has come, and nobody has taken yet.
  readonly #arrived: ReceivedEvent[] = [];
  #arriving: Promise<boolean> | undefined;
  // Whoever asks waits for those who asked before.
  #turn: Promise<unknown> = Promise.resolve();

  /** For `eventsOf`. */
  constructor(response: Promise<Response>) {
    this.#source = new ResponseEvents(response);
  }

  /**
   * All events that are still to come, when the stream has ended.
   *
   * @throws Error when it does not end in time, with what came; for a response of which the client reads nothing
   */
  all(options: WaitOptions = {}): Promise<ReceivedEvent[]> {
    return this.#take(Infinity, options);
  }

  /**
   * The next events. The stream stays open, and more can be taken.
   *
   * @throws Error when fewer come, or not in time, with those that came
   */
  take(count: number, options: WaitOptions = {}): Promise<ReceivedEvent[]> {
    return this.#take(count, options);
  }

  /** The client goes away. */
  async leave(): Promise<void> {
    await this.#source.leave();
  }

  /** The events as they come, each within a second. The client goes away when the loop is left before the end. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ReceivedEvent, void, undefined> {
    try {
      for (let event = await this.#inTurn(); event !== undefined; event = await this.#inTurn()) yield event;
    } finally {
      await this.leave();
    }
  }

  async #inTurn(): Promise<ReceivedEvent | undefined> {
    const [event] = await this.#queue(() => this.#collect(1, defaultTimeout));
    return event;
  }

  #take(count: number, { timeout = defaultTimeout }: WaitOptions): Promise<ReceivedEvent[]> {
    return this.#queue(async () => {
      const events = await this.#collect(count, timeout);
      if (events.length === count || count === Infinity) return events;
      throw new Error(`The stream ended after ${events.length} of ${count} events.${listed(events)}`);
    });
  }

  /** At most `count` events; fewer when the stream ends. */
  async #collect(count: number, timeout: number): Promise<ReceivedEvent[]> {
    const events: ReceivedEvent[] = [];
    const deadline = now() + timeout;
    while (events.length < count) {
      const late = (): Error => new Error(lateness(count, timeout, events, this.#seen));
      if (!(await within(deadline - now(), this.#arrival(), late))) break;
      events.push(...this.#arrived.splice(0, count - events.length));
    }
    this.#seen.push(...events);
    return events;
  }

  /** Waits for an event. @returns whether there is one: not at the end */
  #arrival(): Promise<boolean> {
    if (this.#arrived.length > 0) return Promise.resolve(true);
    return (this.#arriving ??= this.#source
      .next()
      .then((event) => {
        if (event !== undefined) this.#arrived.push(event);
        return event !== undefined;
      })
      .finally(() => (this.#arriving = undefined)));
  }

  #queue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => {});
    return result;
  }
}

function lateness(
  count: number,
  timeout: number,
  events: readonly ReceivedEvent[],
  before: readonly ReceivedEvent[],
): string {
  const came = events.length === 0 ? " No event came." : ` These came:${listed(events)}`;
  const earlier = before.length === 0 ? "" : `\nBefore, these were taken:${listed(before)}`;
  if (count !== Infinity) return `${events.length} of ${count} events came within ${timeout} ms.${came}${earlier}`;
  const remedy = "\nOf a stream that stays open, take what it sends: .take(1).";
  return `The stream did not end within ${timeout} ms.${came}${earlier}${remedy}`;
}
