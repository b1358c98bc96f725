// Builds the site as it is published: everything that its pages lead to is there, and the reference names every export.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { pages, pathOf } from "../../site/pages.js";
import { packageExports } from "../support/exports.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = join(root, "site/.vitepress/dist");
const run = (...args: readonly string[]): void => void execFileSync("npm", args, { cwd: root, stdio: "pipe" });

beforeAll(() => {
  if (!existsSync(join(root, "site/node_modules"))) run("--prefix", "site", "ci", "--no-audit", "--no-fund");
  run("run", "site");
  // On two cores with much else to do, the reference alone takes minutes.
}, 1_800_000);

const files = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(end));

test("every page of the manual is in the navigation", () => {
  const manual = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));
  const known = pages.map(({ file }) => file);
  expect(manual.map((file) => `docs/${file}`).filter((file) => !known.includes(file))).toEqual([]);
});

test("every page is built, with a title and one heading above all others", () => {
  const built = pages.map((page) => [page.file, readFileSync(join(site, `${pathOf(page)}.html`), "utf8")] as const);
  const headings = (html: string): number => html.match(/<h1[ >]/g)?.length ?? 0;
  const wrong = built.filter(([, html]) => !/<title>[^<]+<\/title>/.test(html) || headings(html) !== 1);
  expect(wrong.map(([file]) => file)).toEqual([]);
});

test("every link leads to a page and a heading that are there", () => {
  const built = new Map(files(site, ".html").map((file) => [`/${file}`, readFileSync(join(site, file), "utf8")]));
  const broken = Array.from(built).flatMap(([page, html]) =>
    Array.from(html.matchAll(/<a [^>]*href="(\/[^"#]*)?(?:#([^"]*))?"/g)).flatMap(([, path, anchor = ""]) => {
      const target = path === undefined ? page : path.endsWith("/") ? `${path}index.html` : `${path}.html`;
      const isThere = built.get(target)?.includes(anchor === "" ? "" : ` id="${decodeURIComponent(anchor)}"`) === true;
      return isThere ? [] : [`${page} leads to ${path ?? ""}#${anchor}`];
    }),
  );
  expect(broken).toEqual([]);
});

test("the reference names every export of every entry point", () => {
  const missing = packageExports().filter(({ module, name }) => {
    const page = join(root, "site/content/reference", relative(".", module), "index.md");
    return !readFileSync(page, "utf8").includes(name);
  });
  expect(missing.map(({ module, name }) => `${module}: ${name}`)).toEqual([]);
}, 240_000);

test("pages ask for nothing elsewhere, and can be searched", () => {
  const html = files(site, ".html").map((file) => readFileSync(join(site, file), "utf8"));
  const assets = html.flatMap((page) =>
    Array.from(page.matchAll(/<(?:script|link|img)\b[^>]*(?:src|href)="([^"]*)"/g)),
  );
  expect(assets.map(([, url = ""]) => url).filter((url) => !url.startsWith("/"))).toEqual([]);
  const styles = files(site, ".css").map((file) => readFileSync(join(site, file), "utf8"));
  expect(styles.flatMap((style) => style.match(/(?:url\(|@import )["']?(?:https?:)?\/\/[^)]*/g) ?? [])).toEqual([]);
  const searchIndex = files(site, ".js").find((file) => /@localSearchIndex/.test(file));
  expect(readFileSync(join(site, searchIndex ?? ""), "utf8")).toContain("Staying connected");
});
