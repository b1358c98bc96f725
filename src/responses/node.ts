import type { ServerResponse } from "node:http";
import type { Http2ServerResponse } from "node:http2";
import type { Elements } from "../events/elements.js";
import type { SignalsInput } from "../events/patch-signals.js";
import { varyByEncoding } from "../stream/compressed-sink.js";
import { compressedReply } from "./compressed.js";
import {
  defaultCacheControl,
  elementsReply,
  type ElementsReplyOptions,
  pageReply,
  type Reply,
  type ReplyOptions,
  scriptReply,
  type ScriptReplyOptions,
  signalsReply,
  type SignalsReplyOptions,
} from "./replies.js";

/** A response of HTTP/1 or HTTP/2. */
type NodeResponse = ServerResponse | Http2ServerResponse;

/** Answers with a whole page; the doctype is put in front. */
export async function sendPage(response: NodeResponse, page: Elements, options?: ReplyOptions): Promise<void> {
  send(response, await pageReply(page, options), options);
}

/**
 * Answers an action with one element patch, without a stream.
 *
 * @throws TypeError for options that the client would refuse
 * @see https://data-star.dev/reference/actions#response-handling
 */
export async function sendElements(
  response: NodeResponse,
  elements: Elements,
  options?: ElementsReplyOptions,
): Promise<void> {
  send(response, await elementsReply(elements, options), options);
}

/**
 * Answers an action with one signal patch, without a stream.
 *
 * @throws TypeError for anything but an object, or the JSON text of one
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendSignals(response: NodeResponse, signals: SignalsInput, options?: SignalsReplyOptions): void {
  send(response, signalsReply(signals, options), options);
}

/**
 * Answers an action with a script. Client 1.0.2 never reports such a request as finished, so that a `data-indicator`
 * stays on; `executeScript` in a stream does not have that fault.
 *
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendScript(response: NodeResponse, script: string, options?: ScriptReplyOptions): void {
  send(response, scriptReply(script, options), options);
}

function send(response: NodeResponse, reply: Reply, { compression }: ReplyOptions = {}): void {
  const { status, headers, body } =
    compression === undefined
      ? reply
      : compressedReply(reply, compression, response.req.headers["accept-encoding"]?.toString());
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  for (const [name, value] of Object.entries(headers)) {
    // The default does not replace what was set on the response before.
    if (name === "cache-control" && value === defaultCacheControl && response.hasHeader(name)) continue;
    response.setHeader(
      name,
      name === "vary" && compression !== undefined
        ? varyByEncoding([response.getHeader(name) ?? "", value].join())
        : value,
    );
  }
  response.setHeader("content-length", bytes.length);
  response.statusCode = status;
  response.end(bytes);
}
