// What jsdom's windows lack of what the client needs, and what a test has to know of.
import type { DOMWindow, VirtualConsole } from "jsdom";
import { ownDetails, ownDialogs } from "./dialogs.js";
import { ownFileReader } from "./file-reader.js";
import { toFormData } from "./files.js";
import type { Host } from "./host.js";
import { ownNavigation } from "./navigation.js";
import { left, never, type Sent } from "./network.js";
import { ownPopovers } from "./popovers.js";
import { ownQuestions } from "./questions.js";
import { ownTasks } from "./tasks.js";
import { watchValidity } from "./validity.js";

/** A window of jsdom in which the client runs. */
export function openWindow(html: string, url: URL, host: Host): DOMWindow {
  const { jsdom, cookies: cookieJar } = host.browser;
  const { JSDOM, VirtualConsole } = jsdom;
  const virtualConsole = new VirtualConsole();
  listen(virtualConsole, host);
  const { window } = new JSDOM(html, {
    url: url.href,
    contentType: "text/html",
    cookieJar,
    pretendToBeVisual: false,
    runScripts: "dangerously",
    virtualConsole,
    beforeParse: (made) => furnish(made, host),
  });
  return window;
}

/** Hears what is said in the console of a page, and what nobody catches there. */
function listen(virtualConsole: VirtualConsole, { problem }: Pick<Host, "problem">): void {
  const thrown: string[] = [];
  virtualConsole.on("jsdomError", (error: Error) => {
    // What jsdom does not have is no fault of the page.
    if (/not implemented/i.test(error.message)) return;
    const cause = error.cause ?? error;
    thrown.push(textOf(cause));
    problem(cause);
  });
  virtualConsole.on("error", (...said: readonly unknown[]) => {
    const text = said.map(textOf).join(" ");
    const report = (): void => problem(new Error(`console.error: ${text}`));
    if (said.every((value) => typeof value !== "object")) return report();
    // The client says an error before it throws it with more about it.
    const known = thrown.length;
    queueMicrotask(() => {
      if (!thrown.slice(known).some((message) => message.includes(text))) report();
    });
  });
  virtualConsole.on("warn", (first: unknown) => {
    if (first !== null && typeof first === "object" && "message" in first) problem(first);
  });
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "message" in value ? String(value.message) : JSON.stringify(value);
}

function furnish(window: DOMWindow, host: Host): void {
  const missing = {
    CSS: { escape: escapeCss },
    MathMLElement: class extends window.Element {},
    TextDecoder,
    TextEncoder,
    IntersectionObserver: observerOf(window),
    structuredClone: (value: unknown): unknown => window.JSON.parse(JSON.stringify(value)),
  };
  for (const [name, value] of Object.entries(missing)) if (!(name in window)) Reflect.set(window, name, value);
  // jsdom's would leave this process.
  window.XMLHttpRequest.prototype.send = () => {
    throw new Error("XMLHttpRequest asks for nothing in a visit: use fetch, or test this in a browser.");
  };
  window.fetch = (input, init) => pageFetch(window, host, input, init);
  ownTasks(window, host);
  ownNavigation(window, host);
  ownDialogs(window);
  ownDetails(window);
  ownPopovers(window);
  ownQuestions(window, host);
  ownFileReader(window, host);
  host.browser.restore(window, host.session);
  watchValidity(window, host.problem);
}

/** What servers answer when a handler throws. */
const failure = new Response(null, { status: 500 });

async function pageFetch(
  window: DOMWindow,
  { network, problem }: Host,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const url = new URL(String(input), window.document.baseURI);
  if (url.origin !== window.location.origin) throw new TypeError(`${url.href} is not of the app that is visited.`);
  const { method = "GET", signal, body } = init;
  const leaving = new AbortController();
  if (signal?.aborted) leaving.abort();
  signal?.addEventListener("abort", () => leaving.abort());
  const headers = new Headers(Object.entries(init.headers ?? {}).map(([name, value]) => [name, String(value)]));
  const sending = network.send(url, { method, headers, body: await bodyOf(window, body) }, leaving);
  const { response } = await sending.catch((error: unknown) => {
    if (leaving.signal.reason === left) return never;
    if (leaving.signal.aborted) throw error;
    problem(error);
    return { response: failure };
  });
  if (response !== failure && response.status >= 400)
    problem(new Error(`${method} ${url.pathname} was answered with status ${response.status}.`));
  return response;
}

/** Those of jsdom are not those of the platform. */
async function bodyOf(window: DOMWindow, body: BodyInit | null | undefined): Promise<Sent["body"]> {
  if (body === null || body === undefined || typeof body === "string") return body ?? null;
  if (body instanceof window.FormData) return toFormData(window, body);
  return new URLSearchParams(String(body));
}

/** There is no layout: everything is visible as soon as it is looked at. */
function observerOf(window: DOMWindow): unknown {
  return class {
    readonly #callback: (entries: readonly object[]) => void;

    constructor(callback: (entries: readonly object[]) => void) {
      this.#callback = callback;
    }

    observe(target: Element): void {
      window.setTimeout(() => this.#callback([{ target, isIntersecting: true, intersectionRatio: 1 }]), 0);
    }

    unobserve(): void {}
    disconnect(): void {}
  };
}

/** @see https://drafts.csswg.org/cssom/#the-css.escape()-method */
function escapeCss(text: string): string {
  const escaped = Array.from(String(text).replaceAll("\0", "\ufffd"), (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) return `\\${code.toString(16)} `;
    return code >= 0x80 || /[\w-]/.test(character) ? character : `\\${character}`;
  }).join("");
  // A digit cannot begin a name, nor can a hyphen alone be one.
  return escaped.replace(/^(-?)(\d)/, "$1\\3$2 ").replace(/^-$/, "\\-");
}
