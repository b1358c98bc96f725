import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Snippet, snippetsOf } from "./snippets.js";

/** A page of the manual: the README, or one of `docs/`. */
export interface Page {
  /** From the root of the repository: `docs/hub.md`. */
  readonly path: string;
  readonly text: string;
}

/** A snippet of the manual. */
export interface PageSnippet extends Snippet {
  readonly page: string;
  /** The name of a module for it: `hub-12`. */
  readonly name: string;
}

const root = join(import.meta.dirname, "../..");

export const pages: readonly Page[] = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
].map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

export const snippets: readonly PageSnippet[] = pages.flatMap(({ path, text }) =>
  snippetsOf(text).map((snippet) => ({
    ...snippet,
    page: path,
    name: `${path.replace(/^docs\/|\.md$/g, "")}-${snippet.line}`,
  })),
);
