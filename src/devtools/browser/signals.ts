import { now, short, type Store } from "./store.js";

/** What Datastar's client exports, as far as it is used here. */
interface Client {
  filtered(): object;
  mergePatch(patch: object): void;
}

function isClient(module: object): module is Client {
  return "filtered" in module && "mergePatch" in module;
}

/**
 * Watches the signals.
 *
 * @returns sets a signal, once the client has been found
 */
export function watchSignals(store: Store): (path: string, value: unknown) => void {
  let client: Client | undefined;
  const read = (): ReadonlyMap<string, unknown> => (client === undefined ? store.signals : flat(client.filtered()));
  const look = async (): Promise<void> => {
    client ??= await findClient();
    store.signals = read();
    store.changed();
  };
  document.addEventListener("datastar-ready", () => void look());
  window.addEventListener("load", () => void look());
  window.addEventListener(
    "datastar-signal-patch",
    (event) => {
      if (!(event instanceof CustomEvent)) return;
      const patch = flat(event.detail);
      const before = store.signals;
      store.signals = client === undefined ? new Map([...before, ...patch]) : read();
      const changes = Array.from(patch.keys(), (path) => ({
        what: path,
        before: before.has(path) ? show(before.get(path)) : undefined,
        after: show(patch.get(path)),
      })).filter((change) => change.before !== change.after);
      if (changes.length > 0)
        store.add(store.patches, { time: now(), kind: "signals", target: "", changes, milliseconds: 0 });
    },
    true,
  );
  return (path, value) =>
    client?.mergePatch(path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object);
}

/** The client among the modules of the page. Each is there already, so that importing it runs nothing. */
async function findClient(): Promise<Client | undefined> {
  const scripts = Array.from(document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]'));
  for (const { src } of scripts) {
    const module: object = await import(src).catch(() => ({}));
    if (isClient(module)) return module;
  }
  return undefined;
}

/** Signals by their paths; lists are values. */
function flat(signals: unknown, prefix = "", found = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  for (const [name, value] of Object.entries(signals ?? {})) {
    const isGroup = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (isGroup && Object.keys(value).length > 0) flat(value, `${prefix}${name}.`, found);
    else found.set(prefix + name, value);
  }
  return found;
}

export function show(value: unknown): string {
  return short(JSON.stringify(value) ?? String(value));
}
