import { connect } from "node:net";
import type { CloseReason } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { expect, onTestFinished, test } from "vitest";
import { deferred } from "../support/deferred.js";
import { listen } from "../support/servers.js";

test("a client that says it is leaving, in the moment in which something is sent to it, is no error", async () => {
  const errors: unknown[] = [];
  const closed = deferred<CloseReason>();
  const url = await listen((request, response) =>
    stream(
      request,
      response,
      (sse) => {
        sse.onClose(closed.resolve);
        // Node.js has ended its side by then, and has not told the response yet.
        request.socket.on("end", () => void sse.patchSignals({ late: true }));
      },
      { keepOpen: true, onError: (error) => errors.push(error) },
    ),
  );
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  socket.once("data", () => socket.end());
  expect(await closed.promise).toBe("disconnected");
  expect(errors).toEqual([]);
});
