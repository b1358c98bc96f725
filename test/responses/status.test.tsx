// The status of a reply: its option, or what was set on the response before.
import type { ServerResponse } from "node:http";
import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { sendElements, sendPage, sendScript, sendSignals, stream } from "datastar-tsx/node";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { allReplies, nodeProtocols, overHttp1, type Send } from "../support/replies.js";
import { listen } from "../support/servers.js";

// What development says of it is a matter of the last tests only.
const quiet = (): void => configureDiagnostics({ warnings: "off" });
beforeAll(quiet);
afterAll(() => configureDiagnostics());

const sends: readonly [name: string, send: Send][] = [
  ["sendPage", (response) => sendPage(response, "x")],
  ["sendElements", (response) => sendElements(response, "x")],
  ["sendSignals", (response) => sendSignals(response, {})],
  ["sendScript", (response) => sendScript(response, "x()")],
];

describe.each(nodeProtocols)("$name", ({ over }) => {
  test.each(sends)("%s keeps the status that was set before", async (_, send) => {
    const received = await over((response) => {
      response.statusCode = 404;
      return send(response);
    });
    expect(received.status).toBe(404);
  });

  test("the option wins", async () => {
    const received = await over((response) => {
      response.statusCode = 404;
      return sendPage(response, "x", { status: 410 });
    });
    expect(received.status).toBe(410);
  });

  // Nest.js sets 201 for every POST.
  test.each(sends)("%s: another success is 200 to what the client reads, and stays for a page", async (name, send) => {
    const received = await over((response) => {
      response.statusCode = 201;
      return send(response);
    });
    expect(received.status).toBe(name === "sendPage" ? 201 : 200);
  });

  // HTTP/2 of Node.js refuses those below 200 by itself.
  test.each(over === overHttp1 ? [101, 103, 204, 304] : [204, 304])(
    "a status without a body that was set before is an error for a page: %i",
    async (status) => {
      const onError = vi.fn();
      const received = await over((response) => {
        response.statusCode = status;
        return sendPage(response, "x", { onError });
      });
      expect(received.status).toBe(500);
      expect(onError.mock.calls.map(([error]) => error)).toEqual([
        new TypeError(
          `A response with status ${status} has no body; noContent() and sendNoContent() answer without one.`,
        ),
      ]);
    },
  );
});

// Koa sets the reason with the status.
test("the reason is that of the status, unless both were set before", async () => {
  const reasonOf = async (send: (response: ServerResponse) => unknown) => {
    const url = await listen((_, response) => {
      response.statusCode = 404;
      response.statusMessage = "Nothing here";
      void send(response);
    });
    const { status, statusText } = await fetch(url);
    return `${status} ${statusText}`;
  };
  expect(await reasonOf((response) => sendPage(response, "x"))).toBe("404 Nothing here");
  expect(await reasonOf((response) => sendPage(response, "x", { status: 410 }))).toBe("410 Gone");
  expect(await reasonOf((response) => stream(response.req, response, () => {}))).toBe("200 OK");
});

describe.each(allReplies)("$name", ({ page, elements, signals, script }) => {
  test.each([99, 101, 199, 600, 200.5, NaN, "404"])("a status of %j is refused at the call", async (status) => {
    const options = { status: status as number };
    for (const reply of [() => page("x", options), () => elements("x", options), () => signals({}, options)])
      await expect(reply()).rejects.toThrow("status must be a whole number from 200 to 599, not");
  });

  test.each([204, 205, 304])("a status of %j is refused: it has no body", async (status) => {
    await expect(script("x()", { status })).rejects.toThrow(
      `A response with status ${status} has no body; noContent() and sendNoContent() answer without one.`,
    );
  });

  test("development says once that the client ignores what has another status; a page is for the browser", async () => {
    const report = vi.fn();
    configureDiagnostics({ report });
    onTestFinished(quiet);
    await page("x", { status: 404 });
    await signals({}, { status: 200 });
    expect(report).not.toHaveBeenCalled();
    for (const _ of [1, 2]) {
      await elements('<p id="x"></p>', { status: 422 });
      await signals({}, { status: 422 });
      await script("x()", { status: 422 });
    }
    const ignored = (what: string) =>
      `A reply with ${what} has status 422: the Datastar client reads status 200 only, and ignores this one. ` +
      "Leave the status out to have the reply applied.";
    expect(report.mock.calls.map(([finding]) => finding.message)).toEqual(
      ["elements", "signals", "a script"].map(ignored),
    );
  });
});

describe("streams", () => {
  // Koa's default is 404, that of Nest.js for POST 201.
  test.each(nodeProtocols)(
    "$name: the status is 200, whatever was set before: the client reads no other",
    async ({ over }) => {
      for (const status of [201, 404]) {
        const received = await over((response) => {
          response.statusCode = status;
          return stream(response.req, response, (sse) => sse.patchSignals({ a: 1 }));
        });
        expect(received.status).toBe(200);
      }
    },
  );
});

test("a reply says so in development when the status was set before, too", async () => {
  const report = vi.fn();
  configureDiagnostics({ report });
  onTestFinished(quiet);
  await overHttp1((response) => {
    response.statusCode = 404;
    return sendElements(response, '<p id="x"></p>');
  });
  expect(report).toHaveBeenCalledTimes(1);
});
