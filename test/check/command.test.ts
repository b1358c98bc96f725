import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { makeProject } from "./make-project.js";

const wrong = `import { signals } from "datastar-tsx";

export const counter = signals({ count: 0 });
export const page = (
  <p
    data-text="$cuont"
  />
);
`;
const right = wrong.replace("$cuont", "$count");

let project = "";
let page = "";
let shown = "";

beforeEach(() => {
  project = makeProject({ "page.tsx": wrong });
  page = join(project, "page.tsx");
  shown = relative(process.cwd(), page);
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

async function called(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const exitCode = await run(args, {
    fetch,
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { exitCode, printed: printed.join("\n"), complained: complained.join("\n") };
}

test("what is wrong is printed as tsc does, and the exit code is 1", async () => {
  expect(await called("check", "-p", project)).toEqual({
    exitCode: 1,
    printed: `${shown}(6,16): error TS2551: No signal $cuont is declared. Did you mean $count?`,
    complained: "Found 1 error.",
  });
});

test("where nothing is wrong, nothing is printed, and the exit code is 0", async () => {
  writeFileSync(page, right);
  expect(await called("check", "--project", join(project, "tsconfig.json"))).toEqual({
    exitCode: 0,
    printed: "",
    complained: "",
  });
});

test("what is left out, since tsc leaves it out, is told", async () => {
  writeFileSync(page, right);
  writeFileSync(join(project, "old.js"), wrong.replace("counter", "old"));
  const settings = JSON.parse(readFileSync(join(project, "tsconfig.json"), "utf8")) as { compilerOptions: object };
  settings.compilerOptions = { ...settings.compilerOptions, allowJs: true };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(settings));
  expect(await called("check", "-p", project)).toEqual({
    exitCode: 0,
    printed: "",
    complained:
      'Not checked: 1 module of JavaScript with expressions, which tsc does not check either. Set "checkJs", or write // @ts-check.',
  });
});

test("--format json", async () => {
  const { printed } = await called("check", "-p", project, "--format", "json");
  const start = wrong.indexOf("$cuont");
  const message = "No signal $cuont is declared. Did you mean $count?";
  expect(JSON.parse(printed)).toEqual([
    { file: shown, start, end: start + 6, line: 6, column: 16, code: 2551, message },
  ]);
});

test("--format github", async () => {
  const { printed } = await called("check", "-p", project, "--format", "github");
  expect(printed).toBe(
    `::error file=${shown},line=6,col=16,title=TS2551::No signal $cuont is declared. Did you mean $count?`,
  );
});

test.each([
  ["an unknown format", ["--format", "xml"], 'There is no format "xml"; there are tsc, json, github.'],
  ["an unknown option", ["--fast"], "Unknown option '--fast'"],
  ["no project", ["-p", "nowhere"], "nowhere does not exist: -p names the tsconfig.json of a project."],
])("%s is a mistake in the call", async (_, args, message) => {
  const { exitCode, complained } = await called("check", ...args);
  expect({ exitCode, complained }).toEqual({ exitCode: 2, complained: expect.stringContaining(message) });
});

test("a program that cannot import the package is not checked", async () => {
  rmSync(join(project, "node_modules/datastar-tsx"));
  const { exitCode, complained } = await called("check", "-p", project);
  expect({ exitCode, complained }).toEqual({
    exitCode: 2,
    complained: `${shown} cannot import datastar-tsx: install it, and set "moduleResolution" to "bundler" or "nodenext" in ${relative(process.cwd(), join(project, "tsconfig.json"))}.`,
  });
});

test.each([
  ["settings that do not parse", "tsconfig.json", "{ bad", 2, "'}' expected."],
  [
    "an unknown setting",
    "tsconfig.json",
    '{ "compilerOptions": { "strikt": true } }',
    2,
    "Unknown compiler option 'strikt'.",
  ],
  ["a module that does not parse", "page.tsx", `${wrong}const x = ;`, 1, "Found 1 error."],
])("%s is not taken for a project in which nothing is wrong", async (_, file, text, code, message) => {
  writeFileSync(join(project, file), text);
  const { exitCode, complained } = await called("check", "-p", project);
  expect({ exitCode, complained }).toEqual({ exitCode: code, complained: expect.stringContaining(message) });
});

test("a project without files is none", async () => {
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ include: ["nowhere"] }));
  const { exitCode, complained } = await called("check", "-p", project);
  expect({ exitCode, complained }).toEqual({ exitCode: 2, complained: expect.stringContaining("tsconfig.json") });
});

test.each(["6.0", "7"] as const)(
  "settings that only refer to other projects check those, with TypeScript %s",
  async (version) => {
    const solution = makeProject(
      {
        "tsconfig.json": `{
        // Nothing of its own.
        "files": [],
        "references": [{ "path": "./tsconfig.app.json" }, { "path": "." },],
      }`,
        "tsconfig.app.json": readFileSync(join(project, "tsconfig.json"), "utf8"),
        "page.tsx": wrong,
      },
      version,
    );
    const { exitCode, printed } = await called("check", "-p", solution);
    expect({ exitCode, printed }).toEqual({ exitCode: 1, printed: expect.stringContaining("No signal $cuont") });
    rmSync(solution, { recursive: true });
  },
);
