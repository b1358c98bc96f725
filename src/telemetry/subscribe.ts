import { diagnostics } from "../base/telemetry.js";
import type { TelemetryMessages } from "./messages.js";

/**
 * Listens on a channel of the package. What it does costs nothing where nobody listens; a stream is told of when
 * somebody listened on one of its channels as it was opened. `subscribe` of `node:diagnostics_channel` does the same,
 * but for the types, and for a listener that fails: there, it ends the process.
 *
 * ```ts
 * subscribe("datastar-tsx:stream:closed", ({ stream, reason }) => console.log(stream.request.path, reason));
 * ```
 *
 * @param listener called at once, within what it is told of; what it throws or rejects with is printed
 * @returns a function that ends it
 * @throws Error where the runtime has no `node:diagnostics_channel`
 * @see https://nodejs.org/api/diagnostics_channel.html
 */
export function subscribe<Name extends keyof TelemetryMessages>(
  channel: Name,
  listener: (message: TelemetryMessages[Name]) => unknown,
): () => void {
  if (diagnostics === undefined)
    throw new Error(
      "Telemetry needs node:diagnostics_channel and process.getBuiltinModule: Node.js 20.16 or 22.3, Bun, Deno, or a Worker with nodejs_compat.",
    );
  const listen = (message: unknown): void => {
    // An asynchronous listener may return a promise although nobody waits for it.
    const result = new Promise((resolve) => resolve(listener(message as TelemetryMessages[Name])));
    result.catch((error: unknown) => console.error(error));
  };
  const { unsubscribe } = diagnostics;
  diagnostics.subscribe(channel, listen);
  return () => void unsubscribe(channel, listen);
}
