// Writes what VitePress makes the site of: the manual, the start page and the reference.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manualPage, startPage } from "./manual.ts";
import { pages, pathOf } from "./pages.ts";
import { writeReference } from "./reference.ts";

const root = join(import.meta.dirname, "..");
const content = join(import.meta.dirname, "content");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

rmSync(content, { recursive: true, force: true });
mkdirSync(content);
cpSync(join(import.meta.dirname, "icon.svg"), join(content, "public/icon.svg"));
for (const page of pages) writeFileSync(join(content, `${pathOf(page)}.md`), manualPage(page, read(page.file)));
writeFileSync(join(content, "index.md"), startPage(read("README.md")));
await writeReference(join(content, "reference"));
