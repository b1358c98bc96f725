import { handlersUnderWay, viewsUnderWay } from "../base/under-way.js";
import { now } from "./real-time.js";

const { setImmediate, setTimeout, clearTimeout } = globalThis;

/**
 * Turns of the event loop without any activity, after which nothing more is under way in this process. Each lets the
 * timers run that are due at once, such as that of a hub that was nudged, and then what they lead to.
 */
const turns = 5;
/** In each of them, how often that which a task leads to may lead to something else. */
const steps = 4;

/** Milliseconds after which a handler that has not returned is one that sends for as long as its client stays. */
const longestHandler = 1000;
/** When each handler was seen first. */
const seen = new WeakMap<object, number>();

/** Knows whether something goes on, and waits until nothing does: by turns of the event loop, not by the clock. */
export class Quiet {
  readonly #isBusy: () => boolean;
  readonly #describe: () => string;
  #activity = 0;
  #wake: () => void = () => {};

  /**
   * @param isBusy whether something is under way that has an end
   * @param describe says what
   */
  constructor(isBusy: () => boolean, describe: () => string) {
    this.#isBusy = isBusy;
    this.#describe = describe;
  }

  /** Something has happened. */
  happened(): void {
    this.#activity++;
    this.#wake();
  }

  /** @throws Error when it takes too long, with what is under way */
  async settled(timeout: number): Promise<void> {
    const deadline = now() + timeout;
    for (let calm = 0; calm < turns;) {
      const before = this.#activity;
      if (this.#isBusy()) {
        if (!(await this.#next(deadline))) throw new Error(`After ${timeout} ms, ${this.#describe()}`);
        calm = 0;
        continue;
      }
      await turn();
      const [view] = viewsUnderWay.values();
      calm = this.#activity === before && view === undefined && !isHandling() ? calm + 1 : 0;
      if (now() <= deadline) continue;
      if (view !== undefined) throw new Error(`${view} is still being rendered after ${timeout} ms.`);
      // What goes on and on is not waited for.
      return;
    }
  }

  /** Waits until something happens. @returns whether it did, in time */
  #next(deadline: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(0, deadline - now()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /** Waits until a condition holds, and looks whenever something has happened. @returns whether it did, in time */
  async until(condition: () => boolean, timeout: number): Promise<boolean> {
    const deadline = now() + timeout;
    while (!condition()) if (now() > deadline || !(await this.#next(deadline))) return condition();
    return true;
  }
}

/** Whether a stream has a handler that may still return. */
function isHandling(): boolean {
  const time = now();
  for (const handler of handlersUnderWay) if (!seen.has(handler)) seen.set(handler, time);
  return Array.from(handlersUnderWay).some((handler) => time - (seen.get(handler) ?? time) < longestHandler);
}

async function turn(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  for (let step = 0; step < steps; step++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Whether a condition holds, and what it threw if not. */
export interface Attempt {
  readonly holds: boolean;
  readonly failure?: unknown;
}

export function attempt(condition: () => unknown): Attempt {
  try {
    const result = condition();
    // What asserts returns nothing.
    return { holds: result === undefined || Boolean(result) };
  } catch (failure) {
    return { holds: false, failure };
  }
}
