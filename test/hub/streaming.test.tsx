import type { IncomingMessage, ServerResponse } from "node:http";
import { createHub } from "datastar-tsx/hub";
import { streamTopics, streamView } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { listen } from "../support/servers.js";
import { webListener } from "../support/web-adapter.js";

const hub = createHub<"news" | `room:${number}`>();
const rooms = hub.live(
  (id: number, _format: { readonly short: boolean }) => `room:${id}` as const,
  (id, { short }) => <p id="room">{short ? id : `Room ${id}`}</p>,
);
const news = hub.live("news", () => <p id="news">none</p>);

interface Ways {
  readonly name: string;
  serve(answer: {
    readonly web: (request: Request) => Response;
    readonly node: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }): Promise<string>;
}

const ways: readonly Ways[] = [
  { name: "web requests", serve: ({ web }) => listen(webListener(web, "cancel")) },
  { name: "requests of Node.js", serve: ({ node }) => listen((request, response) => void node(request, response)) },
];

describe.each(ways)("$name", ({ serve }) => {
  test("a stream of topics stays open until the client goes away", async () => {
    const left = deferred();
    const refresh = (sse: { onClose(callback: () => void): void }): void => sse.onClose(left.resolve);
    const url = await serve({
      web: (request) => hub.stream(request, ["news", "room:1"], { refresh, headers: { "x-a": "b" } }),
      node: (request, response) =>
        streamTopics(request, response, hub, ["news", "room:1"], { refresh, headers: { "x-a": "b" } }),
    });
    const reply = await open(url);
    expect(reply.headers["x-a"]).toBe("b");
    await hub.patchElements("room:1", "1");
    await hub.patchElements("news", "2");
    await reply.until((text) => elementsOf(text).join() === "1,2");
    reply.destroy();
    await left.promise;
    expect(hub.subscribers("news")).toBe(0);
  });

  test.each([
    ["alone", {}, undefined],
    ["with options behind them", { headers: { "x-a": "b" } }, "b"],
  ])("a view with its parameters, %s", async (_, options, header) => {
    const url = await serve({
      web: (request) => rooms.stream(request, 7, { short: false }, options),
      node: (request, response) => streamView(request, response, rooms, 7, { short: false }, options),
    });
    const reply = await open(url);
    expect(reply.headers["x-a"]).toBe(header);
    await reply.until((text) => elementsOf(text).join() === '<p id="room">Room 7</p>');
  });

  test("the last of the parameters is no option", async () => {
    const url = await serve({
      web: (request) => rooms.stream(request, 7, { short: true }),
      node: (request, response) => streamView(request, response, rooms, 7, { short: true }),
    });
    await (await open(url)).until((text) => elementsOf(text).join() === '<p id="room">7</p>');
  });

  test("nor is one that the topic has a default for", async () => {
    const greetings = hub.live(
      (room: number, _user: { readonly name?: string } = {}): `room:${number}` => `room:${room}`,
      (room, user) => (
        <p id="hello">
          {user?.name} in {room}
        </p>
      ),
    );
    const url = await serve({
      web: (request) => greetings.stream(request, 7, { name: "Ada" }),
      node: (request, response) => streamView(request, response, greetings, 7, { name: "Ada" }),
    });
    await (await open(url)).until((text) => elementsOf(text).join() === '<p id="hello">Ada in 7</p>');
  });

  test("a view without parameters", async () => {
    const url = await serve({
      web: (request) => news.stream(request, { keepAlive: 100 }),
      node: (request, response) => streamView(request, response, news),
    });
    await (await open(url)).until((text) => elementsOf(text).join() === '<p id="news">none</p>');
  });
});

test("an option that does not exist is refused, as it would be without effect", () => {
  const request = new Request("http://localhost/");
  const message = 'stream has no option "keepopen"; its options are keepOpen, ';
  expect(() => hub.stream(request, "news", { keepopen: true } as never)).toThrow(message);
  expect(() => news.stream(request, { keepopen: true } as never)).toThrow(message);
});
