/** A TypeScript snippet of a Markdown file. */
export interface Snippet {
  /** The line of the file in which its code begins. */
  readonly line: number;
  readonly code: string;
  /** Code that the text takes for granted, from a `<!-- with … -->` comment in front of it. */
  readonly given: string;
  /** A ```ts block is compiled and not run: it sets what is set once, or needs what is not there. */
  readonly runs: boolean;
  /** The path that it serves, from a `<!-- serves /path -->` comment in front of it. */
  readonly serves: string | undefined;
  /** What it prints (```text) or renders (```html), from the block behind it. */
  readonly output: { readonly language: "html" | "text"; readonly text: string } | undefined;
}

const block =
  /(?:<!-- (?<word>with|serves)\s(?<comment>[^]*?)-->\n)?```(?<dialect>tsx?)\n(?<code>[^]*?)```\n(?:\n```(?<language>html|text)\n(?<output>[^]*?)```\n)?/g;

/** Finds the snippets of a Markdown text. */
export function snippetsOf(markdown: string): Snippet[] {
  return Array.from(markdown.matchAll(block), ({ groups = {}, index }) => {
    const { word, comment = "", dialect, code = "", language, output = "" } = groups;
    const start = markdown.indexOf("```ts", index);
    return {
      line: markdown.slice(0, start).split("\n").length + 1,
      code,
      given: word === "with" ? comment : "",
      runs: dialect === "tsx",
      serves: word === "serves" ? comment.trim() : undefined,
      output: language === "html" || language === "text" ? { language, text: output.trimEnd() } : undefined,
    };
  });
}

/** The module that a snippet stands for. TSX at its end, which is what it shows, becomes its default export. */
export function moduleOf({ code, given, output }: Snippet): string {
  const shown = output?.language === "html" ? code.replace(/^(<[^]*>);\n$/m, "export default $1;\n") : code;
  return `${given}${shown}\nexport {};\n`;
}
