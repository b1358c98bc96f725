import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../free-port.js";
import { moduleOf, type Snippet, snippetsOf } from "./snippets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside the package, so that the snippets can import it by its name.
const folder = join(root, "test", "readme", "out");
const readme = readFileSync(join(root, "README.md"), "utf8");
const snippets = snippetsOf(readme);
const fileOf = ({ line }: Snippet): string => join(folder, `line-${line}.tsx`);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const snippet of snippets) writeFileSync(fileOf(snippet), moduleOf(snippet));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ["."],
      exclude: [],
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every link within the page leads to a heading, and the contents name all of the first order", () => {
  const prose = readme.replace(/^```[^]*?^```$/gm, "");
  const anchor = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-");
  const headings = Array.from(prose.matchAll(/^(?<level>##+) (?<text>.+)$/gm), ({ groups = {} }) => ({
    level: groups["level"],
    anchor: anchor(groups["text"] ?? ""),
  }));
  const links = new Set(Array.from(prose.matchAll(/\]\(#([^)]+)\)/g), ([, target]) => target));
  expect(headings.map((heading) => heading.anchor)).toEqual(expect.arrayContaining([...links]));
  const missing = headings.filter(({ level, anchor }) => level === "##" && anchor !== "contents" && !links.has(anchor));
  expect(missing).toEqual([]);
});

test("every snippet compiles", () => {
  const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(tsc.stdout).toBe("");
  expect(tsc.status).toBe(0);
}, 60_000);

describe("every snippet runs", () => {
  test.each(snippets.filter(({ serves }) => serves === undefined))("line $line", async (snippet) => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    try {
      const module = (await import(fileOf(snippet))) as { default?: unknown };
      const printed = log.mock.calls
        .map((values) => values.join(" "))
        .join("\n")
        .trimEnd();
      if (snippet.output?.language === "text") expect(printed).toBe(snippet.output.text);
      // The page may break a line between two tags.
      if (snippet.output?.language === "html")
        expect(String(await module.default)).toBe(snippet.output.text.replaceAll(">\n<", "><"));
    } finally {
      log.mockRestore();
    }
  });

  test.each(snippets.filter(({ serves }) => serves !== undefined))(
    "line $line serves $serves",
    async (snippet) => {
      const port = await freePort();
      const server = spawn(
        join(root, "node_modules", ".bin", "tsx"),
        ["--conditions=datastar-tsx:source", fileOf(snippet)],
        {
          // Here tsx finds the settings for TSX.
          cwd: folder,
          env: { ...process.env, PORT: String(port) },
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      try {
        await once(server.stdout, "data");
        const page = await fetch(`http://localhost:${port}${snippet.serves}`);
        expect(page.status).toBe(200);
        expect(await page.text()).toMatch(/^<!DOCTYPE html><html/);
      } finally {
        server.kill();
      }
    },
    30_000,
  );
});
