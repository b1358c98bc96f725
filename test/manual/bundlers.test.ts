// The settings of bundlers as docs/precompiling.md prints them, each in a folder of its own: what they build runs.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installed } from "../compile/installed.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/precompiling.md"), "utf8");
const settings = (file: string): string => new RegExp(`// ${file}\n([^]*?)\`\`\``).exec(page)?.[1] ?? "";

let folder: string;
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

beforeAll(async () => {
  folder = await installed({
    "app.tsx": `
      import { greeting } from "./greeting.js";
      const name: string = await Promise.resolve("<Ada>");
      console.log(String(<h1 data-on:click={greeting}>Hello, {name}!</h1>));`,
    "greeting.ts": `import { post } from "datastar-tsx"; export const greeting = post("/greet");`,
    "vite.config.ts": settings("vite.config.ts"),
    "rspack.config.js": settings("rspack.config.js"),
    "rspack.js": `
      import { rspack } from "@rspack/core";
      import config from "./rspack.config.js";
      const [mode] = process.argv.slice(2);
      const output = { ...config.output, path: process.cwd() + "/" + mode };
      rspack({ ...config, mode, output, context: process.cwd() }, (error, stats) => {
        if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
      });`,
    "tsconfig.json": `{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "datastar-tsx" } }`,
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const printed = `<h1 data-on:click="@post('/greet')">Hello, &lt;Ada>!</h1>\n`;

test("Vite", () => {
  run("node_modules/vite/bin/vite.js", "build", "--ssr", "app.tsx");
  expect(readFileSync(join(folder, "dist/app.js"), "utf8")).toContain("datastar-tsx/jsx-runtime/compiled");
  expect(run("dist/app.js")).toBe(printed);
});

test.each(["production", "development"])("Rspack, in %s", (mode) => {
  run("rspack.js", mode);
  expect(run(`${mode}/main.mjs`)).toBe(printed);
});
