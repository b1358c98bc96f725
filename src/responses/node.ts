import type { ServerResponse } from "node:http";
import type { Elements } from "../events/elements.js";
import type { SignalsInput } from "../events/patch-signals.js";
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

/** Answers with a whole page; the doctype is put in front. */
export async function sendPage(response: ServerResponse, page: Elements, options?: ReplyOptions): Promise<void> {
  send(response, await pageReply(page, options));
}

/**
 * Answers an action with one element patch, without a stream.
 *
 * @throws TypeError for options that the client would refuse
 * @see https://data-star.dev/reference/actions#response-handling
 */
export async function sendElements(response: ServerResponse, elements: Elements, options?: ElementsReplyOptions): Promise<void> {
  send(response, await elementsReply(elements, options));
}

/**
 * Answers an action with one signal patch, without a stream.
 *
 * @throws TypeError for anything but an object, or the JSON text of one
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendSignals(response: ServerResponse, signals: SignalsInput, options?: SignalsReplyOptions): void {
  send(response, signalsReply(signals, options));
}

/**
 * Answers an action with a script. Client 1.0.2 never reports such a request as finished, so that a `data-indicator`
 * stays on; `executeScript` in a stream does not have that fault.
 *
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendScript(response: ServerResponse, script: string, options?: ScriptReplyOptions): void {
  send(response, scriptReply(script, options));
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = Buffer.from(body);
  for (const [name, value] of Object.entries(headers)) {
    // The default does not replace what was set on the response before.
    if (name !== "cache-control" || value !== defaultCacheControl || !response.hasHeader(name)) response.setHeader(name, value);
  }
  response.writeHead(status, { "content-length": bytes.length }).end(bytes);
}
