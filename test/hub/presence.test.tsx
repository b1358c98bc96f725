// Who is there.
import { createHub, type HubErrorContext, type PresenceOptions } from "datastar-tsx/hub";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deferred, turn } from "../support/deferred.js";
import { dataOf } from "../support/sse-parser.js";
import { serveStreams, type Visit } from "./serving.js";

interface User {
  readonly id: number;
  readonly name: string;
}

const ada: User = { id: 1, name: "Ada" };
const bob: User = { id: 2, name: "Bob" };

function setUp(options: PresenceOptions<User> = { key: ({ id }) => id }) {
  const news: string[] = [];
  const reported: [unknown, HubErrorContext][] = [];
  const hub = createHub<string, User>({ presence: options, onError: (...report) => reported.push(report) });
  hub.onJoin((topic, { name }) => news.push(`${name} joins ${topic}`));
  hub.onLeave((topic, { name }) => news.push(`${name} leaves ${topic}`));
  const enter = async (user: User, ...topics: string[]): Promise<Visit> =>
    (await serveStreams((sse) => topics.forEach((topic) => void hub.enter(topic, sse, user))))();
  const goAway = async ({ sse, gone }: Visit): Promise<void> => {
    sse.disconnect();
    await gone;
  };
  return { hub, news, reported, enter, goAway };
}

