import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../free-port.js";
import { type Page, type PageSnippet, pages, snippets } from "./pages.js";
import { moduleOf } from "./snippets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside the package, so that the snippets can import it by its name.
const folder = join(root, "test", "manual", "out");
const fileOf = ({ name }: PageSnippet): string => join(folder, `${name}.tsx`);

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

const prose = (text: string): string => text.replace(/^```[^]*?^```$/gm, "");

/** The links of a page that lead to files and headings of ours, as paths from the root. */
const linksOf = (page: Page): string[] =>
  Array.from(prose(page.text).matchAll(/\]\((?<target>[^)\s]+)\)/g), ({ groups }) => groups?.["target"] ?? "")
    .filter((target) => !/^https?:/.test(target))
    .map((target) => (target.startsWith("#") ? page.path + target : join(dirname(page.path), target)));

/** The headings of a file, as GitHub links to them. */
const anchorsOf = (path: string): string[] =>
  Array.from(prose(readFileSync(join(root, path), "utf8")).matchAll(/^#+ (?<heading>.+)$/gm), ({ groups }) =>
    (groups?.["heading"] ?? "")
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );

function isThere(link: string): boolean {
  const [path = "", anchor] = link.split("#");
  return existsSync(join(root, path)) && (anchor === undefined || anchorsOf(path).includes(anchor));
}

test.each(pages)("the links of $path lead to files and headings", (page) => {
  expect(linksOf(page).filter((link) => !isThere(link))).toEqual([]);
});

test("the README leads to every page of the manual", () => {
  const readme = pages.filter(({ path }) => path === "README.md").flatMap(linksOf);
  expect(pages.map(({ path }) => path).filter((path) => path !== "README.md" && !readme.includes(path))).toEqual([]);
});

test("the README is short enough to be read", () => {
  const [readme] = pages;
  expect(readme?.text.split("\n").length).toBeLessThanOrEqual(250);
});

test("every snippet compiles", () => {
  const tsc = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(tsc.stdout).toBe("");
  expect(tsc.status).toBe(0);
}, 60_000);

describe("every snippet runs", () => {
  test.each(snippets.filter(({ runs, serves }) => runs && serves === undefined))(
    "$page, line $line",
    async (snippet) => {
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
    },
  );

  test.each(snippets.filter(({ serves }) => serves !== undefined))(
    "$page, line $line, serves $serves",
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
