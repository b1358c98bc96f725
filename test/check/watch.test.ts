import { execFile } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as check from "../../src/check/check.js";
import { watchProject } from "../../src/check/watch.js";
import { deferred } from "../support/deferred.js";
import { makeProject } from "./make-project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = ["--conditions=datastar-tsx:source", "--import", "tsx", join(root, "src/cli/main.ts")];

const right = `import { signals } from "datastar-tsx";

export const counter = signals({ count: 0 });
export const page = <p data-text="$count" />;
`;
const wrong = right.replace('$count"', '$cuont"');
const unknown = "No signal $cuont is declared. Did you mean $count?";

let project = "";
let page = "";

vi.mock("../../src/check/check.js", { spy: true });

beforeEach(() => {
  vi.mocked(check.openProject).mockClear();
  project = makeProject({ "page.tsx": wrong });
  page = join(project, "page.tsx");
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

/** Saves a file in one step, so that nobody reads half of it. */
function save(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Watches a project while a test runs. */
async function watching(watched: string, run: (reported: () => Promise<unknown>) => Promise<void>): Promise<void> {
  let last: unknown;
  let next = deferred<void>();
  const tell = (report: unknown): void => {
    last = report;
    next.resolve();
  };
  const controller = new AbortController();
  const ended = watchProject(
    watched,
    { found: (findings) => tell(findings.map(({ message }) => message)), failed: tell },
    controller.signal,
  );
  await run(async () => {
    await next.promise;
    next = deferred<void>();
    return last;
  });
  controller.abort();
  await ended;
}

test("a project is checked again when a file is saved, and when there is a new one", () =>
  watching(project, async (reported) => {
    expect(await reported()).toEqual([unknown]);
    save(page, right);
    expect(await reported()).toEqual([]);
    save(join(project, "other.tsx"), wrong.replace(/export const counter.*\n/, ""));
    expect(await reported()).toEqual([unknown]);
  }));

test("a file that stands elsewhere is watched, too", async () => {
  const app = join(project, "app");
  mkdirSync(app);
  writeFileSync(join(app, "tsconfig.json"), '{ "extends": "../tsconfig.json", "files": ["../page.tsx"] }');
  await watching(app, async (reported) => {
    expect(await reported()).toEqual([unknown]);
    save(page, right);
    expect(await reported()).toEqual([]);
  });
});

test("settings that do not parse are told of, and looked at again when they are saved", async () => {
  const settings = join(project, "own.json");
  writeFileSync(settings, '{ "extends": "./tsconfig.json" }');
  await watching(settings, async (reported) => {
    expect(await reported()).toEqual([unknown]);
    save(settings, "{ bad");
    expect(await reported()).toEqual(new Error(`${settings}: '}' expected.`));
    save(settings, '{ "extends": "./tsconfig.json", "files": [] }');
    expect(await reported()).toEqual(new Error(`${settings} has no files, and refers to no project that has some.`));
    save(settings, '{ "extends": "./tsconfig.json" }');
    expect(await reported()).toEqual([unknown]);
  });
});

test("a folder may be called much like that of packages", async () => {
  const named = join(project, "node_modules_demo");
  mkdirSync(named);
  renameSync(page, join(named, "page.tsx"));
  await watching(project, async (reported) => {
    expect(await reported()).toEqual([unknown]);
    save(join(named, "page.tsx"), right);
    expect(await reported()).toEqual([]);
  });
});

test("types that tsc writes are none of the project, and those that somebody writes are", async () => {
  const open = vi.mocked(check.openProject);
  const own = join(project, "own.json");
  writeFileSync(own, '{ "extends": "./tsconfig.json", "exclude": ["dist"] }');
  mkdirSync(join(project, "dist"));
  await watching(own, async (reported) => {
    expect(await reported()).toEqual([unknown]);
    save(join(project, "dist/page.d.ts"), "export {};");
    save(join(project, "page.d.ts"), "export {};");
    rmSync(join(project, "dist"), { recursive: true });
    save(page, right);
    expect(await reported()).toEqual([]);
    expect(open).toHaveBeenCalledTimes(1);
    // A new one, which is saved again.
    for (const times of [2, 3]) {
      save(join(project, "names.d.ts"), "declare const names: string[];");
      await reported();
      expect(open).toHaveBeenCalledTimes(times);
    }
  });
});

test("modules of JavaScript are watched where the project has some", async () => {
  save(
    join(project, "checked.json"),
    '{ "extends": "./tsconfig.json", "compilerOptions": { "checkJs": true, "noEmit": true } }',
  );
  save(page, right);
  save(join(project, "other.jsx"), "export const other = <p data-text='$count' />;\n");
  await watching(join(project, "checked.json"), async (reported) => {
    expect(await reported()).toEqual([]);
    save(join(project, "other.jsx"), "export const other = <p data-text='$cuont' />;\n");
    expect(await reported()).toEqual([unknown]);
  });
});

test("a project that cannot be checked the first time ends it, and nothing keeps the process alive", async () => {
  rmSync(join(project, "node_modules/datastar-tsx"));
  const args = [...command, "check", "--watch", "-p", project];
  const ended = promisify(execFile)(process.execPath, args, { cwd: root, timeout: 100_000 });
  await expect(ended).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("page.tsx cannot import datastar-tsx: install it"),
  });
}, 120_000);
