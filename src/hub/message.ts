import { checkFrame, isFrameText, replacedOf, type Sendable, textOf } from "../events/sendable.js";

/** An event on its way to the clients of a topic. */
export interface Message {
  readonly frame: string;
  /** What the event replaces, for clients with `slowClient: "keepLatest"`. */
  readonly replaced: string | undefined;
}

const mark = ":replaces ";

/** @throws TypeError for text that is no event */
export function messageOf(event: Sendable): Message {
  return { frame: checkFrame(textOf(event), "published"), replaced: replacedOf(event) };
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
  if (!isFrameText(text)) return undefined;
  if (!text.startsWith(mark)) return { frame: text, replaced: undefined };
  const end = text.indexOf("\n");
  const frame = text.slice(end + 1);
  return isFrameText(frame) ? { frame, replaced: text.slice(mark.length, end) } : undefined;
}
