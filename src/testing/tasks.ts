// Timers and frames of a page. Tasks that are due at once do not wait for a clock that stands still, and are waited for.
import type { DOMWindow } from "jsdom";
import type { Host } from "./host.js";

const { setImmediate, clearImmediate } = globalThis;

/**
 * How many tasks that are due at once may lead to one another. What goes on after that goes on by the clock, as in
 * browsers, so that neither a loop nor an animation is waited for.
 *
 * @see https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timer-initialisation-steps
 */
const deepest = 5;

/** Milliseconds from one frame to the next one. */
const frame = 16;

// Numbers that jsdom's own timers do not have.
const firstHandle = 1e9;

type Task = (...args: unknown[]) => unknown;

export function ownTasks(window: DOMWindow, host: Host): void {
  const later = window.setTimeout.bind(window);
  const clearLater = window.clearTimeout.bind(window);
  const due = new Map<number, () => void>();
  let lastHandle = firstHandle;
  let depth = 0;

  const run = (task: Task, args: readonly unknown[], level: number): void => {
    // Of a window that is closed, jsdom takes the document away.
    if (!("document" in window) || window.document === undefined) return;
    depth = level;
    try {
      Reflect.apply(task, window, args);
    } catch (error) {
      host.problem(error);
    } finally {
      depth = 0;
    }
  };
  const atOnce = (task: Task, args: () => readonly unknown[]): number => {
    const handle = ++lastHandle;
    const done = host.busy();
    const level = depth + 1;
    const immediate = setImmediate(() => {
      due.delete(handle);
      run(task, args(), level);
      done();
    });
    due.set(handle, () => {
      clearImmediate(immediate);
      due.delete(handle);
      done();
    });
    return handle;
  };
  const setTimeout = (task: unknown, delay: unknown = 0, ...args: unknown[]): unknown => {
    if (typeof task === "function" && !(Number(delay) > 0) && depth < deepest) return atOnce(task as Task, () => args);
    const level = depth;
    const kept = typeof task === "function" ? () => run(task as Task, args, level) : task;
    return Reflect.apply(later, window, [kept, Number(delay) > 0 ? delay : 4]);
  };
  const clear = (handle: unknown): void => (due.get(Number(handle)) ?? (() => clearLater(Number(handle))))();
  const requestAnimationFrame = (task: Task): unknown => {
    const args = (): readonly unknown[] => [window.performance.now()];
    if (depth < deepest) return atOnce(task, args);
    const level = depth;
    return later(() => run(task, args(), level), frame);
  };
  const own = { setTimeout, clearTimeout: clear, requestAnimationFrame, cancelAnimationFrame: clear };
  for (const [name, value] of Object.entries(own)) Reflect.set(window, name, value);
}
