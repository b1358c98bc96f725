import { shownValue } from "./describe.js";

/** The longest time that timers know; a longer one would be over at once. */
export const longestTime = 2 ** 31 - 1;

/** @throws RangeError for what is no number of bytes; `Infinity` is no limit at all */
export function checkBytes(name: string, value: unknown): number {
  return typeof value === "number" && value >= 0
    ? value
    : refuse(name, "a number of bytes, or Infinity for no limit", value);
}

/**
 * @param shortest the least that makes sense
 * @throws RangeError for what no timer can wait
 */
export function checkMilliseconds(name: string, value: unknown, shortest = 0): number {
  return typeof value === "number" && value >= shortest && value <= longestTime
    ? value
    : refuse(name, `a number of milliseconds from ${shortest} to ${longestTime}`, value);
}

/** @throws RangeError for what is no whole number of milliseconds that a timer can wait */
export function checkWholeMilliseconds(name: string, value: unknown): number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= longestTime
    ? Number(value)
    : refuse(name, `a whole number of milliseconds from 0 to ${longestTime}`, value);
}

/** @throws RangeError for what is no number from 0 on; `Infinity` is for ever */
export function checkAmount(name: string, value: unknown): number {
  return typeof value === "number" && value >= 0 ? value : refuse(name, "a number from 0 on, or Infinity", value);
}

/** @throws RangeError for what is no whole number within the bounds */
export function checkWhole(name: string, value: unknown, from = 0, to = Number.MAX_SAFE_INTEGER): number {
  return Number.isInteger(value) && Number(value) >= from && Number(value) <= to
    ? Number(value)
    : refuse(name, `a whole number from ${from} to ${to}`, value);
}

function refuse(name: string, expected: string, value: unknown): never {
  throw new RangeError(`${name} must be ${expected}, not ${shownValue(value)}.`);
}
