import { script } from "../generated/devtools-script.js";
import type { Html } from "../html/html.js";
import { raw } from "../html/raw.js";
import { jsx } from "../jsx/jsx.js";
import type { DevtoolsSettings } from "./browser/main.js";
import { isProduction } from "./production.js";

/** Props of {@link Devtools}. */
export interface DevtoolsProps {
  /** Where the server answers with {@link devtoolsFeed}: `/devtools`. Without it, only the browser is looked at. */
  readonly feed?: string | undefined;
  /** For a Content-Security-Policy: the nonce of the page. */
  readonly nonce?: string | undefined;
}

/**
 * An overlay for development, which shows what Datastar's client does in this page: signals, which can be edited;
 * patches, with what they changed; requests and their retries; streams that are slow; and what development has found.
 * The button in the corner opens it, and so does Alt+Shift+D.
 *
 * It goes into the head, in front of `<DatastarScript />`. Where `NODE_ENV` is `production`, it renders nothing.
 *
 * ```tsx
 * <head>
 *   <Devtools feed="/devtools" nonce={nonce} />
 *   <DatastarScript />
 * </head>
 * ```
 */
export function Devtools({ feed, nonce }: DevtoolsProps): Html | Promise<Html> | null {
  if (isProduction()) return null;
  const settings: DevtoolsSettings = { feed };
  // In a script, only this character could begin something else.
  const json = JSON.stringify(settings).replaceAll("<", String.raw`\u003c`);
  return jsx("script", { nonce, children: raw(`(()=>{${script}devtools.start(${json})})()`) });
}
