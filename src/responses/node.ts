import { isSentByDatastar } from "../base/datastar-request.js";
import { observeReply, type RenderedReply } from "../base/render-telemetry.js";
import { checkNodeResponse } from "../base/request-kind.js";
import type { SignalsInput } from "../events/patch-signals.js";
import type { TargetUrl } from "../events/target-url.js";
import { varyByEncoding } from "../stream/accept-encoding.js";
import { reportFor } from "../stream/failure.js";
import {
  forgetLength,
  headersFor,
  type NodeRequest,
  type NodeResponse,
  pathOf,
  sendFailure,
  setStatus,
} from "../stream/node-response.js";
import { serverOf } from "../stream/server-of.js";
import { compressedReply } from "./compressed.js";
import type { AnyPage, PageElements, WithNonce } from "./page-elements.js";
import {
  type Asker,
  type NoContentOptions as NoContentOptionsFor,
  noContentReply,
  type RedirectOptions as RedirectOptionsFor,
  redirectReply,
} from "./redirect.js";
import {
  defaultCacheControl,
  elementsReply,
  type ElementsReplyOptions as ElementsReplyOptionsFor,
  pageReply,
  type PageReplyOptions as PageReplyOptionsFor,
  type Reply,
  type ReplyElements,
  type ReplyOptions as ReplyOptionsFor,
  scriptReply,
  type ScriptReplyOptions as ScriptReplyOptionsFor,
  signalsReply,
  type SignalsReplyOptions as SignalsReplyOptionsFor,
  statusOf,
} from "./replies.js";

/** Options of every reply. */
export type ReplyOptions = ReplyOptionsFor<NodeRequest>;

/** Options of a page. */
export type PageReplyOptions = PageReplyOptionsFor<NodeRequest>;

/** Options of a reply of elements: those of `patchElements` that the client reads from headers. */
export type ElementsReplyOptions = ElementsReplyOptionsFor<NodeRequest>;

/** Options of a reply of signals. */
export type SignalsReplyOptions = SignalsReplyOptionsFor<NodeRequest>;

/** Options of a reply of a script. */
export type ScriptReplyOptions = ScriptReplyOptionsFor<NodeRequest>;

/** Options of a redirection. */
export type RedirectOptions = RedirectOptionsFor<NodeRequest>;

/** Options of a reply without content. */
export type NoContentOptions = NoContentOptionsFor<NodeRequest>;

/**
 * Answers with a whole page; the doctype is put in front.
 *
 * ```tsx
 * createServer((request, response) => sendPage(response, () => <Page />));
 * ```
 *
 * @param page elements, or a function that returns them and gets the nonce: what it throws is answered with status 500
 *   as well
 * @returns a promise that never rejects: what fails goes to `onError`, and the client gets status 500
 * @throws TypeError or RangeError for options that do not exist
 */
export function sendPage(
  response: NodeResponse,
  page: PageElements<string>,
  options: WithNonce<PageReplyOptions>,
): Promise<void>;
export function sendPage(response: NodeResponse, page: PageElements, options?: PageReplyOptions): Promise<void>;
export function sendPage(response: NodeResponse, page: AnyPage, options?: PageReplyOptions): Promise<void> {
  return sendLater(response, "page", pageReply(page, options, policyOf(response)), options);
}

/**
 * Answers an action with one element patch, without a stream.
 *
 * @param elements elements, or a function that returns them: what it throws is answered with status 500 as well
 * @returns a promise that never rejects: what fails goes to `onError`, and the client gets status 500
 * @throws TypeError or RangeError for options that do not exist, or that the client would refuse
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendElements(
  response: NodeResponse,
  elements: ReplyElements,
  options?: ElementsReplyOptions,
): Promise<void> {
  checkNodeResponse(response);
  let leaving: AbortSignal | undefined;
  const context = {
    get signal() {
      return (leaving ??= closing(response));
    },
    report: (error: unknown) => reportFor(options?.onError, response.req, error),
  };
  return sendLater(response, "elements", elementsReply(elements, options, context), options);
}

/**
 * Answers an action with one signal patch, without a stream. Signals that JSON cannot carry go to `onError`, and the
 * client gets status 500.
 *
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendSignals(response: NodeResponse, signals: SignalsInput, options?: SignalsReplyOptions): void {
  send(response, signalsReply(signals, options), options);
}

/**
 * Answers an action with a script. The client never reports such a request as finished, so that a `data-indicator`
 * stays on; `executeScript` in a stream does not have that fault.
 *
 * @throws TypeError or RangeError for options that do not exist
 * @see https://data-star.dev/reference/actions#response-handling
 */
