import { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { openProject } from "../../src/check/check.js";
import { makeProject } from "./make-project.js";

test("the compiler of TypeScript 7 is ended before it is asked to: that, it would complain about on the terminal", async () => {
  const project = makeProject({ "index.ts": "export {};\n" });
  const kill = vi.spyOn(ChildProcess.prototype, "kill");
  (await openProject(project)).close();
  rmSync(project, { recursive: true });
  expect(kill.mock.calls[0]).toEqual(["SIGKILL"]);
});
