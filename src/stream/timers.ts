import { checkMilliseconds } from "../base/limits.js";
import type { Channel } from "./channel.js";
import { isConsequence, StreamClosedError } from "./closed.js";

/** Settles after so many milliseconds; rejects when the stream ends before. No timer is left then. */
export function sleep(channel: Channel, milliseconds: number): Promise<void> {
  checkMilliseconds("sleep", milliseconds);
  const slept = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, milliseconds);
    const forget = channel.onClose((reason) => {
      clearTimeout(timer);
      reject(new StreamClosedError(reason));
    });
  });
  // Nobody has to wait for it.
  slept.catch(() => {});
  return slept;
}

/**
 * Acts at an interval until the stream ends, which it keeps open; never while it still acts. What it fails with ends
 * the stream.
 *
 * @returns a function that ends it before
 */
export function every(channel: Channel, milliseconds: number, act: () => unknown): () => void {
  checkMilliseconds("every", milliseconds, 1);
  let isActing = false;
  const timer = setInterval(() => {
    if (isActing) return;
    isActing = true;
    void attempt(channel, act).then(() => (isActing = false));
  }, milliseconds);
  const release = channel.holds.add();
  const end = (): void => {
    clearInterval(timer);
    release();
  };
  // It calls back at once where the stream has ended, as when its client left while the handler still read something.
  const forget = channel.onClose(end);
  return () => {
    end();
    forget();
  };
}

async function attempt(channel: Channel, act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isConsequence(error, channel)) channel.fail(error);
  }
}
