import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The overlay as one script, of which `Devtools` prints a page's copy. */
export function devtoolsScriptSource(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("../../src/devtools/browser/main.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "devtools",
    target: "es2022",
    charset: "ascii",
    write: false,
  });
  const text = outputFiles
    .map((file) => file.text)
    .join("")
    .trim();
  // Within a script element, these could end it, or begin a comment.
  if (/<[/!]|<script/i.test(text)) throw new Error("The script of the overlay cannot stand in a page.");
  return `// Written by \`npm run generate\`, out of src/devtools/browser/: do not edit.\n/** Declares \`devtools\`. */\nexport const script = ${JSON.stringify(text)};\n`;
}
