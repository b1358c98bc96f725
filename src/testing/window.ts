// What jsdom's windows lack of what the client needs, and what a test has to know of.
import type { DOMWindow, VirtualConsole } from "jsdom";
import { left, type Network, never, type Sent } from "./network.js";

const { setImmediate } = globalThis;

/** What a window tells. */
export interface Host {
  readonly network: Network;
  /** The page goes somewhere else. */
  navigate(url: URL, sent?: Sent): void;
  /** Something went wrong in the page. */
  problem(error: unknown): void;
  /** A task of the page begins, which ends with the function that is returned. */
  busy(): () => void;
}

/** Hears what is said in the console of a page, and what nobody catches there. */
export function listen(virtualConsole: VirtualConsole, { problem }: Pick<Host, "problem">): void {
  virtualConsole.on("jsdomError", (error: Error) => {
    // What jsdom does not have is no fault of the page.
    if (!/not implemented/i.test(error.message)) problem(error.cause ?? error);
  });
  virtualConsole.on("warn", (first: unknown) => {
    if (first !== null && typeof first === "object" && "message" in first) problem(first);
  });
}

/** Makes a window of jsdom one in which the client runs. */
export function furnish(window: DOMWindow, host: Host): void {
  const missing = {
    CSS: { escape: escapeCss },
    MathMLElement: class extends window.Element {},
    TextDecoder,
    TextEncoder,
    IntersectionObserver: observerOf(window),
    structuredClone: (value: unknown): unknown => window.JSON.parse(JSON.stringify(value)),
  };
  for (const [name, value] of Object.entries(missing)) if (!(name in window)) Reflect.set(window, name, value);
  window.fetch = (input, init) => pageFetch(window, host, input, init);
  ownTimers(window, host);
  ownNavigation(window, host);
}

/** Tasks that are due at once do not wait for a clock that stands still, and are waited for. */
function ownTimers(window: DOMWindow, host: Host): void {
  const later = window.setTimeout.bind(window);
  const setTimeout = (task: unknown, delay: unknown = 0, ...args: unknown[]): unknown => {
    if (typeof task !== "function" || Number(delay) > 0) return Reflect.apply(later, window, [task, delay, ...args]);
    const done = host.busy();
    setImmediate(() => {
      try {
        // Of a window that is closed, jsdom takes the document away.
        if ("document" in window && window.document !== undefined) Reflect.apply(task, window, args);
      } catch (error) {
        host.problem(error);
      } finally {
        done();
      }
    });
    return 0;
  };
  Reflect.set(window, "setTimeout", setTimeout);
}

/** Has links, forms and scripts lead somewhere, which they do not in jsdom. */
function ownNavigation(window: DOMWindow, host: Host): void {
  const { location } = window;
  const go = (url: string): void => host.navigate(new URL(url, window.document.baseURI));
  const symbol = Object.getOwnPropertySymbols(location).find(({ description }) => description === "impl");
  const own: unknown = symbol === undefined ? undefined : Reflect.get(location, symbol);
  if (typeof own === "object" && own !== null) {
    const { href: get } = { href: (): string => window.document.URL };
    Object.defineProperties(own, {
      href: { get, set: go },
      assign: { value: go },
      replace: { value: go },
      reload: { value: () => go(window.document.URL) },
    });
  }
  window.addEventListener("click", (event) => {
    const link = event.target instanceof window.Element ? event.target.closest("a[href]") : null;
    if (event.defaultPrevented || link === null) return;
    const url = new URL(link.getAttribute("href") ?? "", window.document.baseURI);
    if (url.hash !== "" && url.href.split("#")[0] === window.document.URL.split("#")[0]) return;
    event.preventDefault();
    host.navigate(url);
  });
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof window.HTMLFormElement)) return;
    event.preventDefault();
    const { submitter } = event as SubmitEvent;
    const [url, sent] = formSubmission(window, form, submitter);
    host.navigate(url, sent);
  });
}

function formSubmission(window: DOMWindow, form: HTMLFormElement, submitter: HTMLElement | null): [URL, Sent] {
  const attribute = (name: string): string | null => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const url = new URL(attribute("action") ?? window.document.URL, window.document.baseURI);
  const data = toFormData(new window.FormData(form, submitter));
  const fields = new URLSearchParams(Array.from(data, ([name, value]) => [name, fieldText(value)]));
  if (attribute("method")?.toLowerCase() !== "post") {
    url.search = fields.toString();
    return [url, { method: "GET", headers: new Headers(), body: null }];
  }
  const body = attribute("enctype") === "multipart/form-data" ? data : fields;
  return [url, { method: "POST", headers: new Headers(), body }];
}

function fieldText(value: FormDataEntryValue): string {
  return typeof value === "string" ? value : value.name;
}

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
  const sending = network.send(url, { method, headers, body: bodyOf(window, body) }, leaving);
  const { response } = await sending.catch((error: unknown) => {
    if (leaving.signal.reason === left) return never;
    throw error;
  });
  if (response.status >= 400)
    problem(new Error(`${method} ${url.pathname} was answered with status ${response.status}.`));
  return response;
}

/** Those of jsdom are not those of the platform. */
function bodyOf(window: DOMWindow, body: BodyInit | null | undefined): Sent["body"] {
  if (body === null || body === undefined || typeof body === "string") return body ?? null;
  if (body instanceof window.FormData) return toFormData(body);
  return new URLSearchParams(String(body));
}

function toFormData(form: FormData): FormData {
  const copy = new FormData();
  for (const [name, value] of form.entries()) copy.append(name, typeof value === "string" ? value : value.name);
  return copy;
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
