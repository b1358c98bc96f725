import { type Elements, elementsToString } from "../events/elements.js";
import { checkOptions } from "../events/frame.js";
import { flag, type PatchElementsOptions, targetLines } from "../events/patch-elements.js";
import { signalsJson, type SignalsInput } from "../events/patch-signals.js";
import type { Compression } from "../stream/compressed-sink.js";

/** A response, before it takes the form that a server wants. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What every reply can set. */
export interface ReplyOptions {
  /** Default: 200. The client applies a response of no other status. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * How to compress the reply, if the client accepts it and it gains by it: `compression()` of
   * `datastar-tsx/compression`. Default: not at all.
   */
  readonly compression?: Compression | undefined;
  /** The request that is answered. Web responses need it for `compression`; those of Node.js know theirs. */
  readonly request?: Request | undefined;
}

/** Options of a reply of elements: those of `patchElements` that the client reads from headers. */
export type ElementsReplyOptions = ReplyOptions &
  Omit2<PatchElementsOptions, "eventId" | "retryDuration" | "viewTransitionSelector">;

type Omit2<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Options of a reply of signals. */
export interface SignalsReplyOptions extends ReplyOptions {
  /** Whether to leave signals alone that exist already. Default: `false`. */
  readonly onlyIfMissing?: boolean | undefined;
}

/** Options of a reply of a script. */
export interface ScriptReplyOptions extends ReplyOptions {
  /** Attributes of the script element. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** Replies show a state that changes: none is kept unless the caller says so. */
export const defaultCacheControl = "no-cache";

const replyOptions = ["status", "headers", "compression", "request"];

/** A whole page, with its doctype. */
export async function pageReply(page: Elements, options: ReplyOptions = {}): Promise<Reply> {
  checkOptions(options, replyOptions, "page");
  return reply("text/html; charset=utf-8", `<!DOCTYPE html>${await elementsToString(page)}`, {}, options);
}

/** Elements for the client to patch into the page. */
export async function elementsReply(elements: Elements, options: ElementsReplyOptions = {}): Promise<Reply> {
  checkOptions(options, [...replyOptions, "selector", "mode", "namespace", "useViewTransition"], "elements");
  const { status, headers, compression: _, request: __, ...target } = options;
  const datastar = Object.fromEntries(
    targetLines(target).map(([name, value]) => [`datastar-${headerNames[name] ?? name}`, headerText(value)]),
  );
  return reply("text/html; charset=utf-8", await elementsToString(elements, target), datastar, { status, headers });
}

/** Signals for the client to merge. */
export function signalsReply(signals: SignalsInput, options: SignalsReplyOptions = {}): Reply {
  checkOptions(options, [...replyOptions, "onlyIfMissing"], "signals");
  const datastar: Record<string, string> = flag("onlyIfMissing", options.onlyIfMissing)
    ? { "datastar-only-if-missing": "true" }
    : {};
  return reply("application/json", signalsJson(signals), datastar, options);
}

/** A script for the client to run. */
export function scriptReply(script: string, options: ScriptReplyOptions = {}): Reply {
  checkOptions(options, [...replyOptions, "attributes"], "script");
  const { attributes } = options;
  const datastar: Record<string, string> =
    attributes === undefined ? {} : { "datastar-script-attributes": asciiJson(attributes) };
  return reply("text/javascript; charset=utf-8", script, datastar, options);
}

function reply(
  contentType: string,
  body: string,
  datastar: Readonly<Record<string, string>>,
  { status = 200, headers = {} }: ReplyOptions,
): Reply {
  // Names that differ only in their case would be sent twice.
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    headers: { "cache-control": defaultCacheControl, ...given, ...datastar, "content-type": contentType },
    body,
  };
}

const headerNames: Readonly<Record<string, string>> = { useViewTransition: "use-view-transition" };

// Headers carry ASCII (and tabs) only; in a selector, CSS escapes say the rest.
function headerText(selector: string): string {
  return selector.replace(/[^\t\x20-\x7e]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
