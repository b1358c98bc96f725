import { datastarVersion, integrityOf } from "./client-versions.js";
import { isScriptUrl } from "./script-url.js";

/** The Datastar client that the pages of this process load. */
export interface Client {
  readonly version: string;
  readonly src: string;
  /** The hash that the file must have, where it is known. */
  readonly integrity: string | undefined;
}

/** Options of {@link configureClient}. */
export interface ClientOptions {
  /** Default: {@link datastarVersion}. Development checks pages for this client. */
  readonly version?: string | undefined;
  /** A copy of your own, in place of the CDN's: `/assets/datastar.js`. */
  readonly src?: string | undefined;
  /** The hash that the file must have: `sha384-…`. Default: that of the CDN's file, where it is known. */
  readonly integrity?: string | undefined;
}

let current: Client = clientOf({});

/**
 * Says which Datastar client the pages of this process load: `<DatastarScript />` loads it, and development checks for
 * it. What is left out gets its default. {@link hostClient} calls this for a file that the server itself serves.
 *
 * ```ts
 * configureClient({ src: "/assets/datastar.js", version: "1.0.2" });
 * ```
 *
 * @throws TypeError for a `javascript:` URL
 */
export function configureClient(options: ClientOptions = {}): void {
  current = clientOf(options);
}

export function currentClient(): Client {
  return current;
}

/** @throws TypeError for a `javascript:` URL */
export function clientOf({ version = datastarVersion, src, integrity }: ClientOptions): Client {
  if (src !== undefined && isScriptUrl(src)) throw new TypeError("The src of the client cannot be a javascript: URL.");
  return src === undefined
    ? { version, src: releaseUrl(version), integrity: integrity ?? integrityOf(version) }
    : { version, src, integrity };
}

/** Where the CDN has the file that a version was released with. */
export function releaseUrl(version: string): string {
  return `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${encodeURIComponent(version)}/bundles/datastar.js`;
}