export function sendScript(response: NodeResponse, script: string, options?: ScriptReplyOptions): void {
  send(response, scriptReply(script, options), options);
}

/**
 * Sends the browser to another URL: with status 303 whoever asks by itself, and a Datastar action by an event, since
 * `fetch` follows a redirection and never shows it to the browser.
 *
 * @param url relative to what was asked for, as in `Location`; a `javascript:` URL goes to `onError`, and the client
 *   gets status 500
 * @throws TypeError or RangeError for options that do not exist
 */
export function sendRedirect(response: NodeResponse, url: TargetUrl, options?: RedirectOptions): void {
  send(response, redirectReply(url, options, askerOf(response)), options);
}

/**
 * Answers with status 204: the action was done, and changes nothing in the page.
 *
 * @throws TypeError for options that do not exist
 */
export function sendNoContent(response: NodeResponse, options?: NoContentOptions): void {
  send(response, noContentReply(options), options);
}

function policyOf(response: NodeResponse): string | undefined {
  checkNodeResponse(response);
  const policy = response.getHeader("content-security-policy");
  return policy === undefined ? undefined : String(policy);
}

function askerOf(response: NodeResponse): Asker {
  checkNodeResponse(response);
  const request = response.req;
  return { isDatastar: isSentByDatastar(request.headers["datastar-request"]), path: pathOf(request) };
}

function send(response: NodeResponse, make: () => Reply, options: ReplyOptions | undefined): void {
  checkNodeResponse(response);
  // Whoever has answered meanwhile is not disturbed.
  const isTaken = response.headersSent;
  try {
    const reply = make();
    if (isTaken) throw new TypeError("A reply needs a response whose headers have not been sent yet.");
    write(response, reply, options);
  } catch (error) {
    reportFor(options?.onError, response.req, error);
    if (!isTaken) sendFailure(response);
  }
}

function sendLater(
  response: NodeResponse,
  kind: RenderedReply,
  make: () => Promise<Reply>,
  options: ReplyOptions | undefined,
): Promise<void> {
  return observeReply(kind, make, response.req).then(
    (reply) => send(response, () => reply, options),
    (error: unknown) => send(response, () => raise(error), options),
  );
}

/** Aborted when the client has left. */
function closing(response: NodeResponse): AbortSignal {
  const closed = new AbortController();
  if (response.destroyed) closed.abort();
  else response.once("close", () => closed.abort());
  return closed.signal;
}

function raise(error: unknown): never {
  throw error;
}

function write(response: NodeResponse, reply: Reply, { compression }: ReplyOptions = {}): void {
  const status = statusOf(reply, response.statusCode);
  const { headers, body } =
    compression === undefined
      ? reply
      : compressedReply(reply, compression, response.req.headers["accept-encoding"]?.toString());
  for (const [name, value] of headersFor(response, headers)) {
    // The default does not replace what was set on the response before.
    if (name === "cache-control" && value === defaultCacheControl && response.hasHeader(name)) continue;
    response.setHeader(
      name,
      name === "vary" && compression !== undefined
        ? varyByEncoding([response.getHeader(name) ?? "", value].join())
        : value,
    );
  }
  setStatus(response, status);
  forgetLength(response);
  // For `shutdown`, which has no other way to know the sessions of HTTP/2.
  serverOf(response.req);
  if (body === undefined) {
    response.end();
    return;
  }
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.setHeader("content-length", bytes.length);
  response.end(bytes);
}
