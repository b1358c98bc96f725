import type { CookieJar } from "jsdom";
import type { App } from "./app.js";
import { requestTo } from "./app.js";
import { isOnTheWay } from "./port.js";
import { eventStream } from "./reply.js";

/** A request of a page. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly leaving: AbortController;
  /** Whether the page goes on without its end: a stream of events that was asked for with GET. */
  isKept: boolean;
  response?: Response;
}

/** What a page sends. */
export interface Sent {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | FormData | URLSearchParams | null;
}

const mostRedirections = 20;

/** Why a request is aborted whose page is not there any more: nobody may be told, since nothing runs there. */
export const left = new Error("The page was left.");
/** What never comes to its end. */
export const never = new Promise<never>(() => {});

/** All that a page sends to an app: with its cookies, along redirections, and known for as long as it is under way. */
export class Network {
  readonly #app: App;
  readonly #cookies: CookieJar;
  readonly #headers: Headers;
  readonly #onActivity: () => void;
  readonly #exchanges = new Set<Exchange>();

  /**
   * @param headers what every request has besides
   * @param onActivity called when something begins, comes or ends
   */
  constructor(app: App, cookies: CookieJar, headers: Headers, onActivity: () => void) {
    this.#app = app;
    this.#cookies = cookies;
    this.#headers = headers;
    this.#onActivity = onActivity;
  }

  /** What is under way, and has an end to wait for. */
  get pending(): readonly Exchange[] {
    return Array.from(this.#exchanges).filter(({ isKept, response }) => !isKept || isOnTheWay(response));
  }

  /** Goes away from everything that is under way. */
  leave(): void {
    for (const exchange of this.#exchanges) exchange.leaving.abort(left);
    this.#exchanges.clear();
  }

  /** @returns the response, and where it came from at last */
  async send(url: URL, sent: Sent, leaving = new AbortController()): Promise<{ response: Response; url: URL }> {
    const exchange: Exchange = { method: sent.method, url, leaving, isKept: false };
    this.#exchanges.add(exchange);
    this.#onActivity();
    try {
      const answer = await this.#follow(url, sent, leaving.signal);
      return { url: answer.url, response: this.#watched(answer.response, exchange) };
    } catch (error) {
      this.#end(exchange);
      throw error;
    }
  }

  async #follow(url: URL, sent: Sent, signal: AbortSignal, count = 0): Promise<{ response: Response; url: URL }> {
    const { method, headers, body } = sent;
    const all = new Headers(this.#headers);
    headers.forEach((value, name) => all.set(name, value));
    const cookies = this.#cookies.getCookieStringSync(url.href);
    if (cookies !== "") all.set("cookie", cookies);
    all.set("sec-fetch-site", "same-origin");
    if (method !== "GET") all.set("origin", url.origin);
    const request = new Request(url, { method, headers: all, body, signal });
    const response = await unlessAborted(requestTo(this.#app, request), signal);
    for (const cookie of response.headers.getSetCookie())
      this.#cookies.setCookieSync(cookie, url.href, { ignoreError: true });
    const location = response.headers.get("location");
    if (location === null || response.status < 300 || response.status >= 400) return { response, url };
    if (count === mostRedirections) throw new TypeError(`${url.pathname} redirects again and again.`);
    const next = new URL(location, url);
    if (next.origin !== url.origin)
      throw new TypeError(`${url.pathname} redirects to ${next.href}, which is not of the app that is visited.`);
    const isSame = response.status === 307 || response.status === 308 || method === "GET";
    if (isSame) return this.#follow(next, sent, signal, count + 1);
    all.delete("content-type");
    return this.#follow(next, { method: "GET", headers: all, body: null }, signal, count + 1);
  }

  /** The same response, whose body tells when something comes, and when it ends. */
  #watched(response: Response, exchange: Exchange): Response {
    const { body, status, headers } = response;
    exchange.response = response;
    this.#onActivity();
    if (body === null) {
      this.#end(exchange);
      return response;
    }
    exchange.isKept = exchange.method === "GET" && headers.get("content-type")?.includes(eventStream) === true;
    const reader = body.getReader();
    const { signal } = exchange.leaving;
    const leave = (): void => {
      this.#end(exchange);
      reader.cancel(signal.reason).catch(() => {});
    };
    signal.addEventListener("abort", leave, { once: true });
    const watched = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value } = await reader.read();
        this.#onActivity();
        if (signal.reason === left) await never;
        else if (signal.aborted) controller.error(signal.reason);
        else if (!done) controller.enqueue(value);
        else {
          this.#end(exchange);
          controller.close();
        }
      },
      cancel: leave,
    });
    return new Response(watched, { status, headers });
  }

  #end(exchange: Exchange): void {
    this.#exchanges.delete(exchange);
    this.#onActivity();
  }
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw signal.reason;
  let abort: () => void = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", (abort = () => reject(signal.reason)), { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", abort));
}
