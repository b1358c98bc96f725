import type { SharedView } from "./shared-view.js";
import type { Subscriber } from "./subscriber.js";
import type { Transport } from "./transport.js";

/** A topic that somebody in this process wants. */
export class Topic {
  readonly name: string;
  readonly subscribers = new Set<Subscriber>();
  readonly views = new Set<SharedView>();
  /** Settles when all nudges arrive here, and all events unless they come out of a log; `undefined` when they do. */
  ready: Promise<void> | undefined;
  /** The position in the log of events from which on all events of this topic were seen here. */
  since = 0;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * The topics that are wanted in this process. The transport is told of the first who wants one, and of the last who
 * leaves.
 */
export class Topics {
  readonly #transport: Transport;
  readonly #position: () => number;
  readonly #onDrop: (name: string) => void;
  readonly #topics = new Map<string, Topic>();

  /**
   * @param position where the log of events stands
   * @param onDrop gets the name of a topic that nobody wants any more
   */
  constructor(transport: Transport, position: () => number, onDrop: (name: string) => void) {
    this.#transport = transport;
    this.#position = position;
    this.#onDrop = onDrop;
  }

  get(name: string): Topic | undefined {
    return this.#topics.get(name);
  }

  all(): Iterable<Topic> {
    return this.#topics.values();
  }

  /** The topic of a name, for somebody who then adds themself to it. */
  join(name: string): Topic {
    const known = this.#topics.get(name);
    if (known !== undefined) return known;
    const topic = new Topic(name);
    this.#topics.set(name, topic);
    topic.ready = this.#transport.subscribe(name)?.then(() => {
      if (topic.since > 0) topic.since = this.#position();
      topic.ready = undefined;
    });
    if (topic.ready !== undefined && !this.#transport.isLog) topic.since = Infinity;
    return topic;
  }

  /** To be called by those who have removed themselves from a topic. */
  left(topic: Topic): void {
    if (topic.subscribers.size + topic.views.size > 0 || this.#topics.get(topic.name) !== topic) return;
    this.#topics.delete(topic.name);
    this.#transport.unsubscribe(topic.name);
    this.#onDrop(topic.name);
  }
}
