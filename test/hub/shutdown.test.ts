import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import * as http2 from "node:http2";
import * as https from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import * as web from "datastar-tsx";
import { createHub, shutdown } from "datastar-tsx/hub";
import { sendPage, stream } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { webListener } from "../support/web-adapter.js";

/** A server by itself, which the test shuts down. */
async function serving(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

// Longer than a test may take.
const unhurried = { timeout: 600_000 };

test("no connections are accepted, requests are answered, clients are sent away", async () => {
  const hub = createHub();
  const [begun, data] = [deferred(), deferred()];
  const { server, url } = await serving((request, response) => {
    if (request.url === "/feed") return stream(request, response, (sse) => void hub.subscribe("a", sse));
    begun.resolve();
    return data.promise.then(() => response.end("done"));
  });
  const feed = await open(`${url}/feed`);
  const answer = open(`${url}/`);
  await begun.promise;

  const done = shutdown(server, { hubs: [hub] });
  await expect(feed.text()).rejects.toThrow("broke off");
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  data.resolve();
  expect(await (await answer).text()).toBe("done");
  await done;
});

test("what is not done within the timeout is broken off", async () => {
  const { server, url } = await serving((request, response) =>
    stream(request, response, (sse) => sse.sleep(60_000), { keepOpen: true }),
  );
  const feed = await open(url);
  await shutdown(server, { timeout: 50 });
  await expect(feed.text()).rejects.toThrow("broke off");
});

const keepsOpen: RequestListener = (request, response) => void stream(request, response, () => {}, { keepOpen: true });
const subscribes: RequestListener = (request, response) =>
  void stream(request, response, (sse) => void createHub().subscribe("a", sse));
const asWebResponse = webListener((request) => web.stream(request, () => {}, { keepOpen: true }), "cancel");

test.each([
  ["that is kept open", keepsOpen],
  ["of a hub that nobody has named", subscribes],
  ["that is kept open, as a web response", asWebResponse],
])("a stream %s does not hold it up: its client is told to come back", async (_, listener) => {
  const { server, url } = await serving(listener);
  const feed = await open(url);
  await shutdown(server, unhurried);
  await expect(feed.text()).rejects.toThrow(/broke off after "(?::\\n\\n)?retry: 63\\n\\n"/);
});

test("nor does one that is kept open only later", async () => {
  const [begun, go] = [deferred(), deferred()];
  const { server, url } = await serving((request, response) => {
    const handler = async (): Promise<void> => {
      begun.resolve();
      await go.promise;
    };
    return stream(request, response, handler, { keepOpen: true });
  });
  const feed = await open(url);
  await begun.promise;
  const done = shutdown(server, unhurried);
  go.resolve();
  await done;
  await expect(feed.text()).rejects.toThrow("retry: 63");
});

test("a handler that still runs is waited for", async () => {
  const [begun, go] = [deferred(), deferred()];
  const { server, url } = await serving((request, response) =>
    stream(request, response, async (sse) => {
      begun.resolve();
      await go.promise;
      await sse.patchElements("done");
    }),
  );
  const reply = await open(url);
  await begun.promise;
  const done = shutdown(server, unhurried);
  go.resolve();
  expect(await reply.text()).toContain("done");
  await done;
});

test("a connection on which the last answer has been given is not kept for more", async () => {
  const data = deferred();
  const { server, url } = await serving(async (request, response) => {
    if (request.url === "/page") await data.promise.then(() => sendPage(response, "a page"));
    else await stream(request, response, (sse) => sse.patchSignals({ at: "once" }).then(() => data.promise));
  });
  server.keepAliveTimeout = unhurried.timeout;
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const feed = await open(`${url}/feed`, { agent });
  await feed.events(1);
  const begun = once(server, "request");
  const page = open(`${url}/page`, { agent });
  await begun;

  const done = shutdown(server, unhurried);
  data.resolve();
  expect(await (await page).text()).toContain("a page");
  await feed.text();
  await done;
});

test("a hub that cannot be closed is reported, and holds nothing up", async () => {
  const failure = new Error("the broker is gone");
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const hubs = [
    { close: () => Promise.reject(failure) },
    {
      close: () => {
        throw failure;
      },
    },
  ];
  const { server, url } = await serving((request, response) =>
    stream(request, response, (sse) => sse.patchSignals({ ready: true }), { keepOpen: true }),
  );
  const reply = await open(url);
  await reply.events(1);
  await shutdown(server, { hubs, comeBackWithin: 0 });
  // Never 0, which a client would double for ever: it would ask without a pause.
  await expect(reply.text()).rejects.toThrow(/broke off after ".*retry: 1\\n\\n"/);
  expect(logged.mock.calls).toEqual([[failure], [failure]]);
});

test("streams of another server are left alone", async () => {
  const [one, other] = [await serving(keepsOpen), await serving(keepsOpen)];
  const [, feed] = [await open(one.url), await open(other.url)];
  await shutdown(one.server, unhurried);
  let isOver = false;
  void feed.text().catch(() => (isOver = true));
  expect((await open(other.url)).status).toBe(200);
  expect(isOver).toBe(false);
});

test("a server of HTTP/2: streams are sent away, and sessions closed, also those that only showed a page", async () => {
  const server = http2.createServer((request, response) =>
    request.url === "/feed"
      ? stream(request, response, () => {}, { keepOpen: true })
      : sendPage(response, "<html></html>"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const connect = (): http2.ClientHttp2Session =>
    http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).on("error", () => {});
  const [reader, visitor] = [connect(), connect()];
  const feed = reader.request({ ":path": "/feed" }).setEncoding("utf8");
  const page = visitor.request({ ":path": "/" }).resume();
  await Promise.all([once(feed, "response"), once(page, "end")]);
  let text = "";
  feed.on("data", (chunk: string) => (text += chunk));
  const broken = once(feed, "error");
  const closed = Promise.all([once(reader, "close"), once(visitor, "close")]);
  await shutdown(server, unhurried);
  expect(String((await broken)[0])).toContain("NGHTTP2_INTERNAL_ERROR");
  expect(text).toBe("retry: 63\n\n");
  await closed;
});

test("a session of HTTP/2 in which something is under way is broken off when the time is over", async () => {
  const server = http2.createServer((request, response) => stream(request, response, (sse) => sse.sleep(600_000)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const session = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).on("error", () => {});
  const feed = session.request({ ":path": "/" }).on("error", () => {});
  await once(feed, "response");
  const closed = once(session, "close");
  await shutdown(server, { timeout: 50 });
  await closed;
  expect(feed.rstCode).not.toBe(http2.constants.NGHTTP2_NO_ERROR);
});

describe("HTTP/1 on a server of HTTP/2", () => {
  /** Opens two requests, each on a connection that it would keep, and returns when both have an answer that goes on. */
  async function underWay(end: Promise<unknown>): Promise<{ server: http2.Http2SecureServer; both: Promise<unknown> }> {
    // With a key that both sides know, TLS needs no certificate.
    const psk = Buffer.alloc(16, 1);
    const tls = { ciphers: "PSK", maxVersion: "TLSv1.2" } as const;
    const server = http2.createSecureServer(
      { ...tls, allowHTTP1: true, pskCallback: () => psk },
      (request, response) => void stream(request, response, (sse) => sse.patchSignals({ at: "once" }).then(() => end)),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const agent = new https.Agent({
      keepAlive: true,
      ...tls,
      pskCallback: () => ({ psk, identity: "test" }),
      checkServerIdentity: () => undefined,
    });
    onTestFinished(() => agent.destroy());
    const { port } = server.address() as AddressInfo;
    const streams = [1, 2].map(async () => {
      const [response] = (await once(https.get({ host: "127.0.0.1", port, agent }), "response")) as [IncomingMessage];
      await once(response, "readable");
      return response;
    });
    const ends = (await Promise.all(streams)).map((response) => text(response));
    return { server, both: Promise.allSettled(ends).then((all) => all.map(({ status }) => status)) };
  }

  test("is not kept for more once its last answer is given", async () => {
    const end = deferred();
    const { server, both } = await underWay(end.promise);
    const done = shutdown(server, unhurried);
    end.resolve();
    expect(await both).toEqual(["fulfilled", "fulfilled"]);
    await done;
  });

  test("is broken off when the time is over", async () => {
    const { server, both } = await underWay(new Promise(() => {}));
    const closed = once(server, "close");
    await shutdown(server, { timeout: 20 });
    expect(await both).toEqual(["rejected", "rejected"]);
    await closed;
  });
});
