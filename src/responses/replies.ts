import { advise } from "../base/advice.js";
import { behaviours, isAmong } from "../base/client-versions.js";
import { currentClient } from "../base/configure-client.js";
import { describe } from "../base/describe.js";
import { type HeaderMap, type HeadersInput, toHeaderMap } from "../base/headers.js";
import { checkWhole } from "../base/limits.js";
import { abandon, callWith, ignoreFailures } from "../base/promises.js";
import { type Elements, elementsToString } from "../events/elements.js";
import { checkOptions, flag } from "../events/event-options.js";
import { placeElements } from "../events/namespace.js";
import { elementsPatch, patchLines, type PatchElementsOptions } from "../events/patch-options.js";
import { signalsPatch, type SignalsInput } from "../events/patch-signals.js";
import type { PatchContext } from "../html/html.js";
import type { Compression } from "../stream/encoding.js";
import type { ErrorHandler } from "../stream/failure.js";
import {
  checkNonce,
  contentSecurityPolicy,
  createNonce,
  type PolicyDirectives,
  withNonce,
} from "./content-security-policy.js";
import type { AnyPage } from "./page-elements.js";

/** A response, before it takes the form that a server wants. */
export interface Reply {
  /** `undefined`: whatever was set on the response before. */
  readonly status: number | undefined;
  readonly headers: HeaderMap;
  /** `undefined`: none, as the status says. */
  readonly body: string | undefined;
  /** What is in it for the Datastar client; a page is for browsers. */
  readonly patch?: "elements" | "signals" | "script" | undefined;
}

interface CommonOptions {
  /**
   * Default: 200, or what was set on a response of Node.js before. The client applies elements, signals and scripts of
   * status 200 only; so for them another status of success that was set before is 200, too.
   */
  readonly status?: number | undefined;
  /** More headers for the response. */
  readonly headers?: HeadersInput | undefined;
  /**
   * How to compress the reply, if the client accepts it and it gains by it: `compression()` of
   * `datastar-tsx/compression`. Default: not at all.
   */
  readonly compression?: Compression | undefined;
  /** The request that is answered. Web responses need it for `compression`; those of Node.js know theirs. */
  readonly request?: Request | undefined;
}

/** What every reply can set. */
export interface ReplyOptions<Incoming = Request | undefined> extends CommonOptions {
  /**
   * Gets what making the reply failed with, and the request; the client gets status 500. Default: `console.error`.
   */
  readonly onError?: ErrorHandler<Incoming> | undefined;
}

type Omit2<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type Target = Omit2<PatchElementsOptions, "eventId" | "retryDuration" | "viewTransitionSelector">;

interface SignalsOptions {
  /** Whether to leave signals alone that exist already. Default: `false`. */
  readonly onlyIfMissing?: boolean | undefined;
}

interface ScriptOptions {
  /** Attributes of the script element. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

interface PageOptions {
  /**
   * Runs scripts under a nonce: `<html data-nonce>` tells it to the client, and the header `Content-Security-Policy` to
   * the browser. `true` makes one; `page` gets it as a function. A policy in `headers` stays as it is, and must name it.
   * Needs a client that knows `<html data-nonce>`.
   *
   * @see {@link contentSecurityPolicy}
   */
  readonly nonce?: true | string | undefined;
  /** More directives for the policy of the nonce, or others in place of its own: `{ "img-src": "'self'" }`. */
  readonly policy?: PolicyDirectives | undefined;
}

/** Options of a page. */
export interface PageReplyOptions<Incoming = Request | undefined> extends ReplyOptions<Incoming>, PageOptions {}

/** Options of a reply of elements: those of `patchElements` that the client reads from headers. */
export type ElementsReplyOptions<Incoming = Request | undefined> = ReplyOptions<Incoming> & Target;

/** Options of a reply of signals. */
export interface SignalsReplyOptions<Incoming = Request | undefined> extends ReplyOptions<Incoming>, SignalsOptions {}

