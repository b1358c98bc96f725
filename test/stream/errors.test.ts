import type { ServerSentEventGenerator } from "datastar-tsx";
import { type CloseReason } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers, type TestServer } from "../support/servers.js";

const failure = new Error("the database is gone");
const fail = (): Promise<string> => Promise.reject(failure);

/** Runs a handler for one client, and tells what came of it. */
async function outcome(server: TestServer, handler: (sse: ServerSentEventGenerator) => unknown) {
  const errors: unknown[] = [];
  const reasons: CloseReason[] = [];
  const url = await server.serve(({ stream }) =>
    stream(
      (sse) => {
        sse.onClose((reason) => reasons.push(reason));
        return handler(sse);
      },
      { onError: (error) => errors.push(error) },
    ),
  );
  const elements = elementsOf(await (await open(url)).text());
  await turn();
  return { elements, errors, reasons };
}

describe.each(streamServers)("$name", (server) => {
  test.each<[name: string, handler: (sse: ServerSentEventGenerator) => unknown]>([
    [
      "throws",
      (sse) => {
        void sse.patchElements("1");
        throw failure;
      },
    ],
    [
      "throws later",
      async (sse) => {
        await sse.patchElements("1");
        throw failure;
      },
    ],
    [
      "returns a send that fails",
      async (sse) => {
        await sse.patchElements("1");
        return sse.patchElements(fail());
      },
    ],
    [
      "awaits a send that fails",
      async (sse) => {
        await sse.patchElements("1");
        await sse.patchElements([fail(), "x"]);
      },
    ],
    [
      "does not await a send that fails",
      (sse) => {
        void sse.patchElements("1");
        void sse.patchElements(fail());
        void sse.patchElements("3");
      },
    ],
    [
      "does not await a send that fails, and waits for something else",
      async (sse) => {
        void sse.patchElements("1");
        void sse.patchElements(fail());
        await new Promise((_, reject) => sse.signal.addEventListener("abort", () => reject(sse.signal.reason)));
      },
    ],
    [
      "throws what a send that nobody awaited failed with",
      async (sse) => {
        const elements = fail();
        void sse.patchElements("1");
        void sse.patchElements(elements);
        await turn();
        await elements;
      },
    ],
    [
      "returns a thenable that fails",
      (sse) => {
        void sse.patchElements("1");
        // oxlint-disable-next-line unicorn/no-thenable
        return { then: (_: unknown, reject: (error: unknown) => void) => void turn().then(() => reject(failure)) };
      },
    ],
  ])("a handler that %s: reported once, and the stream ends", async (_, handler) => {
    expect(await outcome(server, handler)).toEqual({ elements: ["1"], errors: [failure], reasons: ["error"] });
  });

  test("a send that fails and whose handler catches it: not reported, the stream goes on", async () => {
    const handler = async (sse: ServerSentEventGenerator): Promise<void> => {
      await sse.patchElements("1");
      await sse.patchElements(fail()).catch(() => sse.patchElements("instead"));
      try {
        await sse.patchElements(fail());
      } catch (error) {
        expect(error).toBe(failure);
      }
      await sse.patchElements("3");
    };
    expect(await outcome(server, handler)).toEqual({ elements: ["1", "instead", "3"], errors: [], reasons: ["done"] });
  });

  test("a bad option throws at the call", async () => {
    const handler = (sse: ServerSentEventGenerator): void => {
      expect(() => sse.patchElements("x", { mode: "inner" } as never)).toThrow(TypeError);
      expect(() => sse.patchElements(Promise.resolve("x"), { mode: "inner" } as never)).toThrow(TypeError);
      expect(() => sse.patchElements(1 as never)).toThrow(
        new TypeError("Elements are TSX or HTML in a string, not a number."),
      );
      expect(() => sse.patchSignals([] as never)).toThrow(TypeError);
      void sse.patchElements("2");
    };
    expect(await outcome(server, handler)).toEqual({ elements: ["2"], errors: [], reasons: ["done"] });
  });

  test("promised elements of a wrong kind fail like any other", async () => {
    const handler = (sse: ServerSentEventGenerator): void => void sse.patchElements(Promise.resolve(1 as never));
    const { errors, reasons } = await outcome(server, handler);
    expect({ errors, reasons }).toEqual({
      errors: [new TypeError("Elements are TSX or HTML in a string, not a number.")],
      reasons: ["error"],
    });
  });

  test("an onClose that throws: reported, the others are called all the same", async () => {
    const calls: CloseReason[] = [];
    const handler = (sse: ServerSentEventGenerator): void => {
      sse.onClose(() => {
        throw failure;
      });
      sse.onClose(async () => {
        await turn();
        throw failure;
      });
      sse.onClose((reason) => calls.push(reason));
    };
    const { errors, reasons } = await outcome(server, handler);
    await turn();
    expect({ errors, reasons, calls }).toEqual({ errors: [failure, failure], reasons: ["done"], calls: ["done"] });
  });

  test("what a handler throws after the end is reported too, unless it only tells of the end", async () => {
    const cleanUp = async (sse: ServerSentEventGenerator): Promise<void> => {
      await sse.close();
      throw failure;
    };
    expect(await outcome(server, cleanUp)).toEqual({ elements: [], errors: [failure], reasons: ["closed"] });

    const carryOn = async (sse: ServerSentEventGenerator): Promise<void> => {
      await sse.close();
      await sse.patchElements("x");
    };
    expect(await outcome(server, carryOn)).toEqual({ elements: [], errors: [], reasons: ["closed"] });
  });

  test("the end of another stream is an error like any other", async () => {
    const other = deferred<ServerSentEventGenerator>();
    await outcome(server, (sse) => other.resolve(sse));
    const { errors, reasons } = await outcome(server, async () => (await other.promise).patchElements("x"));
    expect({ errors, reasons }).toEqual({
      errors: [expect.objectContaining({ name: "StreamClosedError", reason: "done" })],
      reasons: ["error"],
    });
  });
});
