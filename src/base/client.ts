// What the runtime knows of the Datastar client that the project runs; `configureClient` says it.
import { datastarVersion } from "./client-versions.js";

/** The Datastar client that a project runs, as it was said. */
export interface ClientSetting {
  readonly version: string;
  /** Where pages load it from, if not from the CDN. */
  readonly src: string | undefined;
  readonly integrity: string | undefined;
  /** The alias that it was built with. Empty for none. */
  readonly alias: string;
  /** Whether it has Rocket. */
  readonly rocket: boolean;
}

interface Setting {
  client: ClientSetting;
  /** Whether the program has said it, or what it has compiled. */
  isSet: boolean;
  /** Whether attributes have been printed, so that their names are settled. */
  isPrinted: boolean;
}

const key = Symbol.for("datastar-tsx.client");

// One for all copies of this package: bundlers such as Next's make a copy for each layer of a program.
const shared: typeof globalThis & { [key]?: Setting } = globalThis;

export const setting: Setting = (shared[key] ??= {
  client: { version: datastarVersion, src: undefined, integrity: undefined, alias: "", rocket: false },
  isSet: false,
  isPrinted: false,
});

const caches: Map<unknown, unknown>[] = [];

/** Makes a cache of what is printed, for the client that there is. */
export function printedCache<K, V>(): Map<K, V> {
  const cache = new Map<K, V>();
  caches.push(cache);
  return cache;
}

/** Takes another client. */
export function changeClient(client: ClientSetting): void {
  const { alias, rocket } = setting.client;
  if (client.alias !== alias || client.rocket !== rocket) for (const cache of caches) cache.clear();
  setting.client = client;
}

/** What the names of Datastar's attributes begin with in HTML. From now on they are settled. */
export function attributePrefix(): string {
  setting.isPrinted = true;
  return prefixOf(setting.client.alias);
}

/** The name in HTML of an attribute of Datastar that TSX calls `data-…`. */
export function aliased(name: string): string {
  return attributePrefix() + name.slice("data-".length);
}

export function prefixOf(alias: string): string {
  return alias === "" ? "data-" : `data-${alias}-`;
}
