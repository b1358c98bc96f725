// The source of an example, highlighted. Colours come from classes, since the policy of the pages allows no inline style.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { createCssVariablesTheme, createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import type { Entry } from "./catalogue.js";

const highlighter = await createHighlighterCore({
  themes: [createCssVariablesTheme()],
  langs: [
    import("shiki/langs/tsx.mjs"),
    import("shiki/langs/ts.mjs"),
    import("shiki/langs/js.mjs"),
    import("shiki/langs/css.mjs"),
  ],
  engine: createJavaScriptRegexEngine(),
});

/** The files that are shown for an example. */
export const filesOf = ({ files }: Entry): readonly string[] => [...files, "layout.tsx"];

async function highlight(file: string) {
  const text = await readFile(new URL(`../${file}`, import.meta.url), "utf8");
  const lines = highlighter.codeToTokensBase(text.trimEnd(), { lang: extname(file).slice(1), theme: "css-variables" });
  return lines.map((tokens, i) => [
    i > 0 && "\n",
    ...tokens.map(({ content, color }) => {
      const kind = /^var\(--shiki-(token-[\w-]+)\)$/.exec(color ?? "")?.[1];
      return kind === undefined || content.trim() === "" ? content : <span class={kind}>{content}</span>;
    }),
  ]);
}

const highlighted = new Map<string, ReturnType<typeof highlight>>();

/** Files do not change while the gallery runs, except while somebody writes an example. */
export const Source = async ({ file }: { file: string }) => {
  let code = highlighted.get(file);
  if (code === undefined) highlighted.set(file, (code = highlight(file)));
  return (
    <pre tabindex={0} aria-label={`Source of ${file}`}>
      <code>{await code}</code>
    </pre>
  );
};
