import { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openProject, openProjects } from "../../src/check/check.js";
import { openProgram } from "../../src/check/compilers/open-program.js";
import { makeProject } from "./make-project.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.restoreAllMocks();
});

test("the compiler of TypeScript 7 is ended before it is asked to: that, it would complain about on the terminal", async () => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const kill = vi.spyOn(ChildProcess.prototype, "kill");
  (await openProject(project)).close();
  rmSync(project, { recursive: true });
  expect(kill.mock.calls[0]).toEqual(["SIGKILL"]);
});

const solution = (...paths: readonly string[]) =>
  JSON.stringify({ files: [], references: paths.map((path) => ({ path })) });

test.each([
  ["is not there", "gone", 'its "references" name {}/gone, where there is no project', 2],
  ["has no settings", "empty", 'its "references" name {}/empty, where there is no project', 2],
  ["does not parse", "broken", "{}/broken/tsconfig.json: ", 3],
] as const)("where a reference %s, all compilers are ended", async (_, path, message, compilers) => {
  const project = makeProject({
    "tsconfig.json": solution("app", path),
    "app/tsconfig.json": "{}",
    "app/index.ts": "export {};\n",
    "empty/readme.md": "",
    "broken/tsconfig.json": "{ bad",
  });
  const kill = vi.spyOn(ChildProcess.prototype, "kill");
  await expect(openProject(project)).rejects.toThrow(message.replace("{}", project));
  rmSync(project, { recursive: true });
  expect(new Set(kill.mock.contexts).size).toBe(compilers);
});

test("a project that TypeScript 7 does not open leaves no compiler", async () => {
  const project = makeProject({});
  const kill = vi.spyOn(ChildProcess.prototype, "kill");
  const gone = join(project, "gone.json");
  await expect(openProgram(gone, () => undefined)).rejects.toThrow(
    `${gone}: TypeScript does not open it: is it settings that can be read?`,
  );
  rmSync(project, { recursive: true });
  expect(kill).toHaveBeenCalledWith("SIGKILL");
});

test("a project that is opened by itself is open where others that refer to it cannot be", async () => {
  const project = makeProject({
    "tsconfig.json": solution("app", "gone"),
    "app/tsconfig.json": "{}",
    "app/index.ts": "export {};\n",
  });
  const told: unknown[] = [];
  const checker = await openProjects(
    [join(project, "tsconfig.json"), join(project, "app/tsconfig.json")],
    (error) => void told.push(error),
  );
  checker.close();
  rmSync(project, { recursive: true });
  expect([told.length, checker.files]).toEqual([1, [join(project, "app/index.ts")]]);
});

test.each(["bun", "deno"])("a runtime that cannot ask TypeScript 7 is told what can: %s", async (runtime) => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const versions = { value: { ...process.versions, [runtime]: "1.0.0" } };
  vi.stubGlobal("process", Object.create(process, { versions }));
  await expect(openProject(project)).rejects.toThrow(/can be asked from Node\.js alone.*typescript@6/s);
  rmSync(project, { recursive: true });
});

test("a compiler that has ended by itself can be closed", async () => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const spawn = vi.spyOn(ChildProcess.prototype as unknown as { spawn(): void }, "spawn");
  const checker = await openProject(project);
  const [child] = spawn.mock.contexts as unknown as readonly ChildProcess[];
  if (child === undefined) throw new Error("No compiler was started.");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(() => checker.close()).not.toThrow();
  rmSync(project, { recursive: true });
});
