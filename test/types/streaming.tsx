// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Http2SecureServer, Http2Server, Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { Defer, js, type ServerSentEventGenerator } from "datastar-tsx";
import { type Hub, type LiveView, shutdown } from "datastar-tsx/hub";
import { streamTopics, streamView } from "datastar-tsx/node";

type Topics = "news" | `room:${number}`;
type Room = LiveView<[id: number, user: string]>;
type Optional = LiveView<[id: number, user?: string]>;

export function web(request: Request, hub: Hub<Topics>, news: LiveView, room: Room, optional: Optional): Response[] {
  const onError = (_error: unknown, { url }: Request): void => console.error(url);
  // @ts-expect-error
  hub.stream(request, "mews");
  // @ts-expect-error
  hub.stream(request, "news", { keepopen: true });
  // @ts-expect-error
  hub.stream(request, "news", { onError: (_error: unknown, _request: IncomingMessage) => {} });
  // @ts-expect-error
  news.stream(request, 1);
  // @ts-expect-error
  room.stream(request, 1);
  // @ts-expect-error
  room.stream(request, "1", "Ada");
  // @ts-expect-error
  room.stream(request, 1, "Ada", { keepopen: true });
  return [
    hub.stream(request, "news"),
    hub.stream(request, ["news", "room:1"], { refresh: (sse) => sse.patchElements(<p id="x" />), onError }),
    news.stream(request),
    news.stream(request, { keepAlive: 1000, onError }),
    room.stream(request, 1, "Ada"),
    room.stream(request, 1, "Ada", { slowClient: "keepLatest", onError }),
    optional.stream(request, 1),
    optional.stream(request, 1, "Ada", { onError }),
  ];
}

export async function node(
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
  hub: Hub<Topics>,
  news: LiveView,
  room: Room,
): Promise<void> {
  const onError = (_error: unknown, { url }: IncomingMessage | Http2ServerRequest): void => console.error(url);
  await streamTopics(request, response, hub, "news");
  await streamTopics(request, response, hub, ["news", "room:1"], { refresh: () => {}, onError });
  await streamView(request, response, news);
  await streamView(request, response, room, 1, "Ada");
  await streamView(request, response, room, 1, "Ada", { keepAlive: 1000, onError });
  // @ts-expect-error
  await streamTopics(request, response, hub, "mews");
  // @ts-expect-error
  await streamView(request, response, room, 1);
  // @ts-expect-error
  await streamView(request, response, room, "1", "Ada");
}

export async function helpers(sse: ServerSentEventGenerator): Promise<void> {
  await sse.sleep(100);
  const stop: () => void = sse.every(100, () => sse.patchElements(<p id="x" />));
  stop();
  await sse.patchEach([<p id="x" />, Promise.resolve("<p>"), null], { onError: (_error, part) => part.toFixed() });
  await sse.patchEach([<p />], { selector: "#list", mode: "append" });
  // @ts-expect-error
  await sse.patchEach([<p />], { mode: "append" });
  // @ts-expect-error
  await sse.patchEach("<p>");
  // @ts-expect-error
  sse.every(() => {}, 100);
}

export const parts = [
  <Defer id="a" as="tbody" class="busy" placeholder={null} error={(error) => String(error)} src="/a" loading="lazy">
    {(signal) => fetch("/rows", { signal }).then((reply) => reply.text())}
  </Defer>,
  <Defer id="b" placeholder="" error={<p />} data-show={js`true`}>
    {() => [<p />, "text", 1]}
  </Defer>,
  // @ts-expect-error it needs an id
  <Defer placeholder="" error="">
    {() => ""}
  </Defer>,
  // @ts-expect-error one that is there for certain
  <Defer id={undefined} placeholder="" error="">
    {() => ""}
  </Defer>,
  // @ts-expect-error and says what a part shows that has failed
  <Defer id="c" placeholder="">
    {() => ""}
  </Defer>,
  <Defer id="d" placeholder="" error="">
    {/* @ts-expect-error a part is made when it is patched, and not with the page */}
    <p />
  </Defer>,
];

/** What Hono's `serve` returns. */
type ServerType = Server | Http2Server | Http2SecureServer;

export const stopped = (server: ServerType): Promise<void> => shutdown(server);
