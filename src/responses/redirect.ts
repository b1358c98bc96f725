import { advise } from "../base/advice.js";
import { type HeadersInput, toHeaderMap } from "../base/headers.js";
import { checkOptions } from "../events/event-options.js";
import { redirectFrame } from "../events/frames.js";
import { targetUrl, type TargetUrl } from "../events/target-url.js";
import type { ErrorHandler } from "../stream/failure.js";
import { noCache, type Reply } from "./replies.js";

/** What a reply without content can set. */
export interface NoContentOptions<Incoming = Request | undefined> {
  /** More headers for the response. */
  readonly headers?: HeadersInput | undefined;
  /** Gets what making the reply failed with, and the request; the client gets status 500. Default: `console.error`. */
  readonly onError?: ErrorHandler<Incoming> | undefined;
}

/** What a redirection can set. */
export interface RedirectOptions<Incoming = Request | undefined> extends NoContentOptions<Incoming> {
  /** Default: 303, which has the browser ask with GET. An action of Datastar is always answered with 200. */
  readonly status?: 301 | 302 | 303 | 307 | 308 | undefined;
}

/** Who asks, as far as it matters for a redirection. */
export interface Asker {
  readonly isDatastar: boolean;
  /** The path that was asked for, which relative URLs are relative to. */
  readonly path: string;
}

type Common = Pick<RedirectOptions, "headers" | "status">;

/** No content. The client takes it for the quiet end of an action. */
export function noContentReply(options: Common = {}): () => Reply {
  checkOptions(options, ["headers", "onError", "request"], "noContent");
  return () => ({ status: 204, headers: noCache(toHeaderMap(options.headers)), body: undefined });
}

/**
 * Sends whoever asks to another URL. `fetch` follows a redirection by itself, so that an action would get the page
 * there as a patch, and the address would stay: it gets an event instead, which has the browser go there.
 *
 * @param asker `undefined`: not known
 */
export function redirectReply(url: TargetUrl, options: Common = {}, asker: Asker | undefined): () => Reply {
  checkOptions(options, ["status", "headers", "onError", "request"], "redirect");
  const { status = 303 } = options;
  if (![301, 302, 303, 307, 308].includes(status))
    throw new RangeError(`status must be 301, 302, 303, 307 or 308, not ${String(status)}.`);
  if (asker === undefined)
    advise(() => "redirectResponse() needs the request: an action of Datastar does not go where a redirection leads.");
  return () => {
    const target = ascii(url);
    const headers = noCache(toHeaderMap(options.headers));
    if (asker?.isDatastar !== true) {
      headers.set("location", target);
      return { status, headers, body: "" };
    }
    headers.set("content-type", "text/event-stream");
    return { status: 200, headers, body: redirectFrame(seenFrom(asker.path, target)) };
  };
}

/** A URL as headers carry it. */
function ascii(url: TargetUrl): string {
  return targetUrl(url, "A redirection").replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

/** A script would resolve a relative URL against the page, and not, as `Location` is, against what was asked for. */
function seenFrom(path: string, target: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(target)) return target;
  const { pathname, search, hash } = new URL(target, new URL(path, "http://localhost"));
  return pathname + search + hash;
}
