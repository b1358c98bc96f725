import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test as base, vi } from "vitest";
import { cachePath, type ClientSources, findClient } from "./browser/client.js";

const client = "// The client.";
const integrity = `sha384-${createHash("sha384").update(client).digest("base64")}`;

/** A server with the client, a folder for the cache, and `find` to look for the client there. */
const test = base
  .extend("folder", async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-client-"));
    onCleanup(() => rm(folder, { recursive: true }));
    return folder;
  })
  .extend("server", async ({}, { onCleanup }) => {
    const answers = vi.fn((path: string): string | undefined => (path === "/datastar.js" ? client : undefined));
    const server = createServer((request, response) => {
      if (request.url === "/slow") return;
      const body = answers(request.url ?? "");
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onCleanup(() => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections())));
    return { answers, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/datastar.js` };
  })
  .extend("find", ({ folder, server }) => async (sources: ClientSources = {}) => {
    const env = { XDG_CACHE_HOME: folder, ...sources.env };
    return String(await findClient({ url: server.url, integrity, ...sources, env }));
  });

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

test("the cache is in the user's cache directory", ({ folder }) => {
  expect(cachePath({ XDG_CACHE_HOME: folder })).toBe(join(folder, "datastar-tsx", "datastar-1.0.4.js"));
  expect(cachePath({})).toMatch(/\.cache.datastar-tsx.datastar-1\.0\.4\.js$/);
  expect(cachePath({}, "datastar-rocket.js")).toMatch(/\.cache.datastar-tsx.datastar-rocket-1\.0\.4\.js$/);
});

test("the version can be chosen among those that are known", () => {
  expect(cachePath({ DATASTAR_VERSION: "1.0.2" })).toMatch(/datastar-1\.0\.2\.js$/);
  expect(() => cachePath({ DATASTAR_VERSION: "1.0.3" })).toThrow("the tests know 1.0.2 and 1.0.4.");
});

test("the client is downloaded once, and kept", async ({ find, folder, server }) => {
  expect([await find(), await find()]).toEqual([client, client]);
  expect(server.answers).toHaveBeenCalledTimes(1);
  expect(await readFile(cachePath({ XDG_CACHE_HOME: folder }), "utf8")).toBe(client);
});

test("DATASTAR_BUNDLE is taken as it is", async ({ find, folder, server }) => {
  const bundle = join(folder, "mine.js");
  await put(bundle, "// My own.");
  expect(await find({ env: { DATASTAR_BUNDLE: bundle } })).toBe("// My own.");
  expect(server.answers).not.toHaveBeenCalled();
});

test("DATASTAR_BUNDLE must be there", async ({ find }) => {
  await expect(find({ env: { DATASTAR_BUNDLE: "/nowhere/datastar.js" } })).rejects.toThrow(
    "DATASTAR_BUNDLE names /nowhere/datastar.js, which cannot be read: ENOENT",
  );
});

test("a file of another hash in the cache is replaced", async ({ find, folder }) => {
  const cached = cachePath({ XDG_CACHE_HOME: folder });
  await put(cached, "// Half the cl");
  expect(await find()).toBe(client);
  expect(await readFile(cached, "utf8")).toBe(client);
});

test("a cache that cannot be written is no obstacle", async ({ find, folder, onTestFinished }) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  await put(join(folder, "datastar-tsx"), "A file where the folder should be.");
  expect(await find()).toBe(client);
  expect(warn).toHaveBeenCalledOnce();
});

test("a download of another hash is refused, and not kept", async ({ find, folder }) => {
  await expect(find({ integrity: "sha384-0000" })).rejects.toThrow(`its hash is ${integrity}, not sha384-0000`);
  await expect(readFile(cachePath({ XDG_CACHE_HOME: folder }))).rejects.toThrow("ENOENT");
});

test.for<[string, string, string]>([
  ["an answer that is none", "/missing.js", "the server answered 404"],
  ["an answer that takes too long", "/slow", "timeout"],
])("%s: the error says how to get the client", async ([, path, reason], { find, folder, server }) => {
  const looking = find({ url: new URL(path, server.url).href, timeout: 100 });
  await expect(looking).rejects.toThrow(reason);
  await expect(looking).rejects.toThrow(
    `Put a copy at ${cachePath({ XDG_CACHE_HOME: folder })}, or set DATASTAR_BUNDLE to the path of one.`,
  );
});

test("no network: the error says what was in the cache", async ({ find, folder }) => {
  await put(cachePath({ XDG_CACHE_HOME: folder }), "// Another version.");
  await expect(find({ url: "http://127.0.0.1:1/" })).rejects.toThrow(
    /datastar-1\.0\.4\.js is another one: its hash is .* could not be taken: fetch failed/,
  );
});
