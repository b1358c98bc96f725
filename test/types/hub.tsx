import type { Server } from "node:http";
// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { EncodedFrame, patchSignalsFrame, type ServerSentEventGenerator, signals } from "datastar-tsx";
import { createHub, type Hub, type LiveView, shutdown } from "datastar-tsx/hub";

type Topics = "news" | `room:${number}`;
const cart = signals({ count: 0 });

export async function topics(
  hub: Hub<Topics>,
  sse: ServerSentEventGenerator,
  id: number,
  unknown: string,
): Promise<void> {
  const leave: () => void = hub.subscribe("news", sse);
  leave();
  hub.subscribe(["news", `room:${id}`], sse, { refresh: () => sse.patchElements(<p id="x" />) });
  hub.subscribe(`room:${id}`, sse, { refresh: async () => await sse.patchElements(<p id="x" />) });
  const count: number = hub.subscribers("room:1");
  void count;
  // @ts-expect-error
  hub.subscribe("new", sse);
  // @ts-expect-error
  hub.subscribe(["news", "room:x"], sse);
  // @ts-expect-error
  hub.subscribe(unknown, sse);
  // @ts-expect-error
  hub.subscribers("rooms");
  // @ts-expect-error
  hub.nudge("rooms");

  await hub.patchElements("news", <p id="x" />);
  await hub.patchElements("news", [<p />, "<p>", null, Promise.resolve(<p />)], { mode: "append", selector: "#x" });
  await hub.patchSignals("news", cart.patch({ count: 1 }), { onlyIfMissing: true });
  await hub.removeSignals("news", cart.count);
  await hub.publish("news", new EncodedFrame(patchSignalsFrame(cart)));
  // @ts-expect-error
  await hub.patchElements("mews", <p id="x" />);
  // @ts-expect-error
  await hub.patchElements("news", <p />, { mode: "append" });
  // @ts-expect-error
  await hub.patchElements("news", { html: "<p>" });
  // @ts-expect-error
  await hub.patchSignals("news", cart.patch({ cuont: 1 }));
  // @ts-expect-error
  await hub.patchSignals("news", 1);
  // @ts-expect-error
  await hub.publish("news", <p />);
  // @ts-expect-error
  await hub.removeElements("news");
}

export function presence(sse: ServerSentEventGenerator): void {
  interface User {
    readonly id: number;
    readonly name: string;
  }
  const hub = createHub<Topics, User>({ presence: { key: ({ id }) => id } });
  hub.onJoin((topic, { name }) => hub.patchSignals(topic, { came: name }));
  hub.onLeave((topic) => hub.nudge(topic));
  const leave: () => void = hub.enter("news", sse, { id: 1, name: "Ada" });
  leave();
  const names: string[] = hub.clients("room:1").map(({ name }) => name);
  void names;
  // @ts-expect-error
  hub.enter("mews", sse, { id: 1, name: "Ada" });
  // @ts-expect-error
  hub.enter("news", sse, { id: 1 });
  // @ts-expect-error
  hub.clients("mews");
  // @ts-expect-error
  createHub<Topics, User>({ presence: { key: ({ name }) => ({ name }) } });
}

export function views(hub: Hub<Topics>, sse: ServerSentEventGenerator): void {
  const news: LiveView = hub.live("news", () => <p id="x" />, { throttle: 100 });
  news.subscribe(sse);
  news.nudge();
  const room: LiveView<[id: number, user: string]> = hub.live(
    (id: number, _user: string) => `room:${id}` as const,
    (id, user) => (
      <p id="x">
        {id} {user.trim()}
      </p>
    ),
  );
  room.subscribe(sse, 1, "Ada");
  room.nudge(1, "Ada");
  const list: LiveView<[search: string, page?: number]> = hub.live("news", (search: string, page = 1) => (
    <p id="x">
      {search} {page}
    </p>
  ));
  list.subscribe(sse, "tea");
  list.subscribe(sse, "tea", 2);
  // @ts-expect-error
  list.subscribe(sse);
  // @ts-expect-error
  hub.live("news", (_day: Date) => <p id="x" />);
  hub.live("news", async () => new EncodedFrame(patchSignalsFrame(cart)));
  hub.live("news", () => [<li />, "<li>"], { mode: "inner", selector: "#list" });
  // @ts-expect-error
  news.subscribe(sse, 1);
  // @ts-expect-error
  room.subscribe(sse, 1);
  // @ts-expect-error
  room.subscribe(sse, "1", "Ada");
  // @ts-expect-error
  hub.live("mews", () => <p id="x" />);
  const elsewhere = (id: number) => `raum:${id}` as const;
  const ofUser = (_user: { name: string; tags?: string[] }) => "news" as const;
  const user: LiveView<[{ name: string; tags?: string[] }]> = hub.live(ofUser, ({ name, tags }) => (
    <p id="x">
      {name} {tags}
    </p>
  ));
  user.subscribe(sse, { name: "Ada", tags: ["a"] });
  // @ts-expect-error
  user.subscribe(sse, { nmae: "Ada" });
  const at = (_day: Date) => "news" as const;
  // @ts-expect-error
  hub.live(elsewhere, (id: number) => <p id="x">{id}</p>);
  // @ts-expect-error
  hub.live(at, (day: Date) => <p id="x">{day.toISOString()}</p>);
  // @ts-expect-error
  hub.live("news", () => <p />, { mode: "inner" });
  // @ts-expect-error
  hub.live("news", () => 1);
}

export async function options(server: Server): Promise<void> {
  const any: Hub = createHub();
  const hub: Hub<Topics> = createHub<Topics>({
    replay: 100,
    latest: 10,
    whenDown: "buffer",
    maxBufferedCharacters: 1000,
    onError: (error, { topic, parameters }) => console.error(error, topic, parameters),
  });
  await any.ready;
  await hub.close({ timeout: 1000, comeBackWithin: 500 });
  await shutdown(server, { hubs: [hub, any], timeout: 1000 });
  // @ts-expect-error
  createHub({ replays: 100 });
  // @ts-expect-error
  createHub({ whenDown: "wait" });
}

// Parameters of a view may be typed as interfaces; what they hold is looked at.
interface Filter {
  readonly room: number;
  readonly tags: readonly string[];
  readonly place?: Place;
}
interface Place {
  readonly x: number;
}
declare const filter: Filter;
const filtered = createHub().live(
  (by: Filter, page: number) => `room:${by.room}:${page}`,
  (by: Filter, page: number) => <p id="p">{by.room + page}</p>,
);
filtered.nudge(filter, 1);
// @ts-expect-error
filtered.nudge({ room: "a", tags: [] }, 1);
interface Since {
  readonly date: Date;
}
const topicOfDate = ({ date }: Since) => `at:${String(date)}`;
const topicOfMap = (map: Map<string, string>) => `of:${map.size}`;
// @ts-expect-error: a date is no value that another one could be told from
createHub().live(topicOfDate, ({ date }) => <p id="p">{String(date)}</p>);
// @ts-expect-error
createHub().live(topicOfMap, (map) => <p id="p">{map.size}</p>);
