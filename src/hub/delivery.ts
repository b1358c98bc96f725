import { EncodedFrame } from "../events/encoded-frame.js";
import type { HubReport } from "./error-context.js";
import { withId } from "./event-id.js";
import { EventLog } from "./event-log.js";
import { ForeignMessages } from "./foreign-messages.js";
import type { ResolvedOptions } from "./hub-options.js";
import { Latest } from "./latest.js";
import { fromWire } from "./message.js";
import type { Subscriber } from "./subscriber.js";
import { tellDelivered } from "./telemetry.js";
import { type Topic, Topics } from "./topics.js";
import type { PastEvent, Transport, TransportReceiver } from "./transport.js";

/** Gives what arrives over the transport to those in this process who want it, and remembers it for those who come. */
export class Delivery implements TransportReceiver {
  readonly topics: Topics;
  readonly error: HubReport;
  readonly replay: number;
  readonly #isLog: boolean;
  readonly #log: EventLog | undefined;
  readonly #latest: Latest | undefined;
  readonly #onUp: () => void;
  readonly #onDown: () => void;
  readonly #ids = idsOfThisProcess();
  readonly #foreign: ForeignMessages;

  /** Settles when the transport has come up for the first time. */
  readonly ready: Promise<void>;
  #settleReady: () => void = () => {};
  #isReady = false;
  #isUp = false;
  // Clients that came before the log was read, with what they subscribed to.
  readonly #early = new Map<Subscriber, readonly Topic[]>();

  constructor(transport: Transport, { replay, latest, report }: ResolvedOptions, onUp: () => void, onDown: () => void) {
    this.#isLog = transport.isLog;
    this.#log = replay && new EventLog(replay);
    this.#latest = latest === 0 ? undefined : new Latest(latest);
    this.#onUp = onUp;
    this.#onDown = onDown;
    this.error = report;
    this.#foreign = new ForeignMessages(report);
    this.replay = replay?.events ?? 0;
    this.topics = new Topics(
      transport,
      () => this.#log?.position ?? 0,
      (topic) => this.#dropped(topic),
    );
    this.ready = new Promise((resolve) => (this.#settleReady = resolve));
  }

  get hasLog(): boolean {
    return this.#log !== undefined;
  }

  up(missed: boolean): void {
    if (missed) this.#missed();
    // Nudges are not kept for those who were away.
    for (const { views } of this.topics.all()) for (const view of views) view.nudge();
    this.#isReady = true;
    this.#isUp = true;
    for (const [subscriber, topics] of this.#early) {
      subscriber.release();
      this.begin(subscriber, topics);
    }
    this.#early.clear();
    this.#settleReady();
    this.#onUp();
  }

  down(): void {
    this.#isUp = false;
    this.#onDown();
  }

  event(topic: string, text: string, id?: string): void {
    const subscribers = this.topics.get(topic)?.subscribers;
    // Nobody here needs it, now or later.
    if (subscribers === undefined && this.#log === undefined && this.#latest === undefined) return;
    const frame = this.#remember(topic, text, id ?? this.#ids());
    if (frame === undefined) return;
    for (const subscriber of subscribers ?? []) subscriber.deliver(frame);
    tellDelivered(topic, frame, subscribers?.size ?? 0);
  }

  past(events: readonly PastEvent[]): void {
    this.#log?.clear();
    this.#latest?.clear();
    for (const { topic, frame, id } of events) this.#remember(topic, frame, id);
  }

  nudge(topic: string): void {
    for (const view of this.topics.get(topic)?.views ?? []) view.nudge();
  }

  foreign(place: string, cause?: unknown): void {
    this.#foreign.add(place, cause);
  }

  /** Nothing arrives any more. */
  close(): void {
    this.#foreign.tell();
  }

  /** Brings a client up to date who has just subscribed to some topics. */
  begin(subscriber: Subscriber, topics: readonly Topic[]): void {
    if (this.#repeat(subscriber, topics)) return;
    if (subscriber.canRefresh) {
      subscriber.refresh();
      const pending = this.#isLog || !this.#isUp ? [] : topics.flatMap(({ ready }) => ready ?? []);
      // Once more when events arrive: what was published before that was missed.
      if (pending.length > 0) void Promise.all(pending).then(() => subscriber.refresh());
    } else if (this.#isReady || !this.#isLog) {
      subscriber.repeat(topics.flatMap(({ name }) => this.#latest?.get(name) ?? []));
    } else {
      // What the client has missed is known as soon as the log has been read.
      subscriber.hold();
      this.#early.set(subscriber, topics);
    }
  }

  #repeat(subscriber: Subscriber, topics: readonly Topic[]): boolean {
    const { lastEventId } = subscriber.sse;
    const last = lastEventId === undefined ? undefined : this.#log?.after(lastEventId);
    if (last === undefined || !topics.every(({ since }) => last.position >= since)) return false;
    const names = new Set(topics.map(({ name }) => name));
    subscriber.repeat(Array.from(last.entries).flatMap(({ topic, frame }) => (names.has(topic) ? frame : [])));
    return true;
  }

  #remember(topic: string, text: string, id: string): EncodedFrame | undefined {
    const message = fromWire(text);
    if (message === undefined) {
      this.#foreign.add(`the topic ${JSON.stringify(topic)}`, undefined, { topic });
      return undefined;
    }
    const { frame, replaced } = message;
    const encoded = new EncodedFrame(this.#log === undefined ? frame : withId(frame, id), replaced);
    this.#log?.add(id, topic, encoded, frame.length);
    this.#latest?.set(topic, encoded);
    return encoded;
  }

  #missed(): void {
    if (!this.#isLog) this.past([]);
    const subscribers = new Set<Subscriber>();
    for (const topic of this.topics.all()) for (const subscriber of topic.subscribers) subscribers.add(subscriber);
    for (const subscriber of subscribers) if (!this.#early.has(subscriber)) subscriber.refresh();
  }

  #dropped(topic: string): void {
    // From now on it goes out of date, unless everything arrives.
    if (!this.#isLog) this.#latest?.delete(topic);
  }
}

/** Ids for events that come without one. No other process has the same. */
function idsOfThisProcess(): () => string {
  const prefix = Math.random().toString(36).slice(2, 10);
  let count = 0;
  return () => `${prefix}-${++count}`;
}
