// As they are before a test replaces them: fake timers stop the program that is tested, and not who looks at it.
const { setTimeout, clearTimeout } = globalThis;
const clock = performance.now.bind(performance);

/** Milliseconds since some time. */
export function now(): number {
  return clock();
}

/** Milliseconds that something may take, unless a test says otherwise. */
export const defaultTimeout = 1000;

/** Options of what waits. */
export interface WaitOptions {
  /** Milliseconds that it may take, of real time, also while timers are fake. Default: 1000. */
  readonly timeout?: number | undefined;
}

/**
 * Waits for a promise, but not for longer than `timeout` milliseconds.
 *
 * @param late makes the error for when they have passed
 */
export async function within<T>(timeout: number, promise: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), timeout);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
