// Numbers of bytes, of milliseconds and of other things, wherever options take them.
import {
  get,
  pageResponse,
  patchSignalsFrame,
  readForm,
  readSignals,
  type ServerSentEventGenerator,
  stream,
} from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { createHub, shutdown } from "datastar-tsx/hub";
import { nats } from "datastar-tsx/hub/nats";
import { redis } from "datastar-tsx/hub/redis";
import { describe, expect, test } from "vitest";

const request = new Request("http://localhost/");
const server = { close: () => {}, closeAllConnections: () => {} };

type Option = readonly [name: string, use: (value: never) => unknown];

const bytes: readonly Option[] = [
  ["limit", (limit) => readSignals(request, undefined, { limit })],
  ["limit", (limit) => readForm(request, { limit })],
  ["maxQueuedBytes", (maxQueuedBytes) => stream(request, () => {}, { maxQueuedBytes })],
  ["minimum", (minimum) => compression({ minimum })],
];

describe("bytes", () => {
  test.each(bytes)("%s: none, some, or as many as one likes", (_, use) => {
    for (const value of [0, 1, 0.5, 1e12, Infinity]) expect(() => use(value as never)).not.toThrow();
  });

  test.each(bytes)("%s: anything else is refused at the call", (name, use) => {
    for (const [value, shown] of [
      [NaN, "NaN"],
      [-1, "-1"],
      [-Infinity, "-Infinity"],
      ["1mb", '"1mb"'],
      ["1", '"1"'],
      [null, "null"],
      [1n, "1"],
    ])
      expect(() => use(value as never)).toThrow(
        new RangeError(`${name} must be a number of bytes, or Infinity for no limit, not ${shown}.`),
      );
  });
});

const hub = createHub();
let sse: ServerSentEventGenerator;
stream(request, (opened) => void (sse = opened), { keepOpen: true });
const times: readonly Option[] = [
  ["keepAlive", (keepAlive) => stream(request, () => {}, { keepAlive })],
  ["timeout", (timeout) => shutdown(server, { timeout })],
  ["comeBackWithin", (comeBackWithin) => shutdown(server, { comeBackWithin })],
  ["timeout", (timeout) => hub.close({ timeout })],
  ["comeBackWithin", (comeBackWithin) => hub.close({ comeBackWithin })],
  ["throttle", (throttle) => hub.live("a", () => "", { throttle })],
  ["timeout", (timeout) => hub.live("a", () => "", { timeout })],
  ["leaveAfter", (leaveAfter) => createHub({ presence: { leaveAfter } })],
  ["sleep", (milliseconds) => sse.sleep(milliseconds)],
  ["every", (milliseconds) => sse.every(milliseconds, () => {})],
  ["@get: retryInterval", (retryInterval) => get("/", { retryInterval })],
  ["@get: retryMaxWait", (retryMaxWait) => get("/", { retryMaxWait })],
];

// Timers of more than 31 bits are over at once.
test.each(times)("milliseconds, %s: what no timer can wait is refused at the call", (name, use) => {
  for (const value of [NaN, -1, 2 ** 31, Infinity, "1s", null])
    expect(() => use(value as never)).toThrow(
      new RegExp(`^${name} must be a number of milliseconds from \\d to 2147483647, not ("1s"|${value})\\.$`),
    );
});

test("milliseconds, retryDuration: so is what the format of events cannot carry", () => {
  for (const value of [NaN, -1, 0.5, 2 ** 31, Infinity, "1s", null])
    expect(() => patchSignalsFrame({}, { retryDuration: value as never })).toThrow(
      /^retryDuration must be a whole number of milliseconds from 0 to 2147483647, not ("1s"|[^"]+)\.$/,
    );
});

const amounts: readonly Option[] = [
  ["@get: retryScaler", (retryScaler) => get("/", { retryScaler })],
  ["@get: retryMaxCount", (retryMaxCount) => get("/", { retryMaxCount })],
];

test.each(amounts)("amounts, %s: less than nothing is refused at the call", (name, use) => {
  for (const value of [0, 1.5, 100, Infinity]) expect(() => use(value as never)).not.toThrow();
  for (const value of [NaN, -1, "1", null])
    expect(() => use(value as never)).toThrow(
      new RegExp(`^${name} must be a number from 0 on, or Infinity, not ("1"|${value})\\.$`),
    );
});

const counts: readonly Option[] = [
  ["replay", (replay) => createHub({ replay })],
  ["maxReplayCharacters", (maxReplayCharacters) => createHub({ maxReplayCharacters })],
  ["latest", (latest) => createHub({ latest })],
  ["maxBufferedCharacters", (maxBufferedCharacters) => createHub({ maxBufferedCharacters })],
];

test.each(counts)("whole numbers, %s: anything else is refused at the call", (name, use) => {
  for (const value of [NaN, -1, 0.5, 2 ** 53, Infinity, "1", null])
    expect(() => use(value as never)).toThrow(
      new RegExp(`^${name} must be a whole number from 0 to 9007199254740991, not ("1"|${value})\\.$`),
    );
});

const bounded: readonly Option[] = [
  ["log.events", (events) => nats({ log: { events } })],
  ["log.replicas", (replicas) => nats({ log: { events: 1, replicas } })],
  ["log.events", (events) => redis({ log: { events } })],
  ["br.quality", (quality) => compression({ br: { quality } })],
  ["gzip.window", (window) => compression({ gzip: { window } })],
  ["status", (status) => pageResponse("", { status })],
];

test.each(bounded)("whole numbers, %s: so is what is out of bounds", (name, use) => {
  for (const value of [NaN, -1, 0.5, 2 ** 53, Infinity, "1", null])
    expect(() => use(value as never)).toThrow(
      new RegExp(`^${name} must be a whole number from \\d+ to \\d+, not ("1"|${value})\\.$`),
    );
});
