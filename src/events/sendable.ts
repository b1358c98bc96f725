import { encode } from "./encode.js";
import { EncodedFrame } from "./encoded-frame.js";
import type { DatastarEvent } from "./event.js";
import { replacedBy } from "./replaced.js";

/** An event as text, or as bytes that many share. */
export type Frame = string | EncodedFrame;

/** What can be sent: an event that is still a value, or its frame. */
export type Sendable = DatastarEvent | Frame;

const isFrame = (sendable: Sendable): sendable is Frame =>
  typeof sendable === "string" || sendable instanceof EncodedFrame;

export function frameOf(sendable: Sendable): Frame {
  return isFrame(sendable) ? sendable : encode(sendable);
}

export function encodedFrameOf(sendable: Sendable): EncodedFrame {
  return sendable instanceof EncodedFrame ? sendable : new EncodedFrame(textOf(sendable));
}

export function textOf(sendable: Sendable): string {
  return sendable instanceof EncodedFrame ? sendable.text : typeof sendable === "string" ? sendable : encode(sendable);
}

/** What an event replaces as a whole, if that is known: of text, nothing is. */
export function replacedOf(sendable: Sendable): string | undefined {
  if (typeof sendable === "string") return undefined;
  return sendable instanceof EncodedFrame ? sendable.replaced : replacedBy(sendable);
}

/**
 * Whether a text begins as an event stream does, and ends where the next event can begin. What is in between, clients
 * ignore if it is nothing to them.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function isFrameText(text: string): boolean {
  return /^(?:event|data|id|retry)?:/.test(text) && text.endsWith("\n\n");
}

/**
 * Text that is no event would spoil the next one of everybody who gets it. Nothing at all spoils nothing.
 *
 * @param verb what is done with it: `sent`
 * @throws TypeError for text that is no event
 */
export function checkFrame(frame: string, verb: string): string {
  if (frame === "" || isFrameText(frame)) return frame;
  throw new TypeError(
    `Only events can be ${verb}, such as patchElementsFrame(…) returns them, not ${JSON.stringify(frame.slice(0, 100))}.`,
  );
}
