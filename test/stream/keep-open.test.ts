import { createHub } from "datastar-tsx/hub";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";

describe.each(streamServers)("$name", (server) => {
  test("a stream that subscribes to a topic stays open until it leaves it", async () => {
    const hub = createHub();
    const left = deferred<() => void>();
    const url = await server.serve(({ stream }) => stream((sse) => left.resolve(hub.subscribe("a", sse))));
    const reply = await open(url);
    const leave = await left.promise;
    await hub.patchElements("a", "<i id=a>");
    await reply.events(1);
    leave();
    expect(elementsOf(await reply.text())).toEqual(["<i id=a>"]);
  });

  test("so does one that shows a view, also while it goes from one to another", async () => {
    const hub = createHub();
    const views = hub.live(
      (name: string) => name,
      (name: string) => `<i id=${name}>`,
    );
    const ended = deferred();
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        const leave = views.subscribe(sse, "a");
        setTimeout(() => {
          leave();
          const leaveNext = views.subscribe(sse, "b");
          ended.promise.then(leaveNext);
        }, 20);
      }),
    );
    const reply = await open(url);
    await reply.events(2);
    ended.resolve();
    expect(elementsOf(await reply.text())).toEqual(["<i id=a>", "<i id=b>"]);
  });

  test("so does one that acts at an interval", async () => {
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        let n = 0;
        const stop = sse.every(1, () => {
          if (++n === 3) stop();
          return sse.patchElements(`${n}`);
        });
      }),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["1", "2", "3"]);
  });

  test("and whatever holds it", async () => {
    const released = deferred();
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        const release = sse.hold();
        void released.promise.then(() => sse.patchElements("x")).then(release);
      }),
    );
    const reply = await open(url);
    released.resolve();
    expect(elementsOf(await reply.text())).toEqual(["x"]);
  });

  test("with `keepOpen: false` it ends with its handler all the same", async () => {
    const hub = createHub();
    const url = await server.serve(({ stream }) => stream((sse) => hub.subscribe("a", sse), { keepOpen: false }));
    expect(elementsOf(await (await open(url)).text())).toEqual([]);
    expect(hub.subscribers("a")).toBe(0);
  });

  test("a handler that has left before it returns keeps nothing open", async () => {
    const hub = createHub();
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        hub.subscribe("a", sse)();
        return sse.patchElements("x");
      }),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["x"]);
  });
});
