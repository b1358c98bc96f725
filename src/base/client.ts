// What the runtime knows of the Datastar client that the project runs; `configureClient` says it.
import { datastarVersion } from "./client-versions.js";
import { shared } from "./shared.js";

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
  /** What is kept of what was printed for it. */
  readonly caches: Map<unknown, unknown>[];
}

export const setting: Setting = shared("client", () => ({
  client: { version: datastarVersion, src: undefined, integrity: undefined, alias: "", rocket: false },
  isSet: false,
  isPrinted: false,
  caches: [],
}));

/** Makes a cache of what is printed, for the client that there is. */
export function printedCache<K, V>(): Map<K, V> {
  const cache = new Map<K, V>();
  setting.caches.push(cache);
  return cache;
}

/** Takes another client. */
export function changeClient(client: ClientSetting): void {
  const { alias, rocket } = setting.client;
  if (client.alias !== alias || client.rocket !== rocket) for (const cache of setting.caches) cache.clear();
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
