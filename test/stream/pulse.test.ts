// Streams that <Feed> has asked for pulses.
import { stream } from "datastar-tsx";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pulse = (milliseconds: number): string =>
  `event: datastar-patch-signals\ndata: signals {}\ndata: pulse ${milliseconds}\n\n`;

async function seen(headers: Record<string, string>, keepAlive?: number | false): Promise<string> {
  const abort = new AbortController();
  const request = new Request("http://localhost/", { headers, signal: abort.signal });
  const response = stream(request, (sse) => sse.patchSignals({ a: 1 }), {
    keepOpen: true,
    ...(keepAlive === undefined ? {} : { keepAlive }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const reading = (async () => {
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) text += chunk.value;
  })().catch(() => {});
  await vi.advanceTimersByTimeAsync(1100);
  abort.abort();
  await reading;
  return text;
}

const event = 'event: datastar-patch-signals\ndata: signals {"a":1}\n\n';

test("tell the page in the beginning, and whenever they are silent, in place of comments", async () => {
  const [first, ...rest] = (await seen({ "datastar-tsx-pulse": "true" }, 500)).split(pulse(500));
  expect([first, rest.length >= 2, rest.join("")]).toEqual([event, true, ""]);
  expect(await seen({ "datastar-tsx-pulse": "true" })).toBe(event + pulse(7000));
});

test("do not where nobody has asked, or nothing is to be sent", async () => {
  expect(await seen({}, 500)).toMatch(/^event: datastar-patch-signals\ndata: signals \{"a":1\}\n\n(:\n\n)+$/);
  expect(await seen({ "datastar-tsx-pulse": "true" }, false)).toBe(event);
});
