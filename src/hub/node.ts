import type { NodeRequest, NodeResponse } from "../stream/node-response.js";
import { stream, type StreamOptions } from "../stream/node.js";
import type { Hub, SubscribeOptions } from "./hub.js";
import type { LiveView } from "./live-view.js";
import type { StreamArguments } from "./streaming.js";

/**
 * Answers a Node.js request with a stream of one or more topics of a hub, until the client goes away: `hub.stream` for
 * web requests.
 *
 * ```ts
 * createServer((request, response) => streamTopics(request, response, hub, "news"));
 * ```
 *
 * @returns a promise of the end of the stream, which never rejects: errors go to `onError`
 * @throws TypeError or RangeError for options that do not exist
 */
export function streamTopics<TopicName extends string>(
  request: NodeRequest,
  response: NodeResponse,
  hub: Pick<Hub<TopicName>, "subscribe">,
  topic: NoInfer<TopicName> | readonly NoInfer<TopicName>[],
  { refresh, ...options }: StreamOptions & SubscribeOptions = {},
): Promise<void> {
  return stream(request, response, (sse) => hub.subscribe(topic, sse, { refresh }), options);
}

/**
 * Answers a Node.js request with a stream that shows a live view, until the client goes away: `view.stream` for web
 * requests.
 *
 * ```ts
 * createServer((request, response) => streamView(request, response, room, 7, { compression }));
 * ```
 *
 * @param args the parameters of the view, and the options of `stream`
 * @returns a promise of the end of the stream, which never rejects: errors go to `onError`
 * @throws TypeError or RangeError for options that do not exist
 */
export function streamView<Parameters extends readonly unknown[]>(
  request: NodeRequest,
  response: NodeResponse,
  view: LiveView<Parameters>,
  ...args: StreamArguments<Parameters, NodeRequest>
): Promise<void> {
  const { handler, options } = view.streaming(args);
  return stream(request, response, handler, options);
}
