import { TransportError } from "datastar-tsx/hub";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ForeignMessages } from "../../src/hub/foreign-messages.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reporting = () => {
  const reports: string[] = [];
  const messages = new ForeignMessages((error) => {
    expect(error).toBeInstanceOf(TransportError);
    reports.push((error as Error).message);
  });
  return { messages, reports };
};

const one = (place: string): string => `A message on ${place} is no event of a hub, and was left out.`;
const more = (count: number, place: string): string =>
  `${count} more messages were no events of a hub, and were left out; the last one was on ${place}.`;

test("a flood is its first message, and how many follow in each minute", () => {
  const { messages, reports } = reporting();
  for (let n = 0; n < 100_000; n++) messages.add(`topic ${n}`);
  expect(reports).toEqual([one("topic 0")]);
  vi.advanceTimersByTime(60_000);
  for (let n = 0; n < 5; n++) messages.add(`topic ${n}`);
  vi.advanceTimersByTime(60_000);
  expect(reports).toEqual([one("topic 0"), more(99_999, "topic 99999"), more(5, "topic 4")]);
});

test("one now and then is reported at once", () => {
  const { messages, reports } = reporting();
  for (let n = 0; n < 3; n++) {
    messages.add(`topic ${n}`);
    expect(reports).toHaveLength(n + 1);
    vi.advanceTimersByTime(60_000);
  }
  expect(reports).toEqual([0, 1, 2].map((n) => one(`topic ${n}`)));
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing is left untold when the hub is closed", () => {
  const { messages, reports } = reporting();
  messages.add("a");
  messages.add("b");
  messages.tell();
  expect(reports).toEqual([one("a"), more(1, "b")]);
  expect(vi.getTimerCount()).toBe(0);
});
