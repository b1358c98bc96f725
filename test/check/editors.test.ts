// `datastar-tsx lsp` with whatever editors do.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Workspace } from "../../src/check/editor/workspace.js";
import { LanguageServer } from "../types/language-server.js";
import { compilerOptions, makeProject } from "./make-project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const args = ["--conditions=datastar-tsx:source", "--import", "tsx", join(root, "src/cli/main.ts"), "lsp"];

const right = `import { signals } from "datastar-tsx";

export const counter = signals({ count: 0, user: { email: "" } });
export const page = <input data-text="$count + 1" data-on:keydown="evt.key" />;
`;
const wrong = right.replace("$count", "$cuont");
const other = `export const other = <p data-text="$count.toFixed()" />;\n`;
const timeout = 120_000;

let project = "";
let page = "";
let server: LanguageServer;

beforeEach(() => {
  project = makeProject({ "page.tsx": right, "other.tsx": other });
  page = join(project, "page.tsx");
  server = new LanguageServer(args, root);
});

afterEach(() => {
  server.stop();
  rmSync(project, { recursive: true });
});

const uriOf = (file: string): string => pathToFileURL(file).href;
const at = (line: number, character: number, file = page) => ({
  textDocument: { uri: uriOf(file) },
  position: { line, character },
});
const hover = (line: number, character: number, file = page) =>
  server.request("textDocument/hover", at(line, character, file));
const changed = (...contentChanges: readonly object[]): void =>
  server.notify("textDocument/didChange", { textDocument: { uri: uriOf(page), version: 2 }, contentChanges });
const onDisk = (file: string, type: "created" | "changed" | "deleted"): void =>
  server.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(file), type: ["created", "changed", "deleted"].indexOf(type) + 1 }],
  });
/** The first message that is told of a file's next. */
async function told(): Promise<{ readonly file: string; readonly messages: readonly string[] }> {
  const { uri, diagnostics } = (await server.next("textDocument/publishDiagnostics")) as {
    readonly uri: string;
    readonly diagnostics: readonly { readonly message: string }[];
  };
  return { file: fileURLToPath(uri), messages: diagnostics.map(({ message }) => message) };
}
const noSignal = "No signal $cuont is declared. Did you mean $count?";

describe("messages", () => {
  test(
    "what is none, comes too early or too late, or lacks what it is about, is answered and harms nobody",
    async () => {
      await expect(hover(0, 0)).rejects.toThrow("textDocument/hover comes after initialize.");
      for (const body of ["{oops", "null", "[]", ""]) server.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      for (const params of [{ workspaceFolders: [null] }, { workspaceFolders: [{}] }, { rootUri: 1 }])
        await expect(server.request("initialize", params)).rejects.toThrow(
          "rootUri is a URI, and workspaceFolders are",
        );
      await server.start(project);
      await expect(server.request("initialize", {})).rejects.toThrow("initialize comes once.");
      await expect(server.request("textDocument/hover", null)).rejects.toThrow(
        "textDocument/hover is asked of a textDocument.",
      );
      await expect(server.request("toString", {})).rejects.toThrow("There is no toString.");
      for (const params of [
        null,
        {},
        { textDocument: { uri: uriOf(join(project, "never-opened.tsx")) }, contentChanges: [{}] },
      ])
        for (const method of ["didOpen", "didChange", "didSave", "didClose"])
          server.notify(`textDocument/${method}`, params);
      server.notify("workspace/didChangeWatchedFiles", { changes: [{}] });
      server.notify("$/cancelRequest", null);
      server.open(page);
      expect(await hover(99, 99)).toBe(null);
      for (const uri of ["file://elsewhere/page.tsx", "file:///%zz", "git:/page.tsx", ""])
        expect(await server.request("textDocument/hover", { ...at(3, 40), textDocument: { uri } })).toBe(null);
      expect(await hover(3, 40)).toMatchObject({ contents: { value: expect.stringMatching(/count: number/) } });
      expect(await server.request("shutdown", null)).toBe(null);
      await expect(hover(3, 40)).rejects.toThrow("textDocument/hover came after shutdown.");
      const exited = server.exited();
      server.notify("exit", null);
      expect(await exited).toBe(0);
    },
    timeout,
  );

  test(
    "an editor that goes while its project is being opened leaves nothing behind",
    async () => {
      await server.start(project);
      const exited = server.exited();
      server.notify("exit", null);
      expect(await exited).toBe(1);
    },
    timeout,
  );

  test(
    "an answer is of the text that it was asked of, or none; what is not wanted any more is not worked out",
    async () => {
      await server.start(project);
      server.open(page);
      await hover(3, 40);
      let asked: readonly Promise<unknown>[] = [];
      server.inOnePiece(() => {
        asked = [hover(3, 40), server.request("textDocument/completion", at(3, 40))];
        changed({ text: "" });
      });
      await expect(asked[0]).rejects.toThrow("The text is another one by now.");
      expect(await asked[1]).toContainEqual({ label: "count" });
      server.inOnePiece(() => {
        changed({ text: right });
        asked = [hover(3, 40), hover(3, 40)];
        server.cancel();
      });
      expect(await asked[0]).toMatchObject({ contents: {} });
      await expect(asked[1]).rejects.toThrow("It is not wanted any more.");
    },
    timeout,
  );

  test(
    "changes are of all of the text, or of parts of it, one after the other",
    async () => {
      await server.start(project);
      server.open(page);
      await hover(3, 40);
      const wrongNow = told();
      changed(
        { range: { start: { line: 3, character: 39 }, end: { line: 3, character: 44 } }, text: "cuo" },
        { range: { start: { line: 3, character: 42 }, end: { line: 3, character: 42 } }, text: "nt" },
      );
      expect(await wrongNow).toEqual({ file: page, messages: [noSignal] });
      const rightNow = told();
      changed({ text: right.replaceAll("\n", "\r\n") });
      expect(await rightNow).toEqual({ file: page, messages: [] });
    },
    timeout,
  );
});

