import { Batch } from "../events/batch.js";
import type { Frame, Sendable } from "../events/sendable.js";
import type { PatchContext } from "../html/html.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import type { StreamOptions } from "../stream/run.js";
import { stream } from "../stream/web.js";
import { checkCloseOptions, Clients, type CloseOptions } from "./clients.js";
import { Delivery } from "./delivery.js";
import type { HubReport } from "./error-context.js";
import { checkHasNoId } from "./event-id.js";
import { type HubOptions, readOptions } from "./hub-options.js";
import { type LiveOptions, LiveView, type ViewContent } from "./live-view.js";
import { LocalTransport } from "./local-transport.js";
import { type Message, messageOf } from "./message.js";
import { Outbox } from "./outbox.js";
import { Presence, type PresenceCallback } from "./presence.js";
import { Publisher } from "./publisher.js";
import { sendAway } from "./send-away.js";
import { type Refresh, Subscriber, type SubscriberLimits } from "./subscriber.js";
import { observePublishing, tellSubscription } from "./telemetry.js";
import { TopicEvents } from "./topic-events.js";
import { TopicMethods } from "./topic-methods.js";
import { checkTopic, checkTopics } from "./topic-name.js";
import type { Transport } from "./transport.js";
import type { ViewParameters } from "./view-parameters.js";
import { waitAtMost } from "./wait-at-most.js";

/** Options of `subscribe`. */
export interface SubscribeOptions {
  /**
   * Sends everything that the client should see now. Called when the client comes, unless it comes back and what it
   * missed can be repeated; and again whenever it may have missed something. Without it, a client that may have missed
   * something is disconnected, so that it comes back and the handler starts again.
   */
  readonly refresh?: Refresh | undefined;
}

const limits: SubscriberLimits = { queuedBytes: 64 * 1024, heldEvents: 1000 };

/**
 * Sends events to many clients at once: those that subscribed to a topic, in this process and in all others that share
 * its transport. Each event is encoded once; a slow client never delays the others.
 *
 * @typeParam TopicName the names of the topics, such as `"news" | \`room:${string}\``
 * @typeParam Client what is known of a client that is there, such as its user
 */
export class Hub<TopicName extends string = string, Client = unknown> extends TopicMethods<TopicName> {
  readonly #transport: Transport;
  readonly #report: HubReport;
  readonly #delivery: Delivery;
  readonly #outbox: Outbox;
  readonly #publisher: Publisher;
  readonly #clients = new Clients();
  readonly #presence: Presence<TopicName, Client>;
  #closing: Promise<void> | undefined;

  /** For `createHub`. */
  constructor(options: HubOptions<Client>) {
    super();
    const resolved = readOptions(options);
    this.#transport = resolved.transport ?? new LocalTransport();
    this.#report = resolved.report;
    this.#presence = new Presence(options.presence ?? {}, this.#report);
    this.#outbox = new Outbox(this.#transport, resolved.outbox);
    const send = (topic: string, message: Message): Promise<void> =>
      // A batch of nothing.
      message.frame === ""
        ? Promise.resolve()
        : observePublishing(topic, message, () => this.#outbox.publish(topic, message));
    this.#publisher = new Publisher(send, this.#report);
    this.#delivery = new Delivery(
      this.#transport,
      resolved,
      () => this.#outbox.up(),
      () => this.#outbox.down(),
    );
    this.#transport.start(this.#delivery);
  }

  /**
   * Settles when the transport has come up for the first time; at once without a transport. A server that waits for it
   * before it listens knows what clients have missed who come from another process.
   */
  get ready(): Promise<void> {
    return this.#delivery.ready;
  }

  /** How many clients in this process see a topic, by `subscribe` and by `live`: each once. */
  subscribers(topic: TopicName): number {
    const { subscribers = [], views = [] } = this.#delivery.topics.get(topic) ?? {};
    const all = [...subscribers, ...Array.from(views).flatMap((view) => [...view.subscribers])];
    return new Set(all.map(({ sse }) => sse)).size;
  }

