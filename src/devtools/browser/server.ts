import { now, type ServerEntry, type Store } from "./store.js";

/** What `devtoolsFeed` sends, in the signals of an event. */
export interface FeedMessage {
  readonly kind: ServerEntry["kind"];
  readonly severity: ServerEntry["severity"];
  readonly message: string;
  readonly place?: string | undefined;
  readonly stream?: number | undefined;
}

/** Hears what the server has found. */
export function watchServer(store: Store, feed: string): void {
  const source = new EventSource(feed);
  source.addEventListener("datastar-patch-signals", ({ data }: MessageEvent<string>) => {
    const { stream, ...entry }: FeedMessage = JSON.parse(data.replace(/^signals /, ""));
    if (stream === undefined) store.add(store.findings, { time: now(), ...entry });
    else store.streams.set(stream, { time: now(), ...entry });
    store.changed();
  });
  // The server counts streams anew, and repeats its findings.
  source.addEventListener("open", () => {
    store.streams.clear();
    store.findings.length = 0;
  });
  // Pages are left for good, or kept for later: neither may hold a connection.
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", ({ persisted }) => persisted && watchServer(store, feed));
}