describe("files", () => {
  const otherFile = () => join(project, "other.tsx");

  test(
    "what happens on the disk is known: changes, new files, deleted files, settings",
    async () => {
      await server.start(project);
      server.open(page);
      await hover(3, 40);
      const changes = told();
      writeFileSync(otherFile(), other.replace("$count", "$cuont"));
      onDisk(otherFile(), "changed");
      expect(await changes).toEqual({ file: otherFile(), messages: [noSignal] });
      const deleted = told();
      rmSync(otherFile());
      onDisk(otherFile(), "deleted");
      expect(await deleted).toEqual({ file: otherFile(), messages: [] });
      const created = told();
      writeFileSync(otherFile(), other.replace("$count", "$cuont"));
      onDisk(otherFile(), "created");
      expect(await created).toEqual({ file: otherFile(), messages: [noSignal] });
      const settings = told();
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["page.tsx"] }));
      onDisk(join(project, "tsconfig.json"), "changed");
      expect(await settings).toEqual({ file: otherFile(), messages: [] });
    },
    timeout,
  );

  test(
    "a file is called as the editor calls it",
    async () => {
      await server.start(project);
      const folder = join(project, "ä ö+#%");
      mkdirSync(folder);
      const file = join(folder, "pägé 1.tsx");
      writeFileSync(file, wrong);
      const uri = uriOf(file).replaceAll("%C3%A4", "ä");
      const published = server.next("textDocument/publishDiagnostics");
      server.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "typescriptreact", version: 1, text: wrong },
      });
      expect(await published).toMatchObject({ uri, diagnostics: [{ message: expect.stringMatching("No signal") }] });
    },
    timeout,
  );

  test(
    "projects that cannot be opened are told of, and the others are served",
    async () => {
      const broken = makeProject({ "page.tsx": right, "tsconfig.json": "{ oops" });
      const message = server.next("window/showMessage");
      const published = told();
      writeFileSync(page, wrong);
      await server.start(broken, project);
      expect(await message).toMatchObject({ type: 1, message: expect.stringContaining(`${broken}/tsconfig.json: `) });
      expect(await published).toEqual({ file: page, messages: [noSignal] });
      rmSync(broken, { recursive: true });
    },
    timeout,
  );

  test(
    "a file that no folder has is checked in its own project",
    async () => {
      const elsewhere = makeProject({ "page.tsx": wrong });
      await server.start(project);
      const published = told();
      server.open(join(elsewhere, "page.tsx"));
      expect(await published).toEqual({ file: join(elsewhere, "page.tsx"), messages: [noSignal] });
      rmSync(elsewhere, { recursive: true });
    },
    timeout,
  );
});

test("a file of a package that is looked at opens nothing: its settings may need what is not installed", async () => {
  const typesOfPackage = join(project, "node_modules/of/index.d.ts");
  mkdirSync(dirname(typesOfPackage));
  writeFileSync(typesOfPackage, "export {};");
  writeFileSync(join(dirname(typesOfPackage), "tsconfig.json"), '{ "extends": "@tsconfig/none" }');
  const complaints: unknown[] = [];
  const workspace = new Workspace((error) => void complaints.push(error));
  workspace.roots = [project];
  const checker = await workspace.open([]);
  expect(workspace.checkerFor([typesOfPackage]) === checker).toBe(true);
  await workspace.open([typesOfPackage]);
  workspace.forget();
  expect(complaints).toEqual([]);
});