  /**
   * Says who a client is, and that it is there, until it goes away; what it sees is another matter. See
   * {@link PresenceOptions} for who is the same, and when they have left.
   *
   * @returns a function that ends it before
   * @throws TypeError for a topic of more than 1,000 bytes, or with half of a surrogate pair in it
   */
  enter(topic: TopicName, sse: ServerSentEventGenerator, client: Client): () => void {
    checkTopic(topic);
    if (!this.#admits(sse)) return () => {};
    return this.#clients.add(sse, this.#presence.enter(topic, client));
  }

  /** Calls back whenever somebody is there who was not. What the callback throws goes to `onError`. */
  onJoin(callback: PresenceCallback<TopicName, Client>): void {
    this.#presence.onJoin.push(callback);
  }

  /** Calls back whenever somebody has left: all their connections are gone, and none has come back in time. */
  onLeave(callback: PresenceCallback<TopicName, Client>): void {
    this.#presence.onLeave.push(callback);
  }

  /** Who is there in this process, by `enter`: each `key` once, as it was said last, in the order in which they came. */
  clients(topic: TopicName): readonly Client[] {
    return this.#presence.clients(topic);
  }

  /**
   * Sends a client the events of one or more topics, until it goes away.
   *
   * A client that comes back with the `Last-Event-ID` of an event that the hub remembers (see `replay`) gets what it
   * has missed. Every other client gets what `refresh` sends, or else the latest event of each topic (see `latest`).
   * Then events follow as they are published.
   *
   * @returns a function that ends the subscription before the client goes away
   * @throws TypeError for a topic of more than 1,000 bytes, or with half of a surrogate pair in it
   */
  subscribe(
    topic: TopicName | readonly TopicName[],
    sse: ServerSentEventGenerator,
    { refresh }: SubscribeOptions = {},
  ): () => void {
    if (!this.#admits(sse)) return () => {};
    const report = (error: unknown): void => this.#report(error, { topic });
    const subscriber = new Subscriber(sse, refresh, limits, report);
    const names = checkTopics(topic);
    const { topics: all } = this.#delivery;
    const topics = names.map((name) => all.join(name));
    for (const { name, subscribers } of topics) {
      subscribers.add(subscriber);
      tellSubscription(name, 1);
    }
    const leave = this.#clients.add(sse, () => {
      subscriber.end();
      for (const topic of topics) {
        topic.subscribers.delete(subscriber);
        tellSubscription(topic.name, -1);
        all.left(topic);
      }
    });
    this.#delivery.begin(subscriber, topics);
    return leave;
  }

  /**
   * Answers a web request with a stream of one or more topics, until the client goes away. Its twin for Node.js is
   * `streamTopics` of `datastar-tsx/node`.
   *
   * ```ts
   * app.get("/feed", (c) => hub.stream(c.req.raw, "news", { refresh: (sse) => sse.patchElements(<News />) }));
   * ```
   *
   * @param options those of {@link subscribe} and of `stream`
   * @throws TypeError or RangeError for options that do not exist
   */
  stream(
    request: Request,
    topic: TopicName | readonly TopicName[],
    { refresh, ...options }: StreamOptions & SubscribeOptions = {},
  ): Response {
    return stream(request, (sse) => this.subscribe(topic, sse, { refresh }), options);
  }

  /**
   * Publishes an event that is encoded already.
   *
   * @returns a promise that settles when the event is on its way to all processes; rejects with a {@link
   *   TransportError} when
   *   it is not, or may not be. Not awaited, a failure goes to `onError`
   * @throws TypeError for text that is no event; for an event with an id, when the hub gives events their ids
   */
  publish(topic: TopicName, frame: Frame): Promise<void> {
    return this.#publish(topic, frame);
  }

  /**
   * Publishes several events in one piece: nothing comes between them, and a client gets all of them or none.
   *
   * @param fill sends the events; if it returns a promise, they are published when that resolves
   * @returns see {@link publish}
   */
  batch(topic: TopicName, fill: (batch: Batch) => unknown): Promise<void> {
    return this.#publish(topic, Batch.filled(fill, this.#contextOf(topic)));
  }

