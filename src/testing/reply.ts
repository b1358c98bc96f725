import { decodeElements, decodeSignals } from "./decode.js";
import type { ReceivedEvent } from "./received.js";

type ReadHeader = (name: string) => string | undefined;
type ReadReply = (text: string, header: ReadHeader) => ReceivedEvent;

/**
 * What the client makes of a reply that is no stream, by its type.
 *
 * @see https://data-star.dev/reference/actions#response-handling
 */
const replies: { readonly [type: string]: ReadReply } = {
  "text/html": (elements, header) => {
    const options = {
      selector: header("datastar-selector"),
      mode: header("datastar-mode"),
      namespace: header("datastar-namespace"),
      useViewTransition: header("datastar-use-view-transition"),
    };
    return decodeElements({}, { elements, ...present(options) });
  },
  "application/json": (signals, header) =>
    decodeSignals({}, { signals, ...present({ onlyIfMissing: header("datastar-only-if-missing") }) }),
  "text/javascript": (script, header) => {
    const attributes: { readonly [name: string]: string } = JSON.parse(header("datastar-script-attributes") ?? "{}");
    return { type: "executeScript", script, autoRemove: false, attributes };
  },
};

export const eventStream = "text/event-stream";

/**
 * The one event of a reply that is no stream.
 *
 * @throws Error for what the client does not read
 */
export async function replyOf(response: Response): Promise<ReceivedEvent> {
  const type = response.headers.get("content-type") ?? "";
  const [, read] = Object.entries(replies).find(([name]) => type.includes(name)) ?? [];
  if (read !== undefined) return read(await response.text(), (name) => response.headers.get(name) ?? undefined);
  throw new Error(
    `The response has the type ${JSON.stringify(type)}; the client reads ${[eventStream, ...Object.keys(replies)].join(", ")}.`,
  );
}

function present(values: { readonly [name: string]: string | undefined }): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
