import { createHub } from "datastar-tsx/hub";
import { expect, test, vi } from "vitest";
import { ReconnectingTransport } from "../../src/hub/reconnecting-transport.js";
import { deferred } from "../support/deferred.js";

/** A hub over a connection on which everything succeeds at once, until the test settles `lost`. */
async function connected(publish: () => Promise<void> = async () => {}) {
  const lost = deferred<unknown>();
  const nothing = async (): Promise<void> => {};
  const session = {
    lost: lost.promise,
    subscribe: nothing,
    unsubscribe: () => {},
    publish,
    nudge: nothing,
    close: nothing,
  };
  const hub = createHub({
    transport: new ReconnectingTransport(async () => ({ session, missed: false }), false),
    onError: () => {},
  });
  await hub.ready;
  return { hub, lost };
}

test("what is sent over a connection leaves nothing behind on it", async () => {
  const { hub, lost } = await connected();
  const waits = vi.spyOn(lost.promise, "then");
  for (let i = 0; i < 100; i++) {
    await hub.patchSignals("a", { i });
    hub.nudge("a");
  }
  expect(waits).not.toHaveBeenCalled();
});

test("what is on its way when a connection is lost rejects, with the reason", async () => {
  const { hub, lost } = await connected(() => new Promise(() => {}));
  const sent = [hub.patchSignals("a", { i: 1 }), hub.patchSignals("b", { i: 2 })];
  const cause = new Error("no route to host");
  lost.resolve(cause);
  for (const send of sent) await expect(send).rejects.toMatchObject({ name: "TransportError", cause });
});
