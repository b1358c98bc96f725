import { checkMilliseconds } from "../base/limits.js";
import { whenReady } from "../base/promises.js";
import { type Elements, elementsToString } from "../events/elements.js";
import { EncodedFrame } from "../events/encoded-frame.js";
import type { ElementsEvent } from "../events/event.js";
import { elementsPatcher } from "../events/patch-elements.js";
import type { PatchElementsOptions } from "../events/patch-options.js";
import { type Sendable } from "../events/sendable.js";
import type { PatchContext } from "../html/html.js";
import type { ServerSentEventGenerator } from "../stream/generator.js";
import { stream } from "../stream/web.js";
import type { HubReport } from "./error-context.js";
import { SharedView } from "./shared-view.js";
import { splitArguments, type StreamArguments, type Streaming } from "./streaming.js";
import { tellSubscription } from "./telemetry.js";
import { checkTopic } from "./topic-name.js";
import type { Topics } from "./topics.js";
import { keyOf } from "./view-parameters.js";

/**
 * What a view renders: elements to patch; or an event of another kind, such as `new
 * EncodedFrame(patchSignalsFrame(…))`.
 */
export type ViewContent = Elements | EncodedFrame | Promise<ViewContent>;

/** Options of `live`: how its elements are patched, and how often. */
export type LiveOptions = PatchElementsOptions & {
  /** Milliseconds between two renderings of one view, at least. The last change is always shown. Default: `0`. */
  readonly throttle?: number | undefined;
  /**
   * Milliseconds that a rendering may take. One that takes longer has failed: its result is not shown any more, and
   * the next one begins. Default: 30,000.
   */
  readonly timeout?: number | undefined;
};

/** What a live view needs of its hub. */
export interface LiveHost {
  readonly topics: Topics;
  nudge(topic: string): void;
  /** Whether a client can come in. */
  admits(sse: ServerSentEventGenerator): boolean;
  /** Calls `leave` when a client goes away; returns a function that calls it before. */
  attach(sse: ServerSentEventGenerator, leave: () => void): () => void;
  readonly report: HubReport;
}

/** Views that are functions of the state of the server. Made by `hub.live`. */
export class LiveView<Parameters extends readonly unknown[] = readonly []> {
  readonly #host: LiveHost;
  readonly #topicOf: (...parameters: Parameters) => string;
  readonly #render: (...parameters: Parameters) => ViewContent;
  readonly #patch: PatchElementsOptions;
  readonly #toEvent: (elements: string) => ElementsEvent;
  readonly #times: { readonly throttle: number; readonly timeout: number };
  // By their parameters.
  readonly #views = new Map<string, SharedView>();

  /** For `hub.live`. */
  constructor(
    host: LiveHost,
    topicOf: (...parameters: Parameters) => string,
    render: (...parameters: Parameters) => ViewContent,
    options: LiveOptions,
  ) {
    const { throttle = 0, timeout = 30_000, ...patch } = options;
    checkMilliseconds("throttle", throttle);
    checkMilliseconds("timeout", timeout, 1);
    this.#toEvent = elementsPatcher(patch);
    this.#host = host;
    this.#topicOf = topicOf;
    this.#render = render;
    this.#patch = patch;
    this.#times = { throttle, timeout };
  }

  /**
   * Shows the view to a client now, and whenever it has changed, until the client goes away.
   *
   * All clients with the same parameters see the same view, rendered once. A client that is slow misses what it is too
   * slow for, never the latest.
   *
   * @returns a function that ends it before
   */
  subscribe(sse: ServerSentEventGenerator, ...parameters: Parameters): () => void {
    if (!this.#host.admits(sse)) return () => {};
    const key = keyOf(parameters);
    const name = checkTopic(this.#topicOf(...parameters));
    const view = this.#views.get(key) ?? this.#make(name, key, parameters);
    const topic = this.#host.topics.join(name);
    const isNew = view.subscribers.size === 0;
    topic.views.add(view);
    this.#views.set(key, view);
    const subscriber = view.add(sse);
    tellSubscription(name, 1);
    if (isNew) {
      view.nudge();
      // Once more when nudges arrive: what changed before that was not heard of.
      void topic.ready?.then(() => view.nudge());
    }
    return this.#host.attach(sse, () => {
      view.remove(subscriber);
      tellSubscription(name, -1);
      if (view.subscribers.size > 0) return;
      this.#views.delete(key);
      topic.views.delete(view);
      this.#host.topics.left(topic);
    });
  }

  /**
   * Answers a web request with a stream that shows the view, until the client goes away. Its twin for Node.js is
   * `streamView` of `datastar-tsx/node`.
   *
   * ```ts
   * app.get("/rooms/:id", (c) => room.stream(c.req.raw, Number(c.req.param("id")), { compression }));
   * ```
   *
   * @param args the parameters of the view, and the options of `stream`
   * @throws TypeError or RangeError for options that do not exist
   */
  stream(request: Request, ...args: StreamArguments<Parameters, Request>): Response {
    const { handler, options } = this.streaming(args);
    return stream(request, handler, options);
  }

  /** For `stream`, and its twin. */
  streaming<Incoming>(args: StreamArguments<Parameters, Incoming>): Streaming<Incoming> {
    // Parameters with a default are not counted.
    const [parameters, options] = splitArguments(args, Math.max(this.#topicOf.length, this.#render.length));
    return { handler: (sse) => this.subscribe(sse, ...parameters), options };
  }

  /**
   * Renders the view anew, here and in the other processes, if anybody looks at it; to be called when it may have
   * changed.
   */
  nudge(...parameters: Parameters): void {
    this.#host.nudge(this.#topicOf(...parameters));
  }

  #make(topic: string, key: string, parameters: Parameters): SharedView {
    // Whoever changes an object that was passed does not change which view this is.
    const own = structuredClone(parameters);
    const report = (error: unknown): void => this.#host.report(error, { topic, parameters: own });
    return new SharedView({
      name: `The view of the topic ${JSON.stringify(topic)}${key === "" ? "" : ` with the parameters ${key}`}`,
      render: () => this.#event(this.#render(...own), { report }),
      about: { topic, parameters: own },
      report,
      ...this.#times,
    });
  }

  #event(content: ViewContent, context: PatchContext): Sendable | Promise<Sendable> {
    if (content instanceof EncodedFrame) return content;
    if (content instanceof Promise)
      return whenReady<ViewContent, Sendable>(content, (ready) => this.#event(ready, context));
    const html = elementsToString(content, this.#patch, context);
    return typeof html === "string" ? this.#toEvent(html) : html.then(this.#toEvent);
  }
}
