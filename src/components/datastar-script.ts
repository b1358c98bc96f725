import { datastarVersion, integrityOf } from "../base/client-versions.js";
import { isScriptUrl } from "../base/script-url.js";
import type { Html } from "../html/html.js";
import { jsx } from "../jsx/jsx.js";

export { datastarVersion };

/** Props of {@link DatastarScript}. */
export interface DatastarScriptProps {
  /** The client's version on the CDN. Default: {@link datastarVersion}. */
  readonly version?: string | undefined;
  /** A copy of your own, in place of the CDN's: `/assets/datastar.js`. */
  readonly src?: string | undefined;
  /**
   * For a Content-Security-Policy. Up to client 1.0.2 it needs `'unsafe-eval'` as well, since the client compiles its
   * expressions.
   */
  readonly nonce?: string | undefined;
  /** The hash that the file must have: `sha384-…`. Default: that of the CDN's file, where it is known. */
  readonly integrity?: string | undefined;
}

/**
 * Loads the Datastar client. Goes into the head of the page.
 *
 * @see https://data-star.dev/guide/getting_started#installation
 */
export function DatastarScript({
  version = datastarVersion,
  src,
  nonce,
  integrity = src === undefined ? integrityOf(version) : undefined,
}: DatastarScriptProps): Html | Promise<Html> {
  if (src !== undefined && isScriptUrl(src)) throw new TypeError("<DatastarScript src> refuses a javascript: URL.");
  return jsx("script", {
    type: "module",
    src:
      src ?? `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${encodeURIComponent(version)}/bundles/datastar.js`,
    nonce,
    integrity,
    // Without it the browser cannot check the hash of a file from another origin.
    crossorigin: integrity !== undefined && src === undefined ? "anonymous" : undefined,
  });
}
