import { checkPublished, clientOf, currentClient } from "../base/configure-client.js";
import type { Html } from "../html/html.js";
import { jsx } from "../jsx/jsx.js";

/** Props of {@link DatastarScript}. */
export interface DatastarScriptProps {
  /** The client's version on the CDN, in place of the client that was configured. */
  readonly version?: string | undefined;
  /** A copy of your own, in place of the client that was configured: `/assets/datastar.js`. */
  readonly src?: string | undefined;
  /**
   * For a Content-Security-Policy. A client that does not know `<html data-nonce>` needs `'unsafe-eval'` as well, since
   * it compiles its expressions.
   */
  readonly nonce?: string | undefined;
  /** The hash that the file must have: `sha384-…`. Default: that of the client that is loaded, where it is known. */
  readonly integrity?: string | undefined;
  /**
   * Starts the client as soon as its file is there, and not only when the whole page is: what has arrived reacts
   * already, and what follows does as it arrives. Default: `false`.
   */
  readonly async?: boolean | undefined;
}

/**
 * Loads the Datastar client: the one that `hostClient` serves or `configureClient` names, or else the newest from the
 * CDN. Goes into the head of the page.
 *
 * @throws TypeError for a `javascript:` URL, and for an alias of which no client is published
 * @see https://data-star.dev/guide/getting_started#installation
 */
export function DatastarScript({ version, src, nonce, integrity, async }: DatastarScriptProps): Html | Promise<Html> {
  const configured = currentClient();
  const client = version === undefined && src === undefined ? configured : clientOf({ version, src });
  checkPublished(client);
  const hash = integrity ?? client.integrity;
  return jsx("script", {
    type: "module",
    async,
    src: client.src,
    nonce,
    integrity: hash,
    // Without it the browser cannot check the hash of a file from another origin.
    crossorigin: hash !== undefined && /^https?:/i.test(client.src) ? "anonymous" : undefined,
  });
}
