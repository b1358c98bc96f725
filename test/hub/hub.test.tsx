import {
  EncodedFrame,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  removeElementsFrame,
  removeSignalsFrame,
} from "datastar-tsx";
import { createHub, type Transport } from "datastar-tsx/hub";
import { describe, expect, test, vi } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { dataOf } from "../support/sse-parser.js";
import { serveStreams } from "./serving.js";

async function Later({ after, name }: { readonly after: Promise<void>; readonly name: string }) {
  await after;
  return <b id={name}>{name}</b>;
}

describe.each(streamServers)("$name", (server) => {
  test("what is published to a topic reaches its subscribers, and no others", async () => {
    const hub = createHub<"news" | "sport">();
    const url = await server.serve(({ stream, request }) =>
      stream((sse) => void hub.subscribe(request.url?.endsWith("sport") === true ? "sport" : "news", sse), {
        keepOpen: true,
      }),
    );
    const [one, other, sport] = [await open(url), await open(url), await open(`${url}sport`)];
    expect([hub.subscribers("news"), hub.subscribers("sport")]).toEqual([2, 1]);

    await hub.patchElements("news", <p id="headline">Rain &amp; wind</p>);
    await hub.patchSignals("sport", { score: "1:0" });
    for (const { events } of [one, other].map((reply) => ({ events: reply.events(1) }))) {
      expect((await events).map(dataOf)).toEqual([{ elements: '<p id="headline">Rain &amp; wind</p>' }]);
    }
    expect((await sport.events(1)).map(dataOf)).toEqual([{ signals: '{"score":"1:0"}' }]);
  });

  test("a client that goes away is forgotten", async () => {
    const hub = createHub();
    const left = deferred();
    const url = await server.serve(({ stream }) =>
      stream(
        (sse) => {
          hub.subscribe("news", sse);
          sse.onClose(() => left.resolve());
        },
        { keepOpen: true },
      ),
    );
    const reply = await open(url);
    await hub.patchElements("news", <p id="a" />);
    await reply.events(1);
    reply.destroy();
    await left.promise;
    expect(hub.subscribers("news")).toBe(0);
    await hub.patchElements("news", <p id="a" />);
  });
});

test("every method publishes the frame of its encoder", async () => {
  const hub = createHub();
  const visit = await serveStreams((sse) => void hub.subscribe("all", sse));
  const { reply, sse } = await visit();
  await hub.patchElements("all", <p id="a">1</p>, { mode: "append", selector: "#list" });
  await hub.removeElements("all", "#a", { eventId: "1" });
  await hub.patchSignals("all", { a: 1 }, { onlyIfMissing: true });
  await hub.removeSignals("all", ["a", "b.c"]);
  await hub.executeScript("all", "a()", { autoRemove: false });
  await hub.publish("all", patchElementsFrame("<b>"));
  await hub.publish("all", new EncodedFrame(patchElementsFrame("<i>")));
  await sse.close();
  expect(await reply.text()).toBe(
    [
      patchElementsFrame('<p id="a">1</p>', { mode: "append", selector: "#list" }),
      removeElementsFrame("#a", { eventId: "1" }),
      patchSignalsFrame({ a: 1 }, { onlyIfMissing: true }),
      removeSignalsFrame(["a", "b.c"]),
      executeScriptFrame("a()", { autoRemove: false }),
      patchElementsFrame("<b>"),
      patchElementsFrame("<i>"),
    ].join(""),
  );
});

test("all subscribers get the same encoded event", async () => {
  const hub = createHub();
  const sent: unknown[] = [];
  const visit = await serveStreams((sse) => {
    vi.spyOn(sse, "send").mockImplementation((frame) => {
      sent.push(frame);
      return Promise.resolve();
    });
    hub.subscribe("news", sse);
  });
  await visit();
  await visit();
  await hub.patchElements("news", <p id="a" />);
  expect(sent).toHaveLength(2);
  expect(sent[0]).toBe(sent[1]);
  expect(sent[0]).toBeInstanceOf(EncodedFrame);
});

