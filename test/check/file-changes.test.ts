import { lstatSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FileChanges } from "../../src/check/file-changes.js";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return { ...fs, lstatSync: vi.fn(fs.lstatSync), watch: vi.fn(fs.watch) };
});

const refusal = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });

let folder = "";
let controller = new AbortController();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "changes-")));
  controller = new AbortController();
});

afterEach(() => {
  controller.abort();
  rmSync(folder, { recursive: true });
});

function changesIn(...folders: readonly string[]): FileChanges {
  const changes = new FileChanges((path) => [".ts", ""].includes(extname(path)), controller.signal);
  changes.watch(folders.map((name) => join(folder, name)));
  return changes;
}

const write = (name: string): void => writeFileSync(join(folder, name), "");
const make = (name: string): string | undefined => mkdirSync(join(folder, name), { recursive: true });

test("a file is heard of each time that another one is put in its place", async () => {
  write("a.ts");
  const changes = changesIn(".");
  for (let time = 0; time < 3; time++) {
    write("a.ts.new");
    renameSync(join(folder, "a.ts.new"), join(folder, "a.ts"));
    expect(await changes.next()).toEqual([join(folder, "a.ts")]);
  }
});

test("a folder that comes with files in it, goes, and comes again", async () => {
  make("app");
  const changes = changesIn("app");
  for (let time = 0; time < 2; time++) {
    make("elsewhere/in");
    write("elsewhere/in/a.ts");
    renameSync(join(folder, "elsewhere"), join(folder, "app/new"));
    expect(await changes.next()).toEqual([join(folder, "app/new/in/a.ts")]);
    write("app/new/in/b.ts");
    expect(await changes.next()).toEqual([join(folder, "app/new/in/b.ts")]);
    renameSync(join(folder, "app/new"), join(folder, "elsewhere"));
    expect(await changes.next()).toEqual([join(folder, "app/new"), join(folder, "app/new/in")]);
    rmSync(join(folder, "elsewhere"), { recursive: true });
  }
});

test("several folders, one in another", async () => {
  make("app/pages");
  make("shared");
  const changes = changesIn("app/pages", "shared", "app");
  write("app/pages/a.ts");
  expect(await changes.next()).toEqual([join(folder, "app/pages/a.ts")]);
  write("shared/b.ts");
  expect(await changes.next()).toEqual([join(folder, "shared/b.ts")]);
});

test("packages, hidden folders and other files are not heard of", async () => {
  make("node_modules/of");
  make(".cache");
  const changes = changesIn(".");
  write("node_modules/of/a.ts");
  write(".cache/a.ts");
  write("a.css");
  write("a.ts");
  expect(await changes.next()).toEqual([join(folder, "a.ts")]);
});

test("a folder that is gone is one to tell of, or not", async () => {
  make("dist.d/in.d");
  write("a.ts");
  const changes = changesIn(".");
  rmSync(join(folder, "dist.d"), { recursive: true });
  write("a.ts");
  expect(await changes.next()).toEqual([join(folder, "a.ts")]);
});

test("a folder of somebody else is passed over", async () => {
  make("database");
  make("app");
  const original = vi.mocked(watch).getMockImplementation();
  vi.mocked(watch).mockImplementation((...given) => {
    if (given[0] === join(folder, "database")) throw refusal;
    return original!(...given);
  });
  const changes = changesIn(".");
  vi.mocked(watch).mockImplementation(original!);
  write("app/a.ts");
  expect(await changes.next()).toEqual([join(folder, "app/a.ts")]);
});

test("what cannot be looked at is told of, and no more", async () => {
  const changes = changesIn(".");
  vi.mocked(lstatSync).mockImplementationOnce(() => {
    throw refusal;
  });
  write("a.ts");
  expect(await changes.next()).toEqual([join(folder, "a.ts")]);
  expect(changes.hasNext).toBe(false);
});

test("it ends when its signal says so", async () => {
  const changes = changesIn(".");
  const next = changes.next();
  controller.abort();
  expect([await next, await changes.next(), changes.hasNext]).toEqual([undefined, undefined, true]);
});

test("it has ended when its signal said so before", async () => {
  controller.abort();
  expect(await changesIn(".").next()).toBe(undefined);
});