  /**
   * A view as a function of the server's state: rendered when it may have changed, once for all clients that see it,
   * and sent if it has changed.
   *
   * @param topic the topic whose nudges tell that it may have changed; or, of a family of views, a function from their
   *   parameters to it
   * @param render makes the view. What it throws goes to `onError`; clients keep what they see, and it is tried again
   */
  live<Parameters extends ViewParameters<Parameters>>(
    topic: TopicName,
    render: (...parameters: Parameters) => ViewContent,
    options?: LiveOptions,
  ): LiveView<Parameters>;
  live<Parameters extends ViewParameters<Parameters>>(
    topic: (...parameters: Parameters) => TopicName,
    render: (...parameters: Parameters) => ViewContent,
    options?: LiveOptions,
  ): LiveView<Parameters>;
  live<Parameters extends ViewParameters<Parameters>>(
    topic: TopicName | ((...parameters: Parameters) => TopicName),
    render: (...parameters: Parameters) => ViewContent,
    options: LiveOptions = {},
  ): LiveView<Parameters> {
    const host = {
      topics: this.#delivery.topics,
      nudge: (name: string) => this.#nudge(name),
      admits: (sse: ServerSentEventGenerator) => this.#admits(sse),
      attach: (sse: ServerSentEventGenerator, leave: () => void) => this.#clients.add(sse, leave),
      report: this.#report,
    };
    return new LiveView(host, typeof topic === "string" ? () => topic : topic, render, options);
  }

  /**
   * Says that what the live views of a topic show may have changed, here and in the other processes. While the
   * transport is down, it is kept.
   *
   * @throws TypeError for a topic of more than 1,000 bytes, or with half of a surrogate pair in it
   */
  nudge(topic: TopicName): void {
    this.#nudge(topic);
  }

  /**
   * Shuts down: every client is told to come back, which leads it to another process if this one accepts no more
   * connections; gets what has been sent to it; and is disconnected. Then the transport is closed.
   *
   * @returns a promise that never rejects, and settles within the timeout
   * @throws RangeError for times that no timer can wait
   */
  close(options: CloseOptions = {}): Promise<void> {
    checkCloseOptions(options);
    return (this.#closing ??= this.#close(options));
  }

  async #close({ timeout = 10_000, comeBackWithin = 1000 }: CloseOptions): Promise<void> {
    const deadline = performance.now() + timeout;
    await sendAway(this.#clients.all(), timeout, comeBackWithin);
    this.#presence.close();
    this.#outbox.close();
    const closed = this.#transport.close().catch(this.#report);
    await waitAtMost(deadline - performance.now(), closed);
    this.#delivery.close();
  }

  // Whether a client can come in. A hub that shuts down sends it on to another process.
  #admits(sse: ServerSentEventGenerator): boolean {
    if (this.#closing !== undefined) sse.disconnect();
    return !sse.closed;
  }

  protected to(topic: TopicName): TopicEvents {
    return new TopicEvents((event) => this.#publish(topic, event), this.#delivery.hasLog, this.#contextOf(topic));
  }

  /** For whom elements are patched: for everybody, so that nobody's going away breaks off what is still to come. */
  #contextOf(topic: TopicName): PatchContext {
    return { report: (error) => this.#report(error, { topic }) };
  }

  #publish(topic: string, event: Sendable | Promise<Sendable>): Promise<void> {
    checkTopic(topic);
    const message = (made: Sendable): Message => {
      if (this.#delivery.hasLog) checkHasNoId(made);
      return messageOf(made);
    };
    return this.#publisher.publish(topic, event instanceof Promise ? event.then(message) : message(event));
  }

  #nudge(topic: string): void {
    checkTopic(topic);
    this.#delivery.nudge(topic);
    this.#outbox.nudge(topic);
  }
}
