// What people get wrong, and who tells them first: tsc, the lint plugin, or the development runtime.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { transformSync } from "esbuild";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import plugin from "../../src/eslint/index.js";
import { type Catcher, given, mistakes } from "./mistakes.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside the package, so that the mistakes can import it by its name.
const folder = join(import.meta.dirname, "out");
const all = Object.values(mistakes).flat();
/** A line for each mistake, and nothing else behind the code they share. */
const program = `${given.trim()}\n${all.map(([code], i) => `export const mistake${i} = () => (${code});`).join("\n")}\n`;
const firstLine = given.trim().split("\n").length + 1;

/** Messages by the number of the mistake. */
type Messages = Map<number, string>;
const messages: Record<Catcher, Messages> = { tsc: new Map(), lint: new Map(), development: new Map() };

function say(catcher: Catcher, mistake: number, message: string): void {
  messages[catcher].set(mistake, [...(messages[catcher].get(mistake)?.split("\n") ?? []), message].join("\n"));
}

function compile(): void {
  writeFileSync(join(folder, "mistakes.tsx"), program);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../../tsconfig.json", include: ["mistakes.tsx"], exclude: [] }),
  );
  const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  let mistake = -1;
  for (const line of tsc.stdout.split("\n")) {
    const place = /mistakes\.tsx\((\d+),/.exec(line)?.[1];
    // A message goes on in indented lines.
    if (place !== undefined) mistake = Number(place) - firstLine;
    if (line !== "") say("tsc", mistake, line);
  }
}

function lint(): void {
  const linter = new Linter();
  for (const [i, [code]] of all.entries()) {
    const plain = transformSync(`${given}(${code})`, { loader: "tsx", jsx: "preserve" }).code;
    const found = linter.verify(
      plain,
      [{ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }, plugin.configs.recommended],
      "mistake.jsx",
    );
    for (const { message } of found) say("lint", i, message);
  }
}

async function develop(): Promise<void> {
  const file = join(folder, "development.mjs");
  writeFileSync(
    file,
    transformSync(program, {
      loader: "tsx",
      jsx: "automatic",
      jsxDev: true,
      jsxImportSource: "datastar-tsx",
      sourcefile: "mistakes.tsx",
    }).code,
  );
  const module: Record<string, () => unknown> = await import(pathToFileURL(file).href);
  for (const i of all.keys()) {
    configureDiagnostics({ report: ({ message }) => say("development", i, message) });
    try {
      await module[`mistake${i}`]?.();
    } catch (error) {
      say("development", i, String(error));
    }
  }
  configureDiagnostics();
}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  compile();
  lint();
  await develop();
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = new Map(all.map((mistake, i) => [mistake, i]));

describe.each(Object.entries(mistakes))("%s", (_, rows) => {
  test.each(rows.map((mistake) => [mistake[0], mistake[1], mistake[2], numbers.get(mistake) ?? -1] as const))(
    "%s: %s",
    (_, caught, says, number) => {
      const first = (["tsc", "lint", "development"] as const).find((catcher) => messages[catcher].has(number));
      expect({ first, message: first && messages[first].get(number) }).toEqual({
        first: caught,
        message: expect.stringContaining(says),
      });
    },
  );
});

test("there are enough of them", () => {
  expect(all.length).toBeGreaterThan(80);
});
