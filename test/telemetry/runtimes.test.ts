// Where there is no node:diagnostics_channel, everything runs as ever, and who wants to listen is told.
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("without the module, streams run, and `subscribe` says what is missing", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { stream } from "./src/index.js";
        export { subscribe } from "./src/telemetry/index.js";
      `,
      resolveDir: `${import.meta.dirname}/../..`,
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "toolkit",
    platform: "neutral",
  });
  // No `process`, as in a browser.
  const web = { Request, Response, Headers, ReadableStream, ByteLengthQueuingStrategy, TextEncoder, TextDecoder, URL };
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, AbortController };
  const context = createContext({ ...web, ...timers, console });
  runInContext(outputFiles[0]?.text ?? "", context);
  const read = 'toolkit.stream(new Request("http://localhost/"), (sse) => sse.patchSignals({ a: 1 })).text()';
  expect(await runInContext(read, context)).toContain('data: signals {"a":1}');
  expect(() => void runInContext('toolkit.subscribe("datastar-tsx:error", () => {})', context)).toThrow(
    "Telemetry needs node:diagnostics_channel",
  );
});