/** Options of a reply of a script. */
export interface ScriptReplyOptions<Incoming = Request | undefined> extends ReplyOptions<Incoming>, ScriptOptions {}

/**
 * What a reply consists of: elements, or a function that returns them, so that what a component throws is an error of
 * the reply and not of the handler.
 */
export type ReplyElements = Elements | (() => Elements);

export const defaultCacheControl = "no-cache";

/** Replies show a state that changes: none is kept unless the caller says so. */
export function noCache(headers: HeaderMap): HeaderMap {
  if (!headers.has("cache-control")) headers.set("cache-control", defaultCacheControl);
  return headers;
}

// Each of the following checks at once what the program says in its options, and returns what makes the reply: that may
// fail by what data says.

/**
 * A whole page, with its doctype.
 *
 * @param policyBefore the policy that was set on the response before
 */
export function pageReply(
  page: AnyPage,
  options: CommonOptions & PageOptions = {},
  policyBefore?: string,
): () => Promise<Reply> {
  // Nobody looks at it if the options are refused.
  ignoreFailures(page);
  checkReply(options, "page", ["nonce", "policy"]);
  const nonce = options.nonce === true ? createNonce() : options.nonce;
  if (nonce !== undefined && !isAmong(currentClient().version, behaviours.pageNonce)) {
    advise(
      () =>
        `The Datastar client ${currentClient().version} does not know the nonce of a page: it needs 'unsafe-eval' in ` +
        "script-src. Load a newer client, or set a policy of your own and leave the option out.",
    );
  }
  if (nonce === undefined && options.policy !== undefined)
    throw new TypeError("The option policy is for a page with a nonce: add `nonce: true`, or set the header yourself.");
  const policy = nonce === undefined ? [] : policyHeader(checkNonce(nonce), options, policyBefore);
  return async () => {
    const markup = await elementsToString(typeof page === "function" ? page(nonce) : page);
    return reply(html, `<!DOCTYPE html>${nonce === undefined ? markup : withNonce(markup, nonce)}`, options, policy);
  };
}

/** The policy of a page with a nonce, unless the program has one: with another nonce, the client would not start. */
function policyHeader(
  nonce: string,
  { headers, policy }: CommonOptions & PageOptions,
  before: string | undefined,
): readonly Header[] {
  const given = toHeaderMap(headers).get("content-security-policy");
  if (given !== undefined && policy !== undefined)
    throw new TypeError("A page has its policy from the option policy, or from the header Content-Security-Policy.");
  const own = given ?? (policy === undefined ? before : undefined);
  if (own === undefined) return [["content-security-policy", contentSecurityPolicy(nonce, policy)]];
  if (own.includes(`'nonce-${nonce}'`)) return [];
  throw new TypeError(
    "The header Content-Security-Policy does not name the nonce of the page: make it with contentSecurityPolicy(nonce), of the same nonce.",
  );
}

/**
 * Elements for the client to patch into the page.
 *
 * @param context for whom they are patched
 */
export function elementsReply(
  elements: ReplyElements,
  options: CommonOptions & Target = {},
  context: PatchContext,
): () => Promise<Reply> {
  ignoreFailures(elements);
  checkReply(options, "elements", ["selector", "mode", "namespace", "useViewTransition"]);
  // What a selector says may come from data.
  elementsPatch(typeof options.selector === "string" ? { ...options, selector: "*" } : options);
  return async () => {
    const target = elementsPatch(options);
    const placed = placeElements(target, await patched(made(elements), options, context));
    const headers = patchLines(target, placed.namespace).map(([name, value]): Header => [
      `datastar-${headerNames[name] ?? name}`,
      headerText(value),
    ]);
    return { ...reply(html, placed.elements, options, headers), patch: "elements" };
  };
}

async function patched(elements: Elements, options: Target, context: PatchContext): Promise<string> {
  try {
    return await elementsToString(elements, options, context);
  } catch (error) {
    // What ends because the client has left is no error, and nobody reads the reply.
    if (context.signal?.aborted === true && error === context.signal.reason) return "";
    throw error;
  }
}

