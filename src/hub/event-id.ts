import { EncodedFrame } from "../events/encoded-frame.js";
import { type Sendable, textOf } from "../events/sendable.js";

const idLine = /^id:/m;

/** The header of an event: what stands in front of its data. */
const headerOf = (frame: string): string => frame.slice(0, frame.indexOf("data:"));

/** @throws TypeError for an event that has an id already: with `replay`, the hub numbers the events itself */
export function checkHasNoId(event: Sendable): void {
  const hasId =
    typeof event === "string" || event instanceof EncodedFrame
      ? idLine.test(headerOf(textOf(event)))
      : event.id !== undefined;
  if (hasId) throw idRefused();
}

export function idRefused(): TypeError {
  return new TypeError(
    "An event that is published to a hub with replay must not have an eventId: the hub gives it one.",
  );
}

/**
 * Puts an id into an event, behind its `event:` line. Of several events in one frame it is the last that gets the id: a
 * client that breaks off before it has seen that one gets all of them again.
 */
export function withId(frame: string, id: string): string {
  const last = frame.lastIndexOf("\n\n", frame.length - 3);
  const line = frame.indexOf("\n", last < 0 ? 0 : last + 2) + 1;
  return `${frame.slice(0, line)}id: ${id}\n${frame.slice(line)}`;
}
