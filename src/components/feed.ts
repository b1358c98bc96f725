import { pulseHeader } from "../base/pulse.js";
import { type ActionOptions, type Computed, get } from "../expressions/actions.js";
import { Expression } from "../expressions/expression.js";
import { js } from "../expressions/js.js";
import type { Signal } from "../expressions/signal.js";
import type { Html } from "../html/html.js";
import { jsx } from "../jsx/jsx.js";

/** Props of {@link Feed}. */
export interface FeedProps {
  /** What is asked for: the handler answers with `stream`, `hub.stream` or the like. */
  readonly url: Computed<string>;
  /** Options of the request, in place of those below. */
  readonly options?: ActionOptions | undefined;
  /** A signal that is `true` while the page has no connection. */
  readonly offline?: Signal<boolean> | undefined;
  /**
   * Runs when the connection is back and events may have been missed, for streams that cannot tell what was missed by
   * themselves: `get("/list")`, or ``js`location.reload()` ``.
   */
  readonly missed?: Expression | undefined;
  readonly id?: string | undefined;
}

/**
 * Keeps a stream open for as long as the page is, as the client alone does not: it comes back when the stream has
 * ended, when an error was answered, after sleep, when the tab was frozen, and when the network went silent; each page
 * at a time of its own.
 *
 * ```tsx
 * const net = signals({ _offline: false });
 *
 * <Feed url="/feed" offline={net._offline} />
 * <p data-show={net._offline}>No connection; what you see may be old.</p>
 * ```
 *
 * A server that has nothing more to send ends it with status 204 (`noContent()`); every other answer is tried again.
 *
 * @see https://data-star.dev/reference/actions#options
 */
export function Feed({ url, options = {}, offline, missed, id }: FeedProps): Html | Promise<Html> {
  const setOffline = (value: boolean): string => (offline === undefined ? "" : `${js`${offline} = ${value}`.source};`);
  const request = get(url, {
    retry: "always",
    // After a crash, all pages lose their server in the same moment.
    retryInterval: js<number>`500 + Math.random() * 2500`,
    retryMaxCount: 1e9,
    requestCancellation: "cleanup",
    ...options,
    headers: { ...options.headers, [pulseHeader]: "true" },
  });
  const sees = options.openWhenHidden === true ? "true" : "!document.hidden";
  return jsx("div", {
    id,
    hidden: true,
    // What is kept on the element: when it heard of the server, how long that is silent at most, whether the client
    // tries to come back, and whether events may have been missed.
    "data-on:datastar-fetch": new Expression(
      `if (evt.detail.el === el) {
if (evt.detail.type.startsWith('datastar-')) {
el.heard = Date.now(); el.pulse = +evt.detail.argsRaw.pulse || el.pulse; el.retries = false; ${setOffline(false)}
if (el.missed) { el.missed = false; ${missed?.source ?? ""} }
} else if (evt.detail.type.startsWith('retr')) {
el.heard = Date.now(); el.retries = el.missed = true; ${setOffline(true)}
} }`,
    ),
    "data-on:offline__window": new Expression(`el.missed = true; ${setOffline(true)}`),
    "data-on:online__window": new Expression("el.wake()"),
    "data-on:pageshow__window": new Expression("if (evt.persisted) el.wake()"),
    "data-on:resume__document": new Expression("el.wake()"),
    // The client itself closes the request of a page that is hidden, and opens it anew.
    "data-on:visibilitychange__document": new Expression(
      `el.heard = Date.now(); el.missed ||= ${options.openWhenHidden === true ? "false" : "document.hidden"}`,
    ),
    // Timers stand still while a machine sleeps. An attempt to connect fails within a minute, or hangs.
    "data-on-interval__duration.5s": new Expression(
      `const now = Date.now(), slept = now - el.looked > 15000, silent = now - el.heard > (el.retries ? 60000 : 3 * el.pulse);
el.looked = now;
if (${sees} && (slept || silent)) { ${setOffline(true)} el.wake() }`,
    ),
    "data-init": new Expression(
      `el.open = () => { el.heard = Date.now(); ${request.source} };
el.wake = () => { if (${sees}) { el.missed = true; el.open() } };
el.looked = Date.now(); el.open()`,
    ),
  });
}
