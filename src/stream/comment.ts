import { EncodedFrame } from "../events/encoded-frame.js";

/**
 * What goes out when nothing else does. It is no event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export const comment = new EncodedFrame(":\n\n");
