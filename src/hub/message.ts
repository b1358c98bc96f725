import { replacedOf, type Sendable, textOf } from "../events/sendable.js";

const mark = ":replaces ";

/**
 * An event as it travels between processes: its frame; before that, in a comment, what it replaces, for clients with
 * `slowClient: "keepLatest"`. Other programs may publish frames as they are.
 */
export function toMessage(event: Sendable): string {
  const replaced = replacedOf(event);
  return replaced === undefined ? textOf(event) : `${mark}${replaced}\n${textOf(event)}`;
}

/** The frame in a message, and what it replaces. */
export function fromMessage(message: string): { readonly frame: string; readonly replaced: string | undefined } {
  if (!message.startsWith(mark)) return { frame: message, replaced: undefined };
  const end = message.indexOf("\n");
  return { frame: message.slice(end + 1), replaced: message.slice(mark.length, end) };
}
