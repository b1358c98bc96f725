import { now, type RequestEntry, short, type Store } from "./store.js";

/** What the client tells of a request. @see https://data-star.dev/reference/actions#events */
export interface FetchDetail {
  readonly type: string;
  readonly el: Element;
  readonly argsRaw: { readonly [name: string]: string | undefined };
}

/** Watches the requests of the client. Their method, URL and status are known to `fetch` only. */
export function watchRequests(store: Store): void {
  /** The elements whose requests have been announced, and not been sent yet. */
  const announced: Element[] = [];
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (!headers.has("datastar-request")) return fetch(input, init);
    const entry = entryOf(store, announced.shift(), input, init);
    try {
      const response = await fetch(input, init);
      entry.status = response.status;
      entry.isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
      return response;
    } catch (error) {
      entry.status = init?.signal?.aborted === true ? "cancelled" : "failed";
      if (init?.signal?.aborted === true) finish(entry);
      throw error;
    } finally {
      store.changed();
    }
  };
  listenToFetch(({ type, el }) => {
    const open = store.requests.filter(({ element, milliseconds }) => element === el && milliseconds === undefined);
    if (type === "started") announced.push(el);
    else if (type === "retrying") for (const entry of open.slice(-1)) entry.retries++;
    else if (type === "finished" || type === "retries-failed") for (const entry of open.slice(0, 1)) finish(entry);
    else return;
    // One that the client has refused to send is never seen by fetch.
    if (type === "finished" && announced.includes(el)) announced.splice(announced.indexOf(el), 1);
    store.changed();
  });
}

/** Calls back before the client itself does what the event says. */
export function listenToFetch(listen: (detail: FetchDetail) => void): void {
  const isFetch = (event: Event): event is CustomEvent<FetchDetail> => event instanceof CustomEvent;
  window.addEventListener("datastar-fetch", (event) => isFetch(event) && listen(event.detail), true);
}

function entryOf(
  store: Store,
  element: Element | undefined,
  input: RequestInfo | URL,
  init?: RequestInit,
): RequestEntry {
  const { pathname, search, origin } = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const query = new URLSearchParams(search);
  // The signals of a GET, which have a tab of their own.
  query.delete("datastar");
  const method = (init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase();
  const url = `${origin === location.origin ? "" : origin}${pathname}${query.size > 0 ? short(`?${query}`) : ""}`;
  const again = store.requests.findLast(
    (entry) => entry.method === method && entry.url === url && entry.retries > 0 && entry.milliseconds === undefined,
  );
  if (element === undefined && again !== undefined) return again;
  return store.add(store.requests, { time: now(), method, url, element, status: "…", isStream: false, retries: 0 });
}

function finish(entry: RequestEntry): void {
  entry.milliseconds = now() - entry.time;
}
