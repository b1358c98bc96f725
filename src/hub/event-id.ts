const idLine = /^id:/m;

/** The header of an event: what stands in front of its data. */
const headerOf = (frame: string): string => frame.slice(0, frame.indexOf("data:"));

/** @throws TypeError for an event that has an id already: with `replay`, the hub numbers the events itself */
export function checkHasNoId(frame: string): void {
  if (idLine.test(headerOf(frame)))
    throw new TypeError(
      "An event that is published to a hub with replay must not have an eventId: the hub gives it one.",
    );
}

/** Puts an id into an event, behind its `event:` line. */
export function withId(frame: string, id: string): string {
  const line = frame.indexOf("\n") + 1;
  return `${frame.slice(0, line)}id: ${id}\n${frame.slice(line)}`;
}
