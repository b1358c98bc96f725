// The proxies as docs/deployment.md sets them up, with other ports and certificates: what it promises of them holds.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerSentEventGenerator } from "datastar-tsx";
import { readSignals, sendNoContent, stream } from "datastar-tsx/node";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../free-port.js";
import { accepting } from "../support/accepting.js";

const read = (page: string): string => readFileSync(join(import.meta.dirname, "../../docs", page), "utf8");
const page = read("deployment.md");
const [, nginxServer = ""] = /```nginx\n([^]*?)```/.exec(page) ?? [];
const [, caddySite = ""] = /```text\n(# Caddyfile[^]*?)```/.exec(page) ?? [];

const [, upstreams = ""] = /```nginx\n([^]*?)```/.exec(read("scaling-out.md")) ?? [];

interface Proxy {
  readonly name: string;
  /** Writes its settings. @returns the command that starts it */
  readonly set: (folder: string, port: number, upstream: string, before?: string) => readonly [string, ...string[]];
}

const proxies: readonly [Proxy, ...Proxy[]] = [
  {
    name: "nginx",
    set: (folder, port, upstream, before = "") => {
      const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
      const made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=example.com"];
      execFileSync("openssl", ["req", ...made, "-keyout", key, "-out", certificate], { stdio: "ignore" });
      const server = nginxServer
        .replace("listen 443", `listen 127.0.0.1:${port}`)
        .replace("127.0.0.1:3000", upstream)
        .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
        .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`);
      const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder};`,
      );
      const around = `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; events {}`;
      const file = join(folder, "nginx.conf");
      writeFileSync(file, `${around} http { access_log off; ${folders.join(" ")}\n${before}\n${server}}`);
      return ["nginx", "-p", folder, "-c", file];
    },
  },
  {
    name: "Caddy",
    set: (folder, port, upstream) => {
      const file = join(folder, "Caddyfile");
      const around = `admin off\nlocal_certs\nskip_install_trust\nauto_https disable_redirects\nlog {\noutput discard\n}`;
      const site = caddySite.replace("example.com", `example.com:${port}`).replace("127.0.0.1:3000", upstream);
      writeFileSync(file, `{\n${around}\n}\n${site}`);
      return ["caddy", "run", "--adapter", "caddyfile", "--config", file];
    },
  },
];

interface Program {
  readonly port: number;
  readonly streams: ServerSentEventGenerator[];
  stop(): Promise<void>;
}

/** A program with live pages, and requests that change something. */
async function startProgram(port = 0): Promise<Program> {
  const streams: ServerSentEventGenerator[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === "/live") return stream(request, response, (sse) => void streams.push(sse), { keepOpen: true });
    await readSignals(request).then(
      () => sendNoContent(response),
      (error: { readonly status?: number }) => response.writeHead(error.status ?? 500).end(),
    );
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, streams, stop };
}

/** A browser's connection to a proxy that has been started. */
async function connection({ set }: Proxy, upstream: string, before = ""): Promise<ClientHttp2Session> {
  const folder = mkdtempSync(join(tmpdir(), "deployment-"));
  const port = await freePort();
  const [program, ...args] = set(folder, port, upstream, before);
  const proxy = spawn(program, args, {
    stdio: "ignore",
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = once(proxy, "exit");
  onTestFinished(async () => {
    proxy.kill();
    await ended;
    rmSync(folder, { recursive: true });
  });
  await accepting(port, () => expect(proxy.exitCode, `${program} has ended`).toBeNull());
  for (;;) {
    const session = connect(`https://example.com:${port}`, {
      rejectUnauthorized: false,
      lookup: (_host, options, found) =>
        options.all === true ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4),
    });
    onTestFinished(() => session.destroy());
    // Caddy accepts connections before it has its certificate.
    const isOpen = await once(session, "connect").then(
      () => true,
      () => false,
    );
    if (isOpen) return session;
  }
}

/** The text of a response, once it has what is waited for. */
function waits(sent: ClientHttp2Stream): (text: string) => Promise<void> {
  const chunks = sent.setEncoding("utf8")[Symbol.asyncIterator]();
  let received = "";
  return async (text) => {
    while (!received.includes(text)) {
      const { value, done } = await chunks.next();
      if (done === true) throw new Error(`The stream ended after ${received}.`);
      received += String(value);
    }
  };
}

async function status(
  session: ClientHttp2Session,
  headers: { readonly [name: string]: string } = {},
): Promise<unknown> {
  const sent = session.request({ ":path": "/", ":method": "POST", "content-type": "application/json", ...headers });
  sent.end("{}");
  const [answer] = (await once(sent, "response")) as [{ readonly ":status": number }];
  sent.resume();
  return answer[":status"];
}

test.each(proxies)(
  "$name: many live pages share a connection, and each event arrives when it is sent",
  async (proxy) => {
    const { port, streams } = await startProgram();
    const session = await connection(proxy, `127.0.0.1:${port}`);
    const pages = Array.from({ length: 20 }, () => waits(session.request({ ":path": "/live" })));
    // A page is there when its first event is: the proxy may open connections in any order.
    const greeted = new Set<ServerSentEventGenerator>();
    while (greeted.size < pages.length) {
      for (const sse of streams.filter((each) => !greeted.has(each))) {
        greeted.add(sse);
        await sse.patchElements("<p id='a'>hello</p>");
      }
      await new Promise(setImmediate);
    }
    await Promise.all(pages.map((until) => until("hello")));
    for (const sse of streams) await sse.patchElements("<p id='a'>and more</p>");
    await Promise.all(pages.map((until) => until("and more")));
  },
);

test.each(proxies)("$name: the server knows by which name it is called", async (proxy) => {
  const { port } = await startProgram();
  const session = await connection(proxy, `127.0.0.1:${port}`);
  // As on port 443, which is in no name.
  expect(await status(session, { ":authority": "example.com", origin: "https://example.com" })).toBe(204);
  expect(await status(session, { ":authority": "example.com", origin: "https://elsewhere.example" })).toBe(403);
});

test("nginx, before several processes: one that is gone is missed by nobody, and one that is back is asked at once", async () => {
  const [first, second] = [await startProgram(), await startProgram()];
  const servers = upstreams
    .replace("127.0.0.1:3000", `127.0.0.1:${first.port}`)
    .replace("127.0.0.1:3001", `127.0.0.1:${second.port}`);
  const session = await connection(proxies[0], "app", servers);
  const answers = async (): Promise<unknown> => [await status(session), await status(session), await status(session)];
  expect(await answers()).toEqual([204, 204, 204]);
  await first.stop();
  expect(await answers()).toEqual([204, 204, 204]);
  await second.stop();
  expect(await answers()).toEqual([502, 502, 502]);
  await startProgram(first.port);
  expect(await answers()).toEqual([204, 204, 204]);
});