test("events of a topic keep the order of the calls, however long they take to be made; topics do not wait for each other", async () => {
  const hub = createHub<"a" | "b">();
  const visit = await serveStreams((sse) => void hub.subscribe(["a", "b"], sse));
  const { reply, sse } = await visit();
  const data = deferred();
  void hub.patchElements("a", <Later name="1" after={data.promise} />);
  void hub.patchElements("a", <b id="2" />);
  const last = hub.patchElements("a", [<b id="3" />, <Later name="4" after={data.promise} />]);
  await hub.patchElements("b", <b id="first" />);
  data.resolve();
  await last;
  await sse.close();
  expect(elementsOf(await reply.text())).toEqual([
    '<b id="first"></b>',
    '<b id="1">1</b>',
    '<b id="2"></b>',
    '<b id="3"></b><b id="4">4</b>',
  ]);
});

test("one subscription to several topics gets each event once; unsubscribing ends it", async () => {
  const hub = createHub<"a" | "b">();
  const leave: (() => void)[] = [];
  const visit = await serveStreams((sse) => leave.push(hub.subscribe(["a", "b", "a"], sse)));
  const { reply, sse } = await visit();
  await hub.patchElements("a", <b id="1" />);
  await hub.patchElements("b", <b id="2" />);
  for (const end of [...leave, ...leave]) end();
  expect([hub.subscribers("a"), hub.subscribers("b")]).toEqual([0, 0]);
  await hub.patchElements("a", <b id="3" />);
  await sse.close();
  expect(elementsOf(await reply.text())).toEqual(['<b id="1"></b>', '<b id="2"></b>']);
});

test("bad options throw at the call; an element that fails rejects, and the next event follows", async () => {
  const hub = createHub();
  const visit = await serveStreams((sse) => void hub.subscribe("a", sse));
  const { reply } = await visit();
  // @ts-expect-error: a mode that needs a selector
  expect(() => hub.patchElements("a", <b />, { mode: "append" })).toThrow('mode "append" needs a selector');
  // @ts-expect-error: a mode that needs a selector
  expect(() => hub.patchElements("a", Promise.resolve(<b />), { mode: "append" })).toThrow(
    'mode "append" needs a selector',
  );
  const failing = hub.patchElements("a", Promise.reject(new Error("no data")));
  await expect(failing).rejects.toThrow("no data");
  await hub.patchElements("a", <b id="1" />);
  expect(dataOf((await reply.events(1))[0]!)).toEqual({ elements: '<b id="1"></b>' });
});

describe("onError gets what it is about with the error", () => {
  test("the topic, of a failure that nobody awaits", async () => {
    const reported = deferred<unknown>();
    const hub = createHub({ onError: (...report) => reported.resolve(report) });
    void hub.patchElements("a", Promise.reject(new Error("no data")));
    expect(await reported.promise).toEqual([new Error("no data"), { topic: "a" }]);
  });

  test.each([["a"], [["a", "b"]]])("of a refresh, what was subscribed to: %o", async (topic) => {
    const reported = deferred<unknown>();
    const hub = createHub({ onError: (...report) => reported.resolve(report) });
    const refresh = () => Promise.reject(new Error("no data"));
    await (
      await serveStreams((sse) => void hub.subscribe(topic, sse, { refresh }))
    )();
    expect(await reported.promise).toEqual([new Error("no data"), { topic }]);
  });

  test("nothing, of the transport", async () => {
    const reported = deferred<unknown>();
    const transport: Transport = {
      isLog: false,
      start: (receiver) => receiver.error(new Error("no server")),
      publish: async () => {},
      nudge: async () => {},
      subscribe: async () => {},
      unsubscribe: () => {},
      close: async () => {},
    };
    createHub({ transport, onError: (...report) => reported.resolve(report) });
    expect(await reported.promise).toEqual([new Error("no server"), {}]);
  });

  test("it is printed, when nobody asks for it", async () => {
    const printed = deferred<unknown>();
    const spy = vi.spyOn(console, "error").mockImplementation((...all) => printed.resolve(all));
    void createHub().patchElements("a", Promise.reject(new Error("no data")));
    expect(await printed.promise).toEqual([new Error("no data"), { topic: "a" }]);
    spy.mockRestore();
  });
});

