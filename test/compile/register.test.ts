// Programs in TSX on plain Node, in a folder where our package is installed.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { application, message, page, place, refusal, refusalPlace, refused } from "./application.js";
import { installed } from "./installed.js";

let folder = "";
beforeAll(async () => {
  folder = await installed({
    ...application,
    ...refused,
    "src/plain.ts":
      'import { one } from "./numbers.mjs";\nconst two: number = one + 1;\nconsole.log(two, import.meta.url.endsWith("plain.ts"));\n',
    "src/numbers.mts": "export const one = 1 as const;\n",
    "src/broken.tsx": "export const a = <p>;\n",
    "src/other.tsx": '/** @jsxImportSource other */\nconsole.log(<p title="a">b</p>);\n',
    "node_modules/other/package.json": '{ "type": "module", "exports": { "./*": "./index.js" } }',
    "node_modules/other/index.js":
      "export const jsx = (type, props) => ({ type, props });\nexport const jsxDEV = jsx;\n",
    "src/mistake.tsx": 'console.log(String(\n  <button data-on:click__onec="a()">b</button>,\n));\n',
  });
  cpSync(fileURLToPath(new URL("../../examples", import.meta.url)), join(folder, "examples"), { recursive: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = ["--import", "datastar-tsx/register"];

describe.each(["production", "development"])("with NODE_ENV=%s", (mode) => {
  const env = { ...process.env, NODE_ENV: mode };
  const run = (file: string): string =>
    execFileSync(process.execPath, [...node, file], {
      cwd: folder,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });

  test("a program runs, types, enums, imports of .js files and all", () => {
    expect(run("src/main.tsx")).toContain(page);
  });

  test("the stack of an error leads to the line of the TSX", () => {
    const printed = run("src/main.tsx");
    expect(printed).toContain(message);
    // The development runtime renders an element once all of it is there, and says so where it begins.
    expect(printed).toMatch(mode === "production" ? place : /src[\/\\]list\.tsx:12:9/);
  });

  test("TypeScript without TSX runs too", () => {
    expect(run("src/plain.ts")).toBe("2 true\n");
  });

  test("what does not parse is shown", () => {
    expect(() => run("src/broken.tsx")).toThrow(/SyntaxError.*broken\.tsx: Unexpected token/);
  });

  test("data that would become code is shown", () => {
    const { stderr } = spawnSync(process.execPath, [...node, "src/refused.tsx"], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    expect(stderr).toContain(refusal);
    expect(stderr).toMatch(refusalPlace);
    expect(stderr).toMatch(/^2 \|   <button data-on:click=\{`/m);
  });

  test("a file for another JSX library goes to that library", () => {
    expect(run("src/other.tsx")).toBe("{ type: 'p', props: { title: 'a', children: 'b' } }\n");
  });

  test("the examples are served", async () => {
    const port = await freePort();
    const server = spawn(process.execPath, [...node, "examples/serve.ts"], {
      cwd: folder,
      env: { ...env, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      await once(server.stdout, "data");
      const get = async (path: string): Promise<string> => (await fetch(`http://localhost:${port}${path}`)).text();
      expect(await get("/")).toMatch(
        /<a href="\/examples\/clock">Clock<\/a><p>The server pushes its time every second.<\/p>/,
      );
      expect(await get("/todo/")).toContain(
        "<div data-signals=\"{draft: '', filter: 'all'}\" data-init=\"@get('feed')\">",
      );
      expect(await get("/counter/")).toMatch(
        /^<!DOCTYPE html><html data-nonce="[^"]+" lang="en"><head><meta charset="utf-8">/,
      );
      expect(await get("/examples/store")).toContain('<span class="token-keyword">import</span>');
    } finally {
      server.kill();
    }
  });
});

test("in development, a mistake is found where it stands; in production, nothing is checked", () => {
  const run = (mode: string): string =>
    execFileSync(process.execPath, [...node, "src/mistake.tsx"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: mode },
      stdio: ["ignore", "pipe", "pipe"],
    });
  expect(() => run("development")).toThrow(
    /data-on has no modifier "onec"; did you mean once\?\n\s+at .*mistake\.tsx:2:3/,
  );
  expect(run("production")).toBe('<button data-on:click__onec="a()">b</button>\n');
});
