import type { Elements } from "../events/elements.js";
import type { SignalsInput } from "../events/patch-signals.js";
import { compressedReply, type EncodedReply } from "./compressed.js";
import {
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
export async function pageResponse(page: Elements, options?: ReplyOptions): Promise<Response> {
  return toResponse(await pageReply(page, options), options);
}

/**
 * Answers an action with one element patch, without a stream.
 *
 * @throws TypeError for options that the client would refuse
 * @see https://data-star.dev/reference/actions#response-handling
 */
export async function elementsResponse(elements: Elements, options?: ElementsReplyOptions): Promise<Response> {
  return toResponse(await elementsReply(elements, options), options);
}

/**
 * Answers an action with one signal patch, without a stream.
 *
 * @throws TypeError for anything but an object, or the JSON text of one
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function signalsResponse(signals: SignalsInput, options?: SignalsReplyOptions): Response {
  return toResponse(signalsReply(signals, options), options);
}

/**
 * Answers an action with a script. Client 1.0.2 never reports such a request as finished, so that a `data-indicator`
 * stays on; `executeScript` in a stream does not have that fault.
 *
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function scriptResponse(script: string, options?: ScriptReplyOptions): Response {
  return toResponse(scriptReply(script, options), options);
}

function toResponse(reply: Reply, { compression, request }: ReplyOptions = {}): Response {
  if (compression !== undefined && request === undefined)
    throw new TypeError("A reply with compression needs the request as well.");
  const encoded: EncodedReply =
    compression === undefined
      ? reply
      : compressedReply(reply, compression, request?.headers.get("accept-encoding") ?? undefined);
  const { status, headers, body } = encoded;
  return new Response(body, { status, headers });
}
