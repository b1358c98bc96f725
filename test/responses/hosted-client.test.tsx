// The Datastar client from one's own server: what answers the requests for it, and what pages load.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { clientResponse, configureClient, DatastarScript, hostClient, type HostedClient } from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import * as node from "datastar-tsx/node";
import { afterEach, describe, expect, test as base, vi } from "vitest";
import { checkReleased, useClient } from "../../src/base/configure-client.js";

afterEach(() => configureClient());

const content = `// Datastar v1.0.4\n${"export const signal = 1;\n".repeat(200)}//# sourceMappingURL=datastar.js.map\n`;
const bytes = new TextEncoder().encode(content);
const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;

const ask = (client: HostedClient, path: string, init?: RequestInit): Response | undefined =>
  clientResponse(new Request(`http://localhost${path}`, init), client);

const test = base
  .extend("folder", async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-host-"));
    onCleanup(() => rm(folder, { recursive: true }));
    return folder;
  })
  .extend("file", async ({ folder }) => {
    const file = join(folder, "datastar.js");
    await writeFile(file, content);
    return file;
  });

describe("pages", () => {
  test("load it from here from then on, with its hash", async () => {
    const client = await hostClient(bytes);
    expect(client).toMatchObject({ src: expect.stringMatching(/^\/datastar-[\da-f]{16}\.js$/), version: "1.0.4" });
    expect(String(<DatastarScript nonce="r4nd0m" />)).toBe(
      `<script type="module" src="${client.src}" nonce="r4nd0m" integrity="${client.integrity}"></script>`,
    );
  });

  test("load another one where they say so", async () => {
    await hostClient(bytes);
    expect(String(<DatastarScript version="1.0.2" />)).toContain("datastar@v1.0.2");
    expect(String(<DatastarScript src="/mine.js" />)).toBe('<script type="module" src="/mine.js"></script>');
  });

  test("configureClient names a client that something else serves", () => {
    configureClient({ src: "https://assets.example/datastar.js", integrity: "sha384-abc" });
    expect(String(<DatastarScript />)).toBe(
      '<script type="module" src="https://assets.example/datastar.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
    );
    configureClient({ version: "1.0.2" });
    expect(String(<DatastarScript />)).toContain('datastar@v1.0.2/bundles/datastar.js" integrity="sha384-Sny');
    expect(() => configureClient({ src: "javascript:alert(1)" })).toThrow(TypeError);
  });
});