test("a list of who is in a room, that everybody in it sees", async () => {
  const hub = createHub<`room:${number}`, User>({ presence: { key: ({ id }) => id, leaveAfter: 10 } });
  hub.onJoin((topic) => hub.nudge(topic));
  hub.onLeave((topic) => hub.nudge(topic));
  const room = hub.live(
    (id: number) => `room:${id}` as const,
    (id) => (
      <ul id="here">
        {hub.clients(`room:${id}`).map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
    ),
  );
  const visit = async (id: number, user: User) =>
    (
      await serveStreams((sse) => {
        hub.enter(`room:${id}`, sse, user);
        room.subscribe(sse, id);
      })
    )();
  const seenBy = async ({ reply }: Visit, count: number) =>
    (await reply.events(count)).map((event) => dataOf(event)["elements"]?.replace(/<.*?>/g, " ").trim());
  const first = await visit(1, ada);
  expect(await seenBy(first, 1)).toEqual(["Ada"]);
  await visit(2, { id: 3, name: "Eve" });
  const second = await visit(1, bob);
  expect(await seenBy(first, 2)).toEqual(["Ada", "Ada  Bob"]);
  second.sse.disconnect();
  expect(await seenBy(first, 3)).toEqual(["Ada", "Ada  Bob", "Ada"]);
});

test("one client with several views is one client", async () => {
  const { hub } = setUp();
  const [here, there] = [hub.live("a", () => <p id="a" />), hub.live("a", () => <p id="b" />)];
  const visit = await serveStreams((sse) => {
    here.subscribe(sse);
    there.subscribe(sse);
    hub.subscribe(["a", "b"], sse);
  });
  await visit();
  expect([hub.subscribers("a"), hub.subscribers("b"), hub.subscribers("c")]).toEqual([1, 1, 0]);
  await visit();
  expect([hub.subscribers("a"), hub.subscribers("b")]).toEqual([2, 2]);
});

test.each([undefined, null, NaN, Infinity, true, {}, Symbol("a")])(
  "a key of %o is refused: all whom nothing is known of would be one person",
  async (key) => {
    const hub = createHub<string, User>({ presence: { key: () => key as never } });
    const { sse } = await (await serveStreams(() => {}))();
    expect(() => hub.enter("a", sse, ada)).toThrow("The `key` of presence tells who a client is by text or a number");
    expect(hub.clients("a")).toEqual([]);
  },
);

test.each(["", "a", 0, -1, 1.5, 7n])("a key of %o tells who somebody is", async (key) => {
  const hub = createHub<string, User>({ presence: { key: () => key } });
  const visit = await serveStreams((sse) => void hub.enter("a", sse, ada));
  await visit();
  await visit();
  expect(hub.clients("a")).toEqual([ada]);
});

describe("in time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  test("one person with several tabs is there once, as long as one of them is", async () => {
    const { hub, news, enter, goAway } = setUp();
    const [one, other] = [await enter(ada, "a", "b"), await enter({ ...ada, name: "Ada L." }, "a")];
    await enter(bob, "a");
    expect(hub.clients("a")).toEqual([{ id: 1, name: "Ada L." }, bob]);
    expect(hub.clients("b")).toEqual([ada]);
    expect(hub.clients("c")).toEqual([]);
    await goAway(one);
    vi.advanceTimersByTime(5000);
    expect(hub.clients("a")).toHaveLength(2);
    await goAway(other);
    vi.advanceTimersByTime(5000);
    expect(hub.clients("a")).toEqual([bob]);
    expect(news).toEqual(["Ada joins a", "Ada joins b", "Bob joins a", "Ada leaves b", "Ada L. leaves a"]);
  });

  test("who comes back in time has neither left nor joined", async () => {
    const { hub, news, enter, goAway } = setUp();
    for (let i = 0; i < 3; i++) {
      await goAway(await enter(ada, "a"));
      vi.advanceTimersByTime(4999);
      expect(hub.clients("a")).toEqual([ada]);
    }
    expect(news).toEqual(["Ada joins a"]);
    vi.advanceTimersByTime(1);
    expect(news).toEqual(["Ada joins a", "Ada leaves a"]);
    expect(hub.clients("a")).toEqual([]);
    await enter(ada, "a");
    expect(news.at(-1)).toBe("Ada joins a");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("without a key everybody is somebody else, and leaves at once", async () => {
    const { hub, news, enter, goAway } = setUp({});
    const visits = [await enter(ada, "a"), await enter(ada, "a")] as const;
    expect(hub.clients("a")).toEqual([ada, ada]);
    await goAway(visits[0]);
    expect(hub.clients("a")).toEqual([ada]);
    expect(news).toEqual(["Ada joins a", "Ada joins a", "Ada leaves a"]);
  });

  test("one can leave before the connection ends, once", async () => {
    const { hub, news } = setUp({});
    const leave: (() => void)[] = [];
    await (
      await serveStreams((sse) => leave.push(hub.enter("a", sse, ada)))
    )();
    for (const end of [...leave, ...leave]) end();
    expect(news).toEqual(["Ada joins a", "Ada leaves a"]);
  });

  test("when the hub is closed, everybody leaves, those included who could still have come back", async () => {
    const { hub, news, enter, goAway } = setUp();
    await enter(ada, "a");
    await goAway(await enter(bob, "a"));
    vi.useRealTimers();
    await hub.close();
    expect(news).toEqual(["Ada joins a", "Bob joins a", "Ada leaves a", "Bob leaves a"]);
    // A hub that is closed sends clients away.
    await (
      await enter(ada, "a")
    ).gone;
    expect(hub.clients("a")).toEqual([]);
    expect(news).toHaveLength(4);
  });

  test("what a callback throws is reported, with the topic; the client stays", async () => {
    const failed = deferred();
    const { hub, reported, enter } = setUp({});
    hub.onJoin(() => {
      throw new Error("no database");
    });
    hub.onLeave(() => Promise.reject(new Error("no database")).finally(() => failed.resolve()));
    const { sse, gone } = await enter(ada, "a");
    expect(hub.clients("a")).toEqual([ada]);
    sse.disconnect();
    await Promise.all([gone, failed.promise]);
    await turn();
    const report = [new Error("no database"), { topic: "a" }];
    expect(reported).toEqual([report, report]);
  });
});

test("options and topics that cannot be meant are refused at the call", async () => {
  expect(() => createHub({ presence: { leaveAfter: Infinity } })).toThrow(RangeError);
  const { hub } = setUp();
  const { sse } = await (await serveStreams(() => {}))();
  expect(() => hub.enter("x".repeat(1001), sse, ada)).toThrow("is longer than 1000 bytes");
});
