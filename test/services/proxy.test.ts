// Streams through proxies, as they come: nginx buffers, speaks HTTP/1.0 to servers, and gives up on those that are
// silent; Caddy compresses what is not compressed yet.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloseReason, ServerSentEventGenerator } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { stream, type StreamHandler, type StreamOptions } from "datastar-tsx/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { accepting } from "../support/accepting.js";
import { elementsOf, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { fill } from "../support/fill.js";

const folder = mkdtempSync(join(tmpdir(), "proxy-"));
let server: Server;
let serving: { readonly handler: StreamHandler; readonly options: StreamOptions };

interface Proxy {
  readonly name: string;
  readonly file: string;
  readonly command: readonly string[];
  readonly config: (port: number, upstream: number) => string;
}

const proxies: readonly Proxy[] = [
  ...["1.0", "1.1"].map((version) => ({
    name: `nginx, HTTP/${version} to the server`,
    file: `nginx-${version}.conf`,
    command: ["nginx", "-p", folder, "-c"],
    config: (port: number, upstream: number) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder};
  proxy_temp_path ${folder};
  fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder};
  scgi_temp_path ${folder};
  gzip on;
  server {
    listen 127.0.0.1:${port};
    proxy_read_timeout 1s;
    proxy_http_version ${version};
    proxy_set_header Connection "";
    location / { proxy_pass http://127.0.0.1:${upstream}; }
  }
}`,
  })),
  {
    name: "Caddy",
    file: "Caddyfile",
    command: ["caddy", "run", "--adapter", "caddyfile", "--config"],
    config: (port, upstream) => `
{
  admin off
  auto_https off
  log {
    output discard
  }
}
http://127.0.0.1:${port} {
  encode zstd gzip
  reverse_proxy 127.0.0.1:${upstream} {
    transport http {
      read_timeout 1s
    }
  }
}`,
  },
];

beforeAll(async () => {
  server = createServer((request, response) => void stream(request, response, serving.handler, serving.options)).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe.each(proxies)("$name", ({ file, command: [program = "", ...given], config }) => {
  let proxy: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}/`;
    writeFileSync(join(folder, file), config(port, (server.address() as AddressInfo).port));
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    proxy = spawn(program, [...given, join(folder, file)], { env, stdio: ["ignore", "ignore", "ignore"] });
    await accepting(port);
  });

  afterAll(async () => {
    proxy.kill();
    await once(proxy, "exit");
  });

  const serve = (handler: StreamHandler, options: StreamOptions = {}): string => {
    serving = { handler, options };
    return origin;
  };

  test("each event arrives when it is sent", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const reply = await open(serve((sse) => handed.resolve(sse), { keepOpen: true }));
    const sse = await handed.promise;
    for (let i = 1; i <= 3; i++) {
      await sse.patchElements(`${i}`);
      await reply.events(i);
    }
    await sse.close();
    expect(elementsOf(await reply.text())).toEqual(["1", "2", "3"]);
  });

  test("comments keep a silent stream open for longer than the proxy waits", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const reply = await open(serve((sse) => handed.resolve(sse), { keepOpen: true, keepAlive: 400 }));
    // Eight halves of the interval.
    await reply.until((text) => text.split(":\n\n").length > 8);
    const sse = await handed.promise;
    await sse.patchElements("still here");
    await sse.close();
    expect(elementsOf(await reply.text())).toEqual(["still here"]);
  });

  test("without them the proxy gives up, and the server knows", async () => {
    const closed = deferred<CloseReason>();
    const reply = await open(serve((sse) => sse.onClose(closed.resolve), { keepOpen: true, keepAlive: false }));
    expect(await closed.promise).toBe("disconnected");
    await reply.text().catch(() => {});
  });

  test("a client that leaves the proxy is missed by the server", async () => {
    const closed = deferred<CloseReason>();
    const handed = deferred<ServerSentEventGenerator>();
    const reply = await open(
      serve(
        (sse) => {
          sse.onClose(closed.resolve);
          handed.resolve(sse);
        },
        { keepOpen: true, keepAlive: 400 },
      ),
    );
    await (await handed.promise).patchElements("hello");
    await reply.events(1);
    reply.destroy();
    expect(await closed.promise).toBe("disconnected");
  });

  test("a client behind the proxy that does not read is held back, and gets everything when it reads", async () => {
    const handed = deferred<ServerSentEventGenerator>();
    const reply = await open(
      serve((sse) => handed.resolve(sse), { keepOpen: true, maxQueuedBytes: 100_000_000, keepAlive: 400 }),
    );
    const sse = await handed.promise;
    const sends = fill(sse, 1_000_000, (n) => `${n} `.padEnd(100_000, "x")).length;
    void sse.close();
    expect(elementsOf(await reply.text()).map((text) => Number.parseInt(text ?? "", 10))).toEqual(
      Array.from({ length: sends }, (_, i) => i),
    );
  });

  test("compressed streams pass through", async () => {
    const url = serve((sse) => sse.patchElements("hello"), { compression: compression() });
    const response = await fetch(url, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(elementsOf(await response.text())).toEqual(["hello"]);
  });
});
