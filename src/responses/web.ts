import { isSentByDatastar } from "../base/datastar-request.js";
import { toHeaders } from "../base/headers.js";
import { observeReply, type RenderedReply } from "../base/render-telemetry.js";
import type { SignalsInput } from "../events/patch-signals.js";
import type { TargetUrl } from "../events/target-url.js";
import { encodedResponse } from "../stream/encoded-response.js";
import { failure, reportFor } from "../stream/failure.js";
import { compressedReply } from "./compressed.js";
import type { AnyPage, PageElements, WithNonce } from "./page-elements.js";
import { type Asker, type NoContentOptions, noContentReply, type RedirectOptions, redirectReply } from "./redirect.js";
import {
  elementsReply,
  type ElementsReplyOptions,
  pageReply,
  type PageReplyOptions,
  type Reply,
  type ReplyElements,
  type ReplyOptions,
  scriptReply,
  type ScriptReplyOptions,
  signalsReply,
  type SignalsReplyOptions,
  statusOf,
} from "./replies.js";

/**
 * Answers with a whole page; the doctype is put in front.
 *
 * ```tsx
 * return pageResponse(() => <Page />);
 * ```
 *
 * @param page elements, or a function that returns them and gets the nonce: what it throws is answered with status 500
 *   as well
 * @returns a promise that never rejects: what fails goes to `onError`, and the response has status 500
 * @throws TypeError or RangeError for options that do not exist
 */
export function pageResponse(page: PageElements<string>, options: WithNonce<PageReplyOptions>): Promise<Response>;
export function pageResponse(page: PageElements, options?: PageReplyOptions): Promise<Response>;
export function pageResponse(page: AnyPage, options?: PageReplyOptions): Promise<Response> {
  return respondLater("page", pageReply(page, options), options);
}

/**
 * Answers an action with one element patch, without a stream.
 *
 * @param elements elements, or a function that returns them: what it throws is answered with status 500 as well
 * @returns a promise that never rejects: what fails goes to `onError`, and the response has status 500
 * @throws TypeError or RangeError for options that do not exist, or that the client would refuse
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function elementsResponse(elements: ReplyElements, options?: ElementsReplyOptions): Promise<Response> {
  const request = options?.request;
  const context = {
    signal: request?.signal,
    report: (error: unknown) => reportFor(options?.onError, request, error),
  };
  return respondLater("elements", elementsReply(elements, options, context), options);
}

/**
 * Answers an action with one signal patch, without a stream. Signals that JSON cannot carry go to `onError`, and the
 * response has status 500.
 *
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function signalsResponse(signals: SignalsInput, options?: SignalsReplyOptions): Response {
  return respond(signalsReply(signals, options), options);
}

/**
 * Answers an action with a script. The client never reports such a request as finished, so that a `data-indicator`
 * stays on; `executeScript` in a stream does not have that fault.
 *
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function scriptResponse(script: string, options?: ScriptReplyOptions): Response {
  return respond(scriptReply(script, options), options);
}

/**
 * Sends the browser to another URL: with status 303 whoever asks by itself, and a Datastar action by an event, since
 * `fetch` follows a redirection and never shows it to the browser.
 *
 * ```ts
 * return redirectResponse("/todos", { request });
 * ```
 *
 * @param url relative to what was asked for, as in `Location`
 * @param options the `request` tells who asks; a `javascript:` URL goes to `onError`, and the response has status 500
 * @throws TypeError or RangeError for options that do not exist
 */
export function redirectResponse(url: TargetUrl, options: RedirectOptions & { readonly request: Request }): Response {
  // Where types are not checked, it may be missing.
  const request: Request | undefined = options?.request;
  return respond(redirectReply(url, options, request && askerOf(request)), options);
}

/**
 * Answers with status 204: the action was done, and changes nothing in the page.
 *
 * @throws TypeError for options that do not exist
 */
export function noContent(options?: NoContentOptions & Pick<ReplyOptions, "request">): Response {
  return respond(noContentReply(options), options);
}

function askerOf({ headers, url }: Request): Asker {
  return { isDatastar: isSentByDatastar(headers.get("datastar-request")), path: new URL(url).pathname };
}

function respond(make: () => Reply, options: ReplyOptions | undefined): Response {
  checkRequest(options);
  try {
    return toResponse(make(), options);
  } catch (error) {
    return failed(error, options);
  }
}

function respondLater(
  kind: RenderedReply,
  make: () => Promise<Reply>,
  options: ReplyOptions | undefined,
): Promise<Response> {
  checkRequest(options);
  return observeReply(kind, make, options?.request)
    .then((reply) => toResponse(reply, options))
    .catch((error: unknown) => failed(error, options));
}

function checkRequest({ compression, request }: ReplyOptions = {}): void {
  if (compression !== undefined && request === undefined)
    throw new TypeError("A reply with compression needs the request as well.");
}

function toResponse(reply: Reply, { compression, request }: ReplyOptions = {}): Response {
  const { headers, body } =
    compression === undefined
      ? reply
      : compressedReply(reply, compression, request?.headers.get("accept-encoding") ?? undefined);
  const isEncoded = body !== undefined && typeof body !== "string";
  return encodedResponse(body ?? null, { status: statusOf(reply), headers: toHeaders(headers) }, isEncoded);
}

function failed(error: unknown, { onError, request }: ReplyOptions = {}): Response {
  reportFor(onError, request, error);
  return new Response(failure.body, failure);
}
