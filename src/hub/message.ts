import { replacedOf, type Sendable, textOf } from "../events/sendable.js";

/** An event on its way to the clients of a topic. */
export interface Message {
  readonly frame: string;
  /** What the event replaces, for clients with `slowClient: "keepLatest"`. */
  readonly replaced: string | undefined;
}

const mark = ":replaces ";

/** @throws TypeError for text that is no event: it would spoil the next one of everybody who gets it */
export function messageOf(event: Sendable): Message {
  const frame = textOf(event);
  if (frame === "" || isFrame(frame)) return { frame, replaced: replacedOf(event) };
  throw new TypeError(
    `Only events can be published, such as patchElementsFrame(…) returns them, not ${JSON.stringify(frame.slice(0, 100))}.`,
  );
}

/** A message as it travels between processes: what the event replaces stands in a comment in front of the frame. */
export function toWire({ frame, replaced }: Message): string {
  return replaced === undefined ? frame : `${mark}${replaced}\n${frame}`;
}

/**
 * Other programs may publish events, too: frames as they are.
 *
 * @returns `undefined` for what is none
 */
export function fromWire(text: string): Message | undefined {
  if (!isFrame(text)) return undefined;
  if (!text.startsWith(mark)) return { frame: text, replaced: undefined };
  const end = text.indexOf("\n");
  const frame = text.slice(end + 1);
  return isFrame(frame) ? { frame, replaced: text.slice(mark.length, end) } : undefined;
}

/**
 * Whether a text begins as an event stream does, and ends where the next event can begin. What is in between, clients
 * ignore if it is nothing to them.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
const isFrame = (text: string): boolean => /^(?:event|data|id|retry)?:/.test(text) && text.endsWith("\n\n");
