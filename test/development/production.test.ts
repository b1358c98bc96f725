// Production carries none of the checks: the bundle of a small app, made for production and for development.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../src/diagnostics/diagnostic.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "datastar-tsx-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const app = `
  import { js, pageResponse, post, signals, stream } from "datastar-tsx";
  const todo = signals({ draft: "", count: 0 });
  const Item = async ({ id }) => <li id={"item-" + id} data-on:click={{ do: post("/x"), debounce: 200 }}>{id}</li>;
  const Page = () => (
    <html><body data-signals={todo}><><ul>{[1, 2].map((id) => <Item id={id} />)}</ul></><p data-text={js\`\${todo.draft}\`} /></body></html>
  );
  export const page = async () => (await pageResponse(<Page />)).text();
  export const feed = (request) => stream(request, (sse) => sse.patchElements(<Item id={3} />)).text();
`;

interface Bundle {
  readonly text: string;
  readonly bytes: number;
  readonly modules: readonly string[];
  readonly app: { readonly page: () => Promise<string>; readonly feed: (request: Request) => Promise<string> };
}

async function bundle(jsx: string, development: boolean): Promise<Bundle> {
  const file = join(folder, `${jsx}.mjs`);
  const meta = join(folder, `${jsx}.json`);
  const tsconfig = JSON.stringify({ compilerOptions: { jsx, jsxImportSource: "datastar-tsx" } });
  execFileSync(
    join(root, "node_modules", ".bin", "esbuild"),
    [
      "--bundle",
      "--minify",
      "--format=esm",
      "--platform=node",
      "--target=node20",
      "--loader=tsx",
      "--conditions=datastar-tsx:source",
      `--tsconfig-raw=${tsconfig}`,
      "--jsx=automatic",
      ...(development ? ["--jsx-dev"] : []),
      `--outfile=${file}`,
      `--metafile=${meta}`,
      "--log-level=error",
    ],
    { cwd: root, input: app },
  );
  const text = readFileSync(file, "utf8");
  const { inputs } = JSON.parse(readFileSync(meta, "utf8")) as { inputs: object };
  return {
    text,
    bytes: Buffer.byteLength(text),
    modules: Object.keys(inputs),
    app: (await import(pathToFileURL(file).href)) as Bundle["app"],
  };
}

let production: Bundle;
let development: Bundle;
beforeAll(async () => {
  production = await bundle("react-jsx", false);
  development = await bundle("react-jsxdev", true);
}, 60_000);

const ofDiagnostics = (modules: readonly string[]) =>
  modules.filter((path) => /(?:^|\/)(?:src\/diagnostics\/|src\/development\/|jsx-runtime\/dev)/.test(path));

describe("the production bundle", () => {
  test("contains no module of the checks, and the development bundle does", () => {
    expect(production.modules).toContain("jsx-runtime/index.ts");
    expect(ofDiagnostics(production.modules)).toEqual([]);
    expect(ofDiagnostics(development.modules)).toEqual(
      expect.arrayContaining([
        "jsx-runtime/dev.ts",
        "src/diagnostics/check-attribute.ts",
        "src/diagnostics/page/ids.ts",
      ]),
    );
  });

  test("contains none of their words", () => {
    const words = [...Object.keys(rules).filter((rule) => rule.includes("-")), "DiagnosticError", "did you mean"];
    expect(words.filter((word) => production.text.includes(word))).toEqual([]);
    // Only the source shows these.
    const ofSource = ["data-in-source", "data-in-markup", "unencoded-url", "signal-as-value"];
    expect(words.filter((word) => !development.text.includes(word) && !ofSource.includes(word))).toEqual([]);
  });

  test("has the one call that development answers, and no more", () => {
    const hooks = production.text.match(/[\w$]+\.checkPatch\?\.\([\w$]+\)/g) ?? [];
    expect(hooks).toHaveLength(1);
    expect(production.text.split("checkPatch")).toHaveLength(2);
    expect(Buffer.byteLength(hooks.join())).toBeLessThan(50);
    expect(production.bytes).toBeLessThan(development.bytes - 10_000);
  });

  test("renders the same", async () => {
    const html = await production.app.page();
    expect(html).toContain('<li id="item-1" data-on:click__debounce.200ms="@post(\'/x\')">1</li>');
    expect(await development.app.page()).toBe(html);
    const request = () => new Request("http://a/");
    expect(await development.app.feed(request())).toBe(await production.app.feed(request()));
  });
});
