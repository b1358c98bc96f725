import { EncodedFrame, patchSignalsFrame } from "datastar-tsx";
import { createHub, type HubErrorContext, type LiveOptions } from "datastar-tsx/hub";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { elementsOf } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { dataOf } from "../support/sse-parser.js";
import { serveStreams } from "./serving.js";

test("all clients of a view see it as it is, and when it has changed, rendered once for all of them", async () => {
  let items = ["tea"];
  let renderings = 0;
  const hub = createHub<"cart">();
  const cart = hub.live("cart", () => {
    renderings++;
    return (
      <ul id="cart">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    );
  });
  const visit = await serveStreams((sse) => void cart.subscribe(sse));
  const first = await visit();
  await first.reply.events(1);
  const second = await visit();
  await second.reply.events(1);
  expect(hub.subscribers("cart")).toBe(2);
  expect(renderings).toBe(1);

  items = ["tea", "<milk>"];
  cart.nudge();
  for (const { reply } of [first, second]) {
    expect((await reply.events(2)).map((event) => dataOf(event)["elements"])).toEqual([
      '<ul id="cart"><li>tea</li></ul>',
      '<ul id="cart"><li>tea</li><li>&lt;milk></li></ul>',
    ]);
  }
  expect(renderings).toBe(2);
});

test("views of one family are told apart by their parameters; several views share a topic", async () => {
  const messages = new Map([
    [1, "one"],
    [2, "two"],
  ]);
  const rendered: unknown[] = [];
  const hub = createHub<`room:${number}`>();
  const room = hub.live(
    (id: number, _user: string) => `room:${id}` as const,
    (id, user) => {
      rendered.push([id, user]);
      return (
        <p id="room">
          {user} sees {messages.get(id)}
        </p>
      );
    },
  );
  const count = hub.live(
    (id: number) => `room:${id}` as const,
    (id) => <b id="length">{messages.get(id)?.length}</b>,
  );
  const visitRoom = async (id: number, user: string) =>
    (
      await serveStreams((sse) => {
        room.subscribe(sse, id, user);
      })
    )();
  const ada = await visitRoom(1, "Ada");
  const bob = await visitRoom(1, "Bob");
  const eve = await visitRoom(2, "Eve");
  const length = await (await serveStreams((sse) => void count.subscribe(sse, 1)))();
  for (const { reply } of [ada, bob, eve, length]) await reply.events(1);
  expect(rendered).toEqual([
    [1, "Ada"],
    [1, "Bob"],
    [2, "Eve"],
  ]);
  expect(hub.subscribers("room:1")).toBe(3);

  messages.set(1, "three");
  hub.nudge("room:1");
  expect(dataOf((await ada.reply.events(2))[1]!)).toEqual({ elements: '<p id="room">Ada sees three</p>' });
  expect(dataOf((await bob.reply.events(2))[1]!)).toEqual({ elements: '<p id="room">Bob sees three</p>' });
  expect(dataOf((await length.reply.events(2))[1]!)).toEqual({ elements: '<b id="length">5</b>' });
  expect(rendered.slice(3)).toEqual([
    [1, "Ada"],
    [1, "Bob"],
  ]);
});

test("options say how it is patched; an encoded event is sent as it is; components may be asynchronous", async () => {
  const hub = createHub();
  const list = hub.live("a", () => Promise.resolve([<li>1</li>, Promise.resolve(<li>2</li>)]), {
    selector: "#list",
    mode: "inner",
  });
  const signals = hub.live("a", async () => new EncodedFrame(patchSignalsFrame({ count: 2 })));
  const visit = await serveStreams((sse) => {
    list.subscribe(sse);
    signals.subscribe(sse);
  });
  const events = (await (await visit()).reply.events(2)).map(dataOf);
  expect(events).toContainEqual({ selector: "#list", mode: "inner", elements: "<li>1</li><li>2</li>" });
  expect(events).toContainEqual({ signals: '{"count":2}' });
  // @ts-expect-error: a mode that needs a selector
  expect(() => hub.live("a", () => "", { mode: "inner" })).toThrow('mode "inner" needs a selector');
  for (const throttle of [-1, NaN, Infinity])
    expect(() => hub.live("a", () => "", { throttle })).toThrow(
      `throttle must be a number of milliseconds from 0 to 2147483647, not ${throttle}.`,
    );
});

