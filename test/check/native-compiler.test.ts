import { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { openProject } from "../../src/check/check.js";
import { makeProject } from "./make-project.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the compiler of TypeScript 7 is ended before it is asked to: that, it would complain about on the terminal", async () => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const kill = vi.spyOn(ChildProcess.prototype, "kill");
  (await openProject(project)).close();
  rmSync(project, { recursive: true });
  expect(kill.mock.calls[0]).toEqual(["SIGKILL"]);
});

test.each(["bun", "deno"])("a runtime that cannot ask TypeScript 7 is told what can: %s", async (runtime) => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const versions = { value: { ...process.versions, [runtime]: "1.0.0" } };
  vi.stubGlobal("process", Object.create(process, { versions }));
  await expect(openProject(project)).rejects.toThrow(/can be asked from Node\.js alone.*typescript@6/s);
  rmSync(project, { recursive: true });
});
