import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cachePath, type ClientSources, findClient } from "./browser/client.js";

const client = "// a client";
const sha256 = createHash("sha256").update(client).digest("hex");

let folder: string;
let downloads: number;
let answer: { status: number; body: string };
let sources: Required<Pick<ClientSources, "env" | "url" | "sha256">>;
let close: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "datastar-tsx-client-"));
  downloads = 0;
  answer = { status: 200, body: client };
  const server = createServer((_request, response) => {
    downloads++;
    response.writeHead(answer.status).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => void server.close();
  sources = { env: { XDG_CACHE_HOME: folder }, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sha256 };
});

afterEach(async () => {
  close();
  await rm(folder, { recursive: true });
});

const find = async (more: ClientSources = {}): Promise<string> => String(await findClient({ ...sources, ...more }));

async function keep(text: string): Promise<void> {
  await mkdir(dirname(cachePath(sources.env)), { recursive: true });
  await writeFile(cachePath(sources.env), text);
}

test("the file that DATASTAR_BUNDLE names is taken as it is", async () => {
  const bundle = join(folder, "mine.js");
  await writeFile(bundle, "// mine");
  expect(await find({ env: { ...sources.env, DATASTAR_BUNDLE: bundle } })).toBe("// mine");
  expect(downloads).toBe(0);
});

test("a DATASTAR_BUNDLE that cannot be read is an error", async () => {
  const bundle = join(folder, "none.js");
  await expect(find({ env: { DATASTAR_BUNDLE: bundle } })).rejects.toThrow(`DATASTAR_BUNDLE names ${bundle}, which cannot be read: ENOENT`);
});

test("else it is downloaded, once", async () => {
  expect(await find()).toBe(client);
  expect(await readFile(cachePath(sources.env), "utf8")).toBe(client);
  expect(await find()).toBe(client);
  expect(downloads).toBe(1);
});

test("a cached file with another hash is replaced", async () => {
  await keep("// forged");
  expect(await find()).toBe(client);
  expect(await readFile(cachePath(sources.env), "utf8")).toBe(client);
});

test("a download with another hash is refused, and not kept", async () => {
  answer = { status: 200, body: "// forged" };
  await expect(find()).rejects.toThrow(/could not be taken: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\. Set DATASTAR_BUNDLE to the path of a copy, or put one at /);
  await expect(readFile(cachePath(sources.env))).rejects.toThrow("ENOENT");
});

test("when none can be had, the error says how to get one, and what is wrong with the one that is there", async () => {
  answer = { status: 503, body: "" };
  await expect(find()).rejects.toThrow(`could not be taken: the server answered 503. Set DATASTAR_BUNDLE to the path of a copy, or put one at ${cachePath(sources.env)}.`);
  await keep("// forged");
  await expect(find()).rejects.toThrow(`The file ${cachePath(sources.env)} is another one: its SHA-256 is `);
});

test("a cache that cannot be written only costs the next download", async () => {
  const env = { XDG_CACHE_HOME: join(folder, "file") };
  await writeFile(env.XDG_CACHE_HOME, "");
  expect(await find({ env })).toBe(client);
  expect(await find({ env })).toBe(client);
  expect(downloads).toBe(2);
});