/** Signals for the client to merge. */
export function signalsReply(signals: SignalsInput, options: CommonOptions & SignalsOptions = {}): () => Reply {
  checkReply(options, "signals", ["onlyIfMissing"], signals);
  const datastar: readonly Header[] = flag("onlyIfMissing", options.onlyIfMissing)
    ? [["datastar-only-if-missing", "true"]]
    : [];
  return () => ({ ...reply("application/json", signalsPatch(signals).json, options, datastar), patch: "signals" });
}

/** A script for the client to run. */
export function scriptReply(script: string, options: CommonOptions & ScriptOptions = {}): () => Reply {
  checkReply(options, "script", ["attributes"], script);
  if (typeof script !== "string") {
    abandon(script);
    throw new TypeError(`A reply of a script takes its source, not ${describe(script)}.`);
  }
  const { attributes } = options;
  return () => {
    const datastar: readonly Header[] =
      attributes === undefined ? [] : [["datastar-script-attributes", asciiJson(attributes)]];
    return { ...reply("text/javascript; charset=utf-8", script, options, datastar), patch: "script" };
  };
}

/**
 * The status of a reply.
 *
 * @param before what was set before
 * @throws TypeError for one that takes the body away
 */
export function statusOf({ status, body, patch }: Reply, before = 200): number {
  if (status !== undefined && body === undefined) return status;
  // Frameworks set a status for a kind of request, as Nest.js does 201 for POST: it means success, as ours does.
  const isSuccess = before >= 200 && before < 300;
  const effective = checkHasBody(status ?? (patch !== undefined && isSuccess ? 200 : before));
  if (patch !== undefined && effective !== 200) {
    advise(
      () =>
        `A reply with ${patch === "script" ? "a script" : patch} has status ${effective}: the Datastar client reads ` +
        "status 200 only, and ignores this one. Leave the status out to have the reply applied.",
    );
  }
  return effective;
}

type Header = readonly [name: string, value: string];

const html = "text/html; charset=utf-8";

function made(elements: ReplyElements): Elements {
  return typeof elements === "function" ? elements() : elements;
}

/** @param content what is let go of when it is not sent, for the sake of an option */
function checkReply(options: CommonOptions, what: string, more: readonly string[] = [], content?: unknown): void {
  checkOptions(options, ["status", "headers", "compression", "request", "onError", ...more], what, content);
  const { status } = options;
  const check = (...[status]: [number, unknown]): number => checkHasBody(checkWhole("status", status, 200, 599));
  if (status !== undefined) callWith(check, status, content);
}

/** @see https://fetch.spec.whatwg.org/#null-body-status */
function checkHasBody(status: number): number {
  if (status >= 200 && ![204, 205, 304].includes(status)) return status;
  throw new TypeError(
    `A response with status ${status} has no body; noContent() and sendNoContent() answer without one.`,
  );
}

function reply(
  contentType: string,
  body: string,
  { status, headers: given }: CommonOptions,
  datastar: readonly Header[] = [],
): Reply {
  const headers = noCache(toHeaderMap(given));
  for (const [name, value] of [...datastar, ["content-type", contentType] as const]) headers.set(name, value);
  return { status, headers, body };
}

const headerNames: Readonly<Record<string, string>> = { useViewTransition: "use-view-transition" };

// Headers carry ASCII (and tabs) only; in a selector, CSS escapes say the rest. One that stands behind a backslash is
// escaped already, by that; so is a blank, which could not stand at the end of a header.
function headerText(selector: string): string {
  return selector
    .replace(/\\([\t ])$|\\[\t\x20-\x7e]|\\?([^\t\x20-\x7e])/gu, (found, blank?: string, other?: string) => {
      const code = (blank ?? other)?.codePointAt(0);
      return code === undefined ? found : `\\${code.toString(16)} `;
    })
    .trimEnd();
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
