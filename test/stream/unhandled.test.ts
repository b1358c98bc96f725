import type { ServerSentEventGenerator } from "datastar-tsx";
import { describe, expect, onTestFinished, test } from "vitest";
import { open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { unhandledRejections } from "../support/unhandled-rejections.js";

// An unhandled rejection ends a Node.js process: nothing that a handler leaves lying about may become one.
const unhandled = unhandledRejections();

const fail = (): Promise<string> => Promise.reject(new Error("the database is gone"));

/** Everything that a handler can leave lying about. */
function leaveBehind(sse: ServerSentEventGenerator): void {
  void sse.patchElements("x");
  void sse.patchElements(Promise.resolve("x"));
  void sse.patchElements(fail());
  void sse.patchElements([["x", fail()], fail()]);
  void sse.patchSignals({ a: 1 });
  void sse.close();
  for (const bad of [{ mode: "inner" }, { nonsense: 1 }]) {
    expect(() => sse.patchElements(fail(), bad as never)).toThrow(TypeError);
    expect(() => sse.patchElements([fail(), [fail()]], bad as never)).toThrow(TypeError);
  }
  expect(() => sse.patchElements([[fail()], 1 as never])).toThrow(TypeError);
}

describe.each(streamServers)("$name", (server) => {
  test("sends before, during and after the end of a stream", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const url = await server.serve(({ stream }) =>
      stream(
        (sse) => {
          handed.resolve(sse);
          leaveBehind(sse);
          leaveBehind(sse);
        },
        { onError: () => {} },
      ),
    );
    await (await open(url)).text();
    leaveBehind(await handed.promise);
    await turn();
    expect(unhandled).toEqual([]);
  });

  test("sends of a stream whose client leaves", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const late = deferred<string>();
    const url = await server.serve(({ stream }) => stream((sse) => handed.resolve(sse), { keepOpen: true }));
    const reply = await open(url);
    const sse = await handed.promise;
    void sse.patchElements(late.promise);
    void sse.patchElements("x");
    const closed = new Promise((resolve) => sse.onClose(resolve));
    reply.destroy();
    await closed;
    leaveBehind(sse);
    late.reject(new Error("too late"));
    await turn();
    expect(unhandled).toEqual([]);
  });

  test("an onError that fails itself: both errors are logged, and the stream ends all the same", async () => {
    const failures = [
      () => {
        throw new Error("no log");
      },
      async () => {
        throw new Error("no log, later");
      },
    ];
    const logged = captureConsole();
    for (const onError of failures) {
      const url = await server.serve(({ stream }) => stream(() => fail(), { onError }));
      expect(await (await open(url)).text()).toBe("");
    }
    await turn();
    const lost = "Error: the database is gone";
    expect(logged.map(String)).toEqual(["Error: no log", lost, "Error: no log, later", lost]);
    expect(unhandled).toEqual([]);
  });

  test("an onError that throws what it was given: logged once", async () => {
    const logged = captureConsole();
    const onError = (error: unknown): never => {
      throw error;
    };
    const url = await server.serve(({ stream }) => stream(() => fail(), { onError }));
    await (await open(url)).text();
    await turn();
    expect(logged.map(String)).toEqual(["Error: the database is gone"]);
  });

  test("without onError, errors are logged", async () => {
    const logged = captureConsole();
    const url = await server.serve(({ stream }) => stream(() => fail()));
    await (await open(url)).text();
    expect(logged.map(String)).toEqual(["Error: the database is gone"]);
  });
});

/** What goes to console.error until the test is finished. */
function captureConsole(): unknown[] {
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (...args) => void logged.push(...args);
  onTestFinished(() => void (console.error = error));
  return logged;
}
