import type { DatastarEvent } from "./event.js";
import { type DataLine, patchLines } from "./patch-options.js";

/**
 * An event as text: `event`, `id`, `retry`, the data lines, an empty line. Defaults are left out.
 *
 * @see https://data-star.dev/reference/sse_events
 */
export function encode(event: DatastarEvent): string {
  let text = `event: ${event.type}\n`;
  if (event.id !== undefined) text += `id: ${event.id}\n`;
  if (event.retry !== undefined) text += `retry: ${event.retry}\n`;
  for (const [name, value] of dataOf(event)) text += dataLines(name, value);
  return `${text}\n`;
}

function dataOf(event: DatastarEvent): readonly DataLine[] {
  if (event.type === "datastar-patch-signals") {
    const signals: DataLine = ["signals", event.json];
    return event.onlyIfMissing ? [["onlyIfMissing", "true"], signals] : [signals];
  }
  const { patch, namespace, elements } = event;
  const lines = patchLines(patch, namespace);
  // An event that removes elements has none; an empty string in the other modes empties the target.
  return elements === "" && patch.mode === "remove" ? lines : [...lines, ["elements", elements]];
}

// The client ends a line at a lone carriage return as well, so each kind of line break has to become a line of its own:
// otherwise a carriage return in somebody's text could begin an event.
function dataLines(name: string, text: string): string {
  const start = `data: ${name} `;
  if (!/[\r\n]/.test(text)) return `${start}${text}\n`;
  return `${start}${text.replace(/\r\n|\r|\n/g, `\n${start}`)}\n`;
}
