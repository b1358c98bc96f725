import { EncodedFrame } from "../events/encoded-frame.js";

const frames = new Map<number, EncodedFrame>();

/**
 * An event that changes nothing in the page, and tells it how long the stream is silent at most. The client hands lines
 * that it does not know on to `datastar-fetch`.
 *
 * @param milliseconds the longest silence
 */
export function pulse(milliseconds: number): EncodedFrame {
  const frame =
    frames.get(milliseconds) ??
    new EncodedFrame(`event: datastar-patch-signals\ndata: signals {}\ndata: pulse ${milliseconds}\n\n`);
  frames.set(milliseconds, frame);
  return frame;
}

/** The first comes a little later than what the stream begins with, whose size tells how to compress it. */
export const firstPulseAfter = 250;
