// `datastar-tsx lsp`, as an editor talks to it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LanguageServer } from "../types/language-server.js";
import { makeProject } from "./make-project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const args = ["--conditions=datastar-tsx:source", "--import", "tsx", join(root, "src/cli/main.ts"), "lsp"];

const right = `import { signals } from "datastar-tsx";

export const counter = signals({ count: 0, user: { email: "" } });
export const page = <input data-text="$count + 1" data-on:keydown="evt.key" />;
`;

describe.each(["6.0", "7"] as const)("with TypeScript %s", (version) => {
  let project = "";
  let page = "";
  let server: LanguageServer;

  beforeAll(async () => {
    project = makeProject({ "page.tsx": right }, version);
    page = join(project, "page.tsx");
    // From the package, so that Node.js finds what runs TypeScript.
    server = new LanguageServer(args, root);
    await server.start(project);
    server.open(page);
    // Answered when the project has been read.
    await server.request("textDocument/hover", at(right, "export"));
  }, 120_000);

  afterAll(() => {
    server.stop();
    rmSync(project, { recursive: true });
  });

  const at = (text: string, mark: string) => {
    const before = text.slice(0, text.indexOf(mark) + mark.length).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: pathToFileURL(page).href }, position };
  };
  const completed = async (text: string, mark: string): Promise<readonly string[]> => {
    server.change(page, text);
    const items = (await server.request("textDocument/completion", at(text, mark))) as readonly { label: string }[];
    return items.map(({ label }) => label);
  };

  test("mistakes are told while they are typed, and that they are gone", async () => {
    const told = server.next("textDocument/publishDiagnostics");
    server.change(page, right.replace("$count", "$cuont"));
    expect(await told).toEqual({
      uri: pathToFileURL(page).href,
      diagnostics: [
        {
          range: { start: { line: 3, character: 38 }, end: { line: 3, character: 44 } },
          severity: 1,
          source: "datastar-tsx",
          code: expect.any(Number),
          message: "No signal $cuont is declared. Did you mean $count?",
        },
      ],
    });
    const gone = server.next("textDocument/publishDiagnostics");
    server.change(page, right);
    expect(await gone).toEqual({ uri: pathToFileURL(page).href, diagnostics: [] });
  }, 120_000);

  test("types are shown under the cursor", async () => {
    const hovered = async (mark: string) => (await server.request("textDocument/hover", at(right, mark))) as object;
    expect(await hovered('"$co')).toEqual({
      contents: { kind: "markdown", value: expect.stringMatching(/count: number/) },
      range: { start: { line: 3, character: 38 }, end: { line: 3, character: 44 } },
    });
    expect(await hovered("evt.k")).toMatchObject({ contents: { value: expect.stringMatching(/key: string/) } });
    // What has no name has no type.
    for (const mark of ["export", '"$count +', '"$count + 1', "data-text="])
      expect(await server.request("textDocument/hover", at(right, mark)), mark).toBe(null);
  });

  test("signals, their members, members and actions are completed", async () => {
    expect(await completed(right.replace("$count + 1", "$"), '"$')).toEqual(expect.arrayContaining(["count", "user"]));
    expect(await completed(right.replace("$count + 1", "$co"), '"$co')).toContain("count");
    expect(await completed(right.replace("$count + 1", "$user."), "$user.")).toEqual(["email"]);
    expect(await completed(right.replace("evt.key", "evt."), "evt.")).toEqual(expect.arrayContaining(["key", "code"]));
    expect(await completed(right.replace("evt.key", "@"), '"@')).toEqual(expect.arrayContaining(["get", "setAll"]));
    // What is being typed may lack its brackets.
    const half = "if ($count > 1) { console.log({ a: '(', b: [$user.";
    expect(await completed(right.replace("evt.key", half), half)).toEqual(["email"]);
    // Names are those of the browser, and the source's own.
    const names = await completed(right.replace("evt.key", "const item = evt.key; "), "evt.key; ");
    expect(names).toEqual(expect.arrayContaining(["document", "evt", "el", "item", "confirm"]));
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:counter|page|process|signals)$/)]));
    server.change(page, right);
    expect(await server.request("textDocument/completion", at(right, "export"))).toEqual([]);
  }, 120_000);

  test("a signal is renamed where it is declared and in expressions", async () => {
    const rename = (newName: string) => server.request("textDocument/rename", { ...at(right, '"$co'), newName });
    expect(await rename("$total")).toEqual({
      changes: {
        [pathToFileURL(page).href]: [
          { range: { start: { line: 2, character: 33 }, end: { line: 2, character: 38 } }, newText: "total" },
          { range: { start: { line: 3, character: 39 }, end: { line: 3, character: 44 } }, newText: "total" },
        ],
      },
    });
    const lookAt = server.next("window/showMessage");
    server.change(page, `${right}export const name = "$count";\n`);
    await rename("total");
    expect(await lookAt).toEqual({
      type: 2,
      message: "datastar-tsx: this may name the signal as well, and stays as it is: page.tsx:5:21.",
    });
    server.change(page, right);
    await expect(rename("no name")).rejects.toThrow("no name is no name of a signal: write letters, digits and _");
  }, 120_000);

  test("what has never been saved, and what is none of the project's, harms nobody", async () => {
    const untitled = { uri: "untitled:Untitled-1", languageId: "typescriptreact", version: 1, text: right };
    server.notify("textDocument/didOpen", { textDocument: untitled });
    expect(await server.request("textDocument/hover", { ...at(right, '"$co'), textDocument: untitled })).toBe(null);
    const elsewhere = join(project, "new", "page.tsx");
    server.open(elsewhere, right);
    server.change(elsewhere, right.replace("$count", "$cuont"));
    const textDocument = { uri: pathToFileURL(elsewhere).href };
    expect(await server.request("textDocument/hover", { ...at(right, '"$co'), textDocument })).toBe(null);
    server.notify("textDocument/didSave", { textDocument });
    expect(await server.request("textDocument/hover", at(right, '"$co'))).toMatchObject({ range: {} });
  }, 120_000);

  test("what it does not do, it says", async () => {
    await expect(server.request("textDocument/references", {})).rejects.toThrow("There is no textDocument/references.");
  });
});
