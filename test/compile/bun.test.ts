// Builds with Bun, and programs that Bun runs, in a folder where our package is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { application, message, page, refusal, refusalPlace, refused } from "./application.js";
import { installed } from "./installed.js";

let folder = "";
beforeAll(async () => {
  folder = await installed({
    ...application,
    ...refused,
    "build.ts": `import datastar from "datastar-tsx/bun";
      const { success, logs } = await Bun.build({ entrypoints: ["src/main.tsx"], target: "bun", packages: "external", plugins: [datastar()], outdir: "out" });
      if (!success) throw new AggregateError(logs);`,
    "preload.ts": `import { plugin } from "bun";
      import datastar from "datastar-tsx/bun";
      plugin(datastar());`,
    "src/source.tsx": "export const Page = () => <p>{1 + 1}</p>;\nconsole.log(String(Page), String(<Page />));\n",
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const executable = (): string => join(folder, "node_modules", "bun", "bin", "bun.exe");
const bun = (...args: readonly string[]): string =>
  execFileSync(executable(), args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });

test("a build prints the page", () => {
  bun("build.ts");
  expect(bun("out/main.js")).toContain(page);
  expect(readFileSync(join(folder, "out", "main.js"), "utf8")).toContain("datastar-tsx/jsx-runtime/compiled");
}, 60_000);

test("a program that Bun runs is compiled when the plugin is preloaded", () => {
  const printed = bun("--preload=./preload.ts", "src/main.tsx");
  expect(printed).toContain(page);
  expect(printed).toContain(message);
  expect(bun("--preload=./preload.ts", "src/source.tsx")).toContain("_$child(2");
}, 60_000);

test("both refuse data that would become code", () => {
  writeFileSync(
    join(folder, "refused.ts"),
    readFileSync(join(folder, "build.ts"), "utf8").replace("src/main.tsx", "src/refused.tsx"),
  );
  for (const args of [["refused.ts"], ["--preload=./preload.ts", "src/refused.tsx"]]) {
    const { status, stdout, stderr } = spawnSync(executable(), args, { cwd: folder, encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain(refusal);
    expect(stdout + stderr).toMatch(refusalPlace);
  }
}, 60_000);