test("a client that does not read misses what it is too slow for, and gets the newest view when it reads", async () => {
  let version = 0;
  const padding = "x".repeat(200_000);
  const hub = createHub();
  const view = hub.live("a", () => (
    <p id="a" title={padding}>
      {version}
    </p>
  ));
  const visit = await serveStreams((sse) => void view.subscribe(sse));
  const slow = await visit();
  const quick = await visit();
  await quick.reply.events(1);
  while (version < 50) {
    version++;
    view.nudge();
    await quick.reply.until((text) => text.endsWith(`>${version}</p>\n\n`));
  }
  expect(slow.sse.queuedBytes).toBeLessThan(2 * padding.length + 1000);
  await slow.reply.until((text) => text.endsWith(">50</p>\n\n"));
  await slow.sse.close();
  const versions = elementsOf(await slow.reply.text()).map((elements) => Number(/>(\d+)</.exec(elements ?? "")?.[1]));
  expect(versions.length).toBeLessThan(40);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

describe("in time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  // Lets the renderings that are due run, and what follows from them.
  const pass = async (milliseconds: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    await turn();
  };

  /** A view with one client. `renderings` has the time of each. */
  async function setUp(render: () => string | Promise<string>, options: LiveOptions = {}) {
    const start = performance.now();
    const renderings: number[] = [];
    const reported: [unknown, HubErrorContext][] = [];
    const hub = createHub({ onError: (...report) => reported.push(report) });
    const view = hub.live(
      "a",
      () => {
        renderings.push(performance.now() - start);
        return render();
      },
      options,
    );
    const visit = await (await serveStreams((sse) => void view.subscribe(sse)))();
    return { hub, view, visit, renderings, reported };
  }

  test("it is rendered at most once in each interval, and the last nudge is never lost", async () => {
    let value = 0;
    const { view, visit, renderings } = await setUp(() => `<b id="a">${value}</b>`, { throttle: 100 });
    await pass(0);
    while (value < 35) {
      value++;
      view.nudge();
      await pass(10);
    }
    await pass(1000);
    expect(renderings).toEqual([0, 100, 200, 300, 400]);
    await visit.sse.close();
    expect(elementsOf(await visit.reply.text()).at(-1)).toBe('<b id="a">35</b>');
  });

  test("many nudges at once are one rendering", async () => {
    const { view, renderings } = await setUp(() => "<b id='a'>");
    await pass(0);
    for (let i = 0; i < 100; i++) view.nudge();
    await pass(1);
    expect(renderings).toHaveLength(2);
  });

  test("what has not changed is not sent", async () => {
    let value = 1;
    const { view, visit, renderings } = await setUp(() => `<b id="a">${value}</b>`);
    for (value of [1, 1, 2, 2, 1]) {
      view.nudge();
      await pass(1);
    }
    await visit.sse.close();
    expect(renderings).toHaveLength(5);
    expect(elementsOf(await visit.reply.text())).toEqual(['<b id="a">1</b>', '<b id="a">2</b>', '<b id="a">1</b>']);
  });

  test("a nudge during a rendering leads to another one", async () => {
    let value = 1;
    let data = deferred();
    const { view, visit, renderings } = await setUp(async () => {
      const then = value;
      await data.promise;
      return `<b id="a">${then}</b>`;
    });
    await pass(0);
    value = 2;
    view.nudge();
    view.nudge();
    data.resolve();
    data = deferred();
    await pass(1);
    expect(renderings).toHaveLength(2);
    data.resolve();
    await pass(1);
    await visit.sse.close();
    expect(elementsOf(await visit.reply.text())).toEqual(['<b id="a">1</b>', '<b id="a">2</b>']);
  });

  test("a rendering that fails is reported once until it succeeds, and tried again every second; clients keep what they see", async () => {
    let failing = false;
    let attempt = 0;
    let value = 1;
    const { view, visit, renderings, reported } = await setUp(() => {
      if (failing) throw new Error(`no data at attempt ${++attempt}`);
      return `<b id="a">${value}</b>`;
    });
    await pass(0);
    failing = true;
    value = 2;
    view.nudge();
    await pass(2500);
    expect(reported).toEqual([[new Error("no data at attempt 1"), { topic: "a", parameters: [] }]]);
    failing = false;
    await pass(1000);
    expect(renderings.map(Math.round)).toEqual([0, 0, 1000, 2000, 3000]);
    await pass(5000);
    expect(renderings).toHaveLength(5);
    // It is news again when it comes back.
    failing = true;
    view.nudge();
    await pass(2500);
    expect(reported).toHaveLength(2);
    failing = false;
    await pass(1000);
    await visit.sse.close();
    expect(elementsOf(await visit.reply.text())).toEqual(['<b id="a">1</b>', '<b id="a">2</b>']);
  });

  test("a rendering that does not settle is given up, reported once, and followed by others", async () => {
    const stuck: ReturnType<typeof deferred<string>>[] = [];
    let isStuck = true;
    const { visit, renderings, reported } = await setUp(
      () => {
        if (!isStuck) return '<b id="a">new</b>';
        stuck.push(deferred<string>());
        return stuck.at(-1)!.promise;
      },
      { timeout: 200 },
    );
    await pass(199);
    expect(reported).toEqual([]);
    await pass(1);
    const late = new Error('The view of the topic "a" was not rendered within 200 ms.');
    expect(reported).toEqual([[late, { topic: "a", parameters: [] }]]);
    await pass(1200);
    expect(renderings.map(Math.round)).toEqual([0, 1200]);
    expect(reported).toHaveLength(1);
    isStuck = false;
    await pass(1000);
    // What was given up is not shown any more: it is older than what has been shown since; nor does it end the process.
    stuck[0]?.resolve('<b id="a">old</b>');
    stuck[1]?.reject(new Error("too late"));
    await pass(0);
    await visit.sse.close();
    expect(elementsOf(await visit.reply.text())).toEqual(['<b id="a">new</b>']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("what was not rendered in time is named with its parameters", async () => {
    const reported: [unknown, HubErrorContext][] = [];
    const hub = createHub({ onError: (...report) => reported.push(report) });
    const view = hub.live(
      (room: number, _filter: { by?: string }) => `room:${room}`,
      () => new Promise<never>(() => {}),
      { timeout: 50 },
    );
    await (
      await serveStreams((sse) => void view.subscribe(sse, 7, { by: "<Ada>" }))
    )();
    await pass(50);
    const name = 'The view of the topic "room:7" with the parameters 7, {"by":"<Ada>"}';
    expect(reported).toEqual([
      [new Error(`${name} was not rendered within 50 ms.`), { topic: "room:7", parameters: [7, { by: "<Ada>" }] }],
    ]);
  });

  test("a client that leaves while its view is rendered takes the deadline with it", async () => {
    const { visit, reported } = await setUp(() => new Promise<never>(() => {}));
    await pass(0);
    visit.sse.disconnect();
    await visit.gone;
    expect(vi.getTimerCount()).toBe(0);
    expect(reported).toEqual([]);
  });

  test("nothing is rendered for nobody", async () => {
    const { hub, view, visit, renderings } = await setUp(() => "<b id='a'>", { throttle: 100 });
    await pass(0);
    view.nudge();
    visit.sse.disconnect();
    await visit.gone;
    view.nudge();
    await pass(1000);
    expect(renderings).toEqual([0]);
    expect(hub.subscribers("a")).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