describe("a request", () => {
  test("for the path with the hash: the file, to keep for ever", async () => {
    const client = await hostClient(bytes);
    const response = ask(client, client.src);
    expect(response?.status).toBe(200);
    expect(Object.fromEntries(response?.headers ?? [])).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-length": String(bytes.length),
      "content-type": "text/javascript; charset=utf-8",
      etag: `"${/[\da-f]{16}/.exec(client.src)?.[0]}"`,
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    expect(await response?.text()).toBe(content);
  });

  test("for the path without it: the file as it is now", async () => {
    const client = await hostClient(bytes, { path: "/assets/client.js" });
    expect(client.src).toMatch(/^\/assets\/client-[\da-f]{16}\.js$/);
    const response = ask(client, "/assets/client.js?v=1");
    expect([response?.status, response?.headers.get("cache-control")]).toEqual([200, "no-cache"]);
  });

  test("for another hash: 404, which no cache keeps", async () => {
    const client = await hostClient(bytes);
    const response = ask(client, "/datastar-0123456789abcdef.js");
    expect([response?.status, response?.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });

  test.for([
    "/",
    "/datastar",
    "/datastar.css",
    "/datastar-demo.js",
    "/other/datastar.js",
    "/datastar.js/x",
    "/datastar.js.map",
  ])("for something else: none, %s", async (path) => expect(ask(await hostClient(bytes), path)).toBeUndefined());

  test("HEAD gets the headers; other methods are not allowed", async () => {
    const client = await hostClient(bytes);
    const head = ask(client, client.src, { method: "HEAD" });
    expect([head?.status, head?.headers.get("content-length"), await head?.text()]).toEqual([
      200,
      String(bytes.length),
      "",
    ]);
    const post = ask(client, client.src, { method: "POST" });
    expect([post?.status, post?.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("for the source map", async () => {
    const client = await hostClient(bytes, { path: "/js/client.js", sourceMap: new TextEncoder().encode("{}") });
    const map = ask(client, "/js/datastar.js.map");
    expect([map?.headers.get("content-type"), await map?.text()]).toEqual(["application/json", "{}"]);
  });

  test.for([
    ["the same", (tag: string) => tag, 304],
    ["one of several, weak", (tag: string) => `"a", W/${tag}`, 304],
    ["any", () => "*", 304],
    ["another", () => '"a"', 200],
  ] as const)("with an entity tag: %s", async ([, header, status]) => {
    const client = await hostClient(bytes);
    const tag = ask(client, client.src)?.headers.get("etag") ?? "";
    const response = ask(client, client.src, { headers: { "if-none-match": header(tag) } });
    expect([response?.status, response?.headers.get("etag"), response?.headers.get("content-type")]).toEqual([
      status,
      tag,
      status === 304 ? null : "text/javascript; charset=utf-8",
    ]);
  });
});

describe("compression", () => {
  const hosted = () => hostClient(bytes, { compression: compression({ zstd: false, minimum: 0 }) });

  test.for([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1, br;q=0.5", "gzip"],
    ["br;q=0, *", "gzip"],
    ["br;q=0, gzip;q=0", null],
    ["identity, br;q=0.5", null],
    ["deflate", null],
    ["", null],
  ] as const)("Accept-Encoding: %s: %s", async ([accepted, encoding]) => {
    const client = await hosted();
    const response = ask(client, client.src, { headers: { "accept-encoding": accepted } });
    expect(response?.headers.get("content-encoding")).toBe(encoding);
    const body = Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer());
    expect(body.length).toBe(Number(response?.headers.get("content-length")));
    expect(String(encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body)).toBe(
      content,
    );
  });

  test("each encoding has a tag of its own", async () => {
    const client = await hosted();
    const tags = ["br", "gzip", ""].map((encoding) =>
      ask(client, client.src, { headers: { "accept-encoding": encoding } })?.headers.get("etag"),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

describe("a file", () => {
  test("is read, with the map beside it, and compressed", async ({ file }) => {
    await writeFile(`${file}.map`, '{"version":3}');
    const client = await node.hostClient(file);
    const headers = { "accept-encoding": "br" };
    expect(ask(client, client.src, { headers })?.headers.get("content-encoding")).toBe("br");
    expect(await ask(client, "/datastar.js.map")?.text()).toBe('{"version":3}');
    const plain = await node.hostClient(file, { compression: false });
    expect(ask(plain, plain.src, { headers })?.headers.get("content-encoding")).toBeNull();
  });

  test("that is missing: the error says how to get it", async ({ folder }) => {
    const file = join(folder, "none.js");
    await expect(node.hostClient(file)).rejects.toThrow(
      `There is no file ${file}: \`npx datastar-tsx client --out <folder>\` fetches it`,
    );
    await expect(node.hostClient(folder)).rejects.toThrow(`${folder} cannot be read: `);
  });

  test("that is missing: pages load the CDN's if they may, which is said", async ({ folder }) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    try {
      const client = await node.hostClient(join(folder, "none.js"), { ifMissing: "cdn" });
      expect(String(<DatastarScript />)).toContain("cdn.jsdelivr.net");
      expect(ask(client, "/datastar.js")).toBeUndefined();
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        expect.stringContaining("pages load the Datastar client from the CDN"),
      );
    } finally {
      warn.mockRestore();
    }
  });

  test("that is missing: the CDN's is of the version that was configured", async ({ folder }) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    try {
      configureClient({ version: "1.0.2" });
      await node.hostClient(join(folder, "none.js"), { ifMissing: "cdn" });
      expect(String(<DatastarScript />)).toContain('datastar@v1.0.2/bundles/datastar.js" integrity="sha384-Sny');
    } finally {
      warn.mockRestore();
    }
  });

  test.for([
    ["a page", "<!DOCTYPE html>", 'begins with "<!DOCTYPE html>"'],
    ["nothing", "\n", "is empty"],
  ] as const)("that is no script, but %s", async ([, text, says], { file }) => {
    await writeFile(file, text);
    await expect(node.hostClient(file)).rejects.toThrow(says);
  });
});

describe("options", () => {
  test.for(["datastar.js", "//cdn/datastar.js", "/a?b.js", "/.js", "/datastar", "/a b.js", "/a/../b\\c.js"])(
    "a path that is none: %s",
    (path) => expect(hostClient(bytes, { path })).rejects.toThrow('must begin with "/" and end in ".js"'),
  );

  test("that do not exist", async () => {
    await expect(hostClient(bytes, { pth: "/a.js" } as object)).rejects.toThrow('hostClient has no option "pth"');
    await expect(node.hostClient(bytes, { ifMissing: "none" } as object)).rejects.toThrow('ifMissing can be "cdn"');
  });

  test("the version is that of the hash, or of the first line", async () => {
    expect((await hostClient(new TextEncoder().encode("// Datastar v1.0.0-RC.7\n"))).version).toBe("1.0.0-RC.7");
    expect((await hostClient(new TextEncoder().encode("// Datastar v1.0.4 + Rocket beta.2\n"))).version).toBe("1.0.4");
    expect((await hostClient(new TextEncoder().encode("// Mine\n"))).version).toBe("1.0.4");
  });
});

// The released files are not at hand here: a hash that is known stands for one.
describe("a released client that is not the configured one", () => {
  afterEach(() => useClient({}));

  test.for([
    [{ rocket: true }, "datastar.js", '{ alias: "", rocket: false }', '{ alias: "", rocket: true }'],
    [{ alias: "star" }, "datastar.js", '{ alias: "", rocket: false }', '{ alias: "star", rocket: false }'],
    [{ alias: "ds" }, "datastar-aliased.js", '{ alias: "star", rocket: false }', '{ alias: "ds", rocket: false }'],
    [{}, "datastar-rocket.js", '{ alias: "", rocket: true }', '{ alias: "", rocket: false }'],
  ] as const)("%j: %s is refused", ([options, file, built, configured]) => {
    useClient(options);
    expect(() => checkReleased(file)).toThrow(
      `The file is ${file} as it was released, a client with ${built}, and the program is configured for one with ` +
        `${configured}. Host that one (npx datastar-tsx client --help says how to fetch it), or call ` +
        `configureClient(${built}) before.`,
    );
  });

  test.for([
    [{}, "datastar.js"],
    [{ rocket: true }, "datastar-rocket.js"],
    [{ alias: "star" }, "datastar-aliased.js"],
  ] as const)("%j: %s is taken", ([options, file]) => {
    useClient(options);
    expect(() => checkReleased(file)).not.toThrow();
  });
});

test("on node:http, behind a router that shortens the path as well", async ({ file }) => {
  const client = await node.hostClient(file);
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/mounted")) {
      Object.assign(request, { originalUrl: request.url.slice("/mounted".length), url: "/" });
    }
    if (!node.sendClient(response, client)) response.end("else");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const got = await fetch(`${url}${client.src}?x`, { headers: { "accept-encoding": "gzip, br" } });
    expect([got.status, got.headers.get("content-encoding"), await got.text()]).toEqual([200, "br", content]);
    expect(await (await fetch(`${url}/mounted${client.src}`)).text()).toBe(content);
    const tag = got.headers.get("etag") ?? "";
    expect(
      (
        await fetch(`${url}${client.src}`, {
          headers: { "if-none-match": tag, "accept-encoding": "br" },
        })
      ).status,
    ).toBe(304);
    const head = await fetch(`${url}${client.src}`, { method: "HEAD", headers: { "accept-encoding": "identity" } });
    expect([head.headers.get("content-length"), await head.text()]).toEqual([String(bytes.length), ""]);
    expect((await fetch(`${url}/datastar-0123456789abcdef.js`)).status).toBe(404);
    expect(await (await fetch(`${url}/`)).text()).toBe("else");
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("what is served is what the hash says", async () => {
  expect(await hostClient(bytes)).toMatchObject({ integrity });
});