test("what is published as a frame has to be one; a batch of nothing is nothing", async () => {
  const hub = createHub({ replay: 10 });
  const { reply } = await (await serveStreams((sse) => void hub.subscribe("a", sse)))();
  for (const text of ["<p>", "event: a\ndata: b\n", "a\n\n"]) {
    expect(() => hub.publish("a", text)).toThrow(
      `Only events can be published, such as patchElementsFrame(…) returns them, not ${JSON.stringify(text)}.`,
    );
  }
  await hub.batch("a", () => {});
  await hub.publish("a", "data: b\n\n");
  expect(await reply.events(1)).toMatchObject([{ data: "b" }]);
});

test("a client that does not read keeps nobody waiting", async () => {
  const hub = createHub();
  const visit = await serveStreams((sse) => void hub.subscribe("news", sse));
  const slow = await visit();
  const quick = await visit();
  const html = `<p id="a">${"x".repeat(100_000)}</p>`;
  for (let i = 0; i < 20; i++) {
    await hub.patchElements("news", html);
    await quick.reply.events(i + 1);
  }
  expect(slow.sse.queuedBytes + quick.sse.queuedBytes).toBeLessThan(1024 * 1024);
});

test.each([
  ["x".repeat(5000), "is longer than 1000 bytes"],
  ["é".repeat(501), "is longer than 1000 bytes"],
  ["a\ud800b", "has half of a surrogate pair in it"],
])("a topic that brokers cannot carry is refused at the call, whatever the transport: %j", async (topic, message) => {
  const hub = createHub();
  const calls: (() => unknown)[] = [
    () => hub.publish(topic, ""),
    () => hub.patchElements(topic, <b id="a" />),
    () => hub.nudge(topic),
  ];
  const visit = await serveStreams((sse) => {
    calls.push(
      () => hub.subscribe(["a", topic], sse),
      () => hub.live(topic, () => "").subscribe(sse),
    );
  });
  await visit();
  for (const call of calls) expect(call).toThrow(message);
  expect(calls).toHaveLength(5);
  expect(hub.subscribers("a")).toBe(0);
});

test.each([undefined, null, 5, {}, [["a"]], ["a", null]])(
  "%j is no topic, and nobody waits for it in vain",
  async (topic) => {
    const hub = createHub();
    const { sse } = await (await serveStreams(() => {}))();
    expect(() => hub.subscribe(topic as never, sse)).toThrow("A topic is a string, not ");
    expect(hub.subscribers("a")).toBe(0);
  },
);

test("a view whose parameters cannot be kept leaves no topic behind", async () => {
  const subscribe = vi.fn();
  const done = Promise.resolve();
  const hub = createHub({
    transport: {
      isLog: false,
      start: (receiver) => receiver.up(false),
      publish: () => done,
      nudge: () => done,
      subscribe,
      unsubscribe: () => {},
      close: () => done,
    },
  });
  const view = hub.live(
    (_filter: object) => "a",
    () => "<p></p>",
  );
  const { sse } = await (await serveStreams(() => {}))();
  expect(() => view.subscribe(sse, new Proxy({}, {}))).toThrow();
  expect(subscribe).not.toHaveBeenCalled();
});

describe("options that cannot be meant", () => {
  test.each([[{ replay: -1 }], [{ latest: 1.5 }], [{ maxBufferedCharacters: NaN }]])("%o", (options) => {
    expect(() => createHub(options)).toThrow(RangeError);
  });
  test("whenDown", () => {
    // @ts-expect-error
    expect(() => createHub({ whenDown: "wait" })).toThrow('whenDown must be "reject" or "buffer", not "wait".');
  });
});
