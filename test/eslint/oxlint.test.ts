// The real oxlint, with the plugin as it is built. It reads TypeScript, which ESLint's own parser does not.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import plugin from "../../src/eslint/index.js";
import { snippets } from "../manual/pages.js";
import { moduleOf } from "../manual/snippets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datastar-tsx-oxlint-"));
  buildSync({
    entryPoints: [join(root, "src/eslint/index.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: join(folder, "plugin.js"),
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { rules } = plugin.configs.recommended;
  const config = { jsPlugins: ["./plugin.js"], categories: { correctness: "off" }, rules };
  writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(config));
  const settings = { datastar: { client: { rocket: true } } };
  writeFileSync(join(folder, "rocket.json"), JSON.stringify({ ...config, settings }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts files into a folder of the temporary one. */
function write(name: string, files: { readonly [file: string]: string }): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

interface Report {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly severity: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
  readonly number_of_files: number;
}

const oxlint = (...given: readonly string[]): Report => oxlintBy(".oxlintrc.json", ...given);

function oxlintBy(config: string, ...given: readonly string[]): Report {
  const { stdout } = spawnSync(
    join(root, "node_modules/.bin/oxlint"),
    ["-c", join(folder, config), "--format", "json", ...given],
    { encoding: "utf8" },
  );
  return JSON.parse(stdout) as Report;
}

test("the config to extend names all rules, as the recommended one for ESLint does", () => {
  const shipped: unknown = JSON.parse(readFileSync(join(root, "oxlint-recommended.json"), "utf8"));
  expect(shipped).toEqual({ jsPlugins: ["datastar-tsx/eslint"], rules: plugin.configs.recommended.rules });
});

const page = `
import { js, type Source, type Url } from "datastar-tsx";

export const Page = ({ url, ...rest }: { url: Url }): JSX.Element => (
  <main {...rest}>
    <button data-on-click={js\`$a++\`}>Old</button>
    <button data-on={{ keyDown: js\`$a = \${url as Url}\` }} />
    <p data-text={("$a +" as Source)!} data-class={{ a: js\`$b )\` satisfies object }} />
    <p data-text="$a &lt;&lt; &#49; &lt;" />
    <p data-init={<Url,>(x: Url) => x} />
    <Page<string> url={url} data-on-click="$a +" />
    <p data-onsale={url as Url} data-clas="x" />
  </main>
);
`;

test("it reports what ESLint would", () => {
  const { diagnostics } = oxlint(write("mistakes", { "page.tsx": page }));
  const lines = diagnostics.map(
    ({ message, code, severity, labels: [{ span } = { span: { line: 0, column: 0 } }] }) =>
      `${span.line}:${span.column} ${severity} ${code}: ${message}`,
  );
  expect(lines.sort((a, b) => a.localeCompare(b, "en", { numeric: true }))).toEqual([
    "6:13 error datastar(old-spelling): data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
    '7:24 warning datastar(unknown-event): data-on:keyDown: the DOM fires no "keyDown"; did you mean keydown?',
    "8:20 error datastar(syntax): data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'.",
    "8:54 error datastar(syntax): data-class: Datastar finds a syntax error in `{a: $b )}`: Unexpected token ')'.",
    "9:18 error datastar(syntax): data-text: Datastar finds a syntax error in `$a << 1 <`: Unexpected token ')'.",
    "10:19 error datastar(invalid-value): data-init takes an expression, not a function: write js`…`, an action, or a signal.",
    "12:33 warning datastar(possible-unknown-plugin): data-clas: Datastar has no data-clas; did you mean data-class?",
  ]);
});

test("it fixes what ESLint would", () => {
  const path = write("fixed", { "page.tsx": page });
  oxlint("--fix", path);
  expect(readFileSync(join(path, "page.tsx"), "utf8")).toBe(
    page.replace("data-on-click={", "data-on:click={").replace("keyDown", "keydown"),
  );
});

test("there is nothing to say of the examples", () => {
  const { diagnostics, number_of_files } = oxlint(join(root, "examples"));
  expect(diagnostics).toEqual([]);
  const files = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" });
  expect(number_of_files).toBe(files.filter((file) => /\.[jt]sx?$/.test(file)).length);
});

const ofRocket = (page: string): boolean => page === "docs/rocket.md";

test.each([
  { of: "the manual", config: ".oxlintrc.json", shown: snippets.filter(({ page }) => !ofRocket(page)) },
  { of: "its page on Rocket", config: "rocket.json", shown: snippets.filter(({ page }) => ofRocket(page)) },
])("there is nothing to say of $of", ({ config, shown }) => {
  const files = Object.fromEntries(shown.map((snippet) => [`${snippet.name}.tsx`, moduleOf(snippet)]));
  const { diagnostics, number_of_files } = oxlintBy(config, write(`manual-${config}`, files));
  expect(diagnostics).toEqual([]);
  expect(number_of_files).toBe(shown.length);
});
