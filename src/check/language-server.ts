import { relative } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Checker, openProject } from "./check.js";
import type { Finding } from "./finding.js";
import { connect, type Message } from "./json-rpc.js";
import type { NamedAt } from "./left-names.js";
import { offsetAt, positionAt, type Position } from "./positions.js";
import type { Edit } from "./rename.js";

interface DocumentParams {
  readonly textDocument: { readonly uri: string; readonly text?: string };
  readonly contentChanges?: readonly { readonly text: string }[];
  readonly position?: Position;
  readonly newName?: string;
}

/** An editor sends each letter; it is told when it pauses. */
const pause = 100;

/** What the server does, in the words of the protocol. */
const capabilities = {
  textDocumentSync: { openClose: true, change: 1, save: true },
  completionProvider: { triggerCharacters: ["$", "@", "."] },
  hoverProvider: true,
  renameProvider: true,
};

/**
 * Serves an editor with what {@link openProject} finds: mistakes while they are typed, types under the cursor, and
 * names of signals, members and actions to complete.
 *
 * @param project the folder of the `tsconfig.json`, or its path; default: what the editor has opened
 * @returns when the editor has gone
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export async function serveEditor(input: Readable, output: Writable, project?: string): Promise<void> {
  const texts = new Map<string, string>();
  const told = new Set<string>();
  const changed = new Map<string, string | undefined>();
  // Files that the editor has open and that belong to no project of ours; until they are saved, that stays so.
  let foreign: ReadonlySet<string> = new Set();
  let folder = project ?? ".";
  let checker: Checker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let idle: NodeJS.Immediate | undefined;
  let turn = Promise.resolve();

  const publish = (findings: readonly Finding[]): void => {
    const files = new Set([...told, ...findings.map(({ file }) => file)]);
    told.clear();
    for (const file of files) {
      const found = findings.filter((finding) => finding.file === file);
      if (found.length > 0) told.add(file);
      send("textDocument/publishDiagnostics", { uri: pathToFileURL(file).href, diagnostics: found.map(shown) });
    }
  };
  /** Brings the project up to date with what the editor has. */
  const update = async (): Promise<Checker> => {
    clearTimeout(timer);
    timer = undefined;
    const isNew = Array.from(changed.keys()).some((file) => !checker?.files.includes(file) && !foreign.has(file));
    if (checker === undefined || isNew) {
      const opened = await openProject(folder);
      checker?.close();
      checker = opened;
      checker.check();
      for (const [file, text] of texts) if (checker.files.includes(file)) changed.set(file, text);
      foreign = new Set(Array.from(changed.keys()).filter((file) => !opened.files.includes(file)));
    }
    const known = new Map(Array.from(changed).filter(([file]) => checker?.files.includes(file)));
    changed.clear();
    const findings = checker.check(known);
    publish(findings);
    checkOthers(findings);
    return checker;
  };
  /** Checks the files that have not changed, one at a time, so that whoever asks something comes first. */
  const checkOthers = (told: readonly Finding[], last = told): void => {
    clearImmediate(idle);
    idle = setImmediate(() => {
      void inTurn(async () => {
        // What has changed is checked before the others, and these then once more.
        if (timer !== undefined) return;
        const found = checker?.checkNext();
        if (found !== undefined) checkOthers(told, found);
        else if (JSON.stringify(last) !== JSON.stringify(told)) publish(last);
      });
    });
  };
  const change = (uri: string, text: string | undefined): void => {
    // What has never been saved is part of no project.
    if (!uri.startsWith("file:")) return;
    const file = fileURLToPath(uri);
    if (text === undefined) texts.delete(file);
    else texts.set(file, text);
    changed.set(file, text);
    timer ??= setTimeout(() => void inTurn(update), pause);
  };
  // One after the other, so that each answers for the text that it was asked of.
  const inTurn = <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const done = turn.then(work).catch((error: unknown) => {
      send("window/logMessage", {
        type: 1,
        message: `datastar-tsx: ${textOf(error)}`,
      });
      return undefined;
    });
    turn = done.then(() => {});
    return done;
  };
  /** @param isCurrent whether the answer is of the text as it was checked */
  const asked = async ({ textDocument, position }: DocumentParams, isCurrent: boolean) => {
    if (!textDocument.uri.startsWith("file:")) return undefined;
    const file = fileURLToPath(textDocument.uri);
    const current = (isCurrent && changed.size > 0) || !checker?.files.includes(file) ? await update() : checker;
    const code = texts.get(file);
    return code === undefined || position === undefined || !current.files.includes(file)
      ? undefined
      : { current, file, code, offset: offsetAt(code, position) };
  };
  const requests: { readonly [method: string]: (params: DocumentParams) => Promise<unknown> } = {
    initialize: async (params) => {
      const root = (params as { readonly rootUri?: string | null }).rootUri;
      if (project === undefined && root) folder = fileURLToPath(root);
      return { capabilities, serverInfo: { name: "datastar-tsx" } };
    },
    shutdown: async () => null,
    "textDocument/hover": async (params) => {
      const at = await asked(params, true);
      const found = at?.current.hover(at.file, at.offset);
      if (at === undefined || found === undefined) return null;
      const range = { start: positionAt(at.code, found.start), end: positionAt(at.code, found.end) };
      return { contents: { kind: "markdown", value: `\`\`\`ts\n${found.text}\n\`\`\`` }, range };
    },
    "textDocument/completion": async (params) => {
      // Names are wanted at once, in text that is not finished.
      const at = await asked(params, false);
      return at?.current.complete(at.file, at.code, at.offset).map((label) => ({ label })) ?? null;
    },
    "textDocument/rename": async (params) => {
      const at = await asked(params, true);
      const [, name] = /^\$?([A-Za-z_]\w*)$/.exec(params.newName ?? "") ?? [];
      if (name === undefined)
        throw new Error(`${params.newName} is no name of a signal: write letters, digits and _, as in count2.`);
      const { edits, left } = at?.current.rename(at.file, at.offset, name) ?? { edits: [], left: [] };
      if (edits.length === 0) return null;
      if (left.length > 0) send("window/showMessage", { type: 2, message: toLookAt(left, folder) });
      return { changes: changesOf(edits) };
    },
  };
  const notifications: { readonly [method: string]: (params: DocumentParams) => void } = {
    initialized: () => void inTurn(update),
    "textDocument/didOpen": ({ textDocument: { uri, text } }) => change(uri, text),
    "textDocument/didChange": ({ textDocument: { uri }, contentChanges }) => change(uri, contentChanges?.at(-1)?.text),
    // What is saved or closed is as it is on disk.
    "textDocument/didSave": ({ textDocument: { uri } }) => {
      if (foreign.size === 0) return;
      foreign = new Set();
      change(uri, texts.get(fileURLToPath(uri)));
    },
    "textDocument/didClose": ({ textDocument: { uri } }) => change(uri, undefined),
  };
  const receive = ({ id, method = "", params }: Message): void => {
    if (method === "exit") input.destroy();
    else if (id === undefined) notifications[method]?.(params as DocumentParams);
    else {
      const request = requests[method];
      if (request === undefined) connection.send({ id, error: { code: -32601, message: `There is no ${method}.` } });
      else
        void inTurn(async () => {
          try {
            connection.send({ id, result: (await request(params as DocumentParams)) ?? null });
          } catch (error) {
            connection.send({ id, error: { code: requestFailed, message: textOf(error) } });
          }
        });
    }
  };
  const connection = connect(input, output, receive);
  const send = (method: string, params: object): void => connection.send({ method, params });
  await new Promise((resolve) => input.once("close", resolve));
  clearTimeout(timer);
  clearImmediate(idle);
  checker?.close();
  checker = undefined;
}

/** The protocol's code of a request that is right, and cannot be met. */
const requestFailed = -32803;

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The edits of each document, as the protocol has them. */
function changesOf(edits: readonly Edit[]) {
  const files = new Set(edits.map(({ file }) => file));
  return Object.fromEntries(
    Array.from(files, (file) => [
      pathToFileURL(file).href,
      edits.filter((one) => one.file === file).map(({ range, text }) => ({ range, newText: text })),
    ]),
  );
}

/** What to tell of names that a rename leaves as they are. */
function toLookAt(left: readonly NamedAt[], folder: string): string {
  const places = left.map(({ file, start }) => `${relative(folder, file)}:${start.line + 1}:${start.character + 1}`);
  const others = places.length > 10 ? ` and ${places.length - 10} others` : "";
  return `datastar-tsx: this may name the signal as well, and stays as it is: ${places.slice(0, 10).join(", ")}${others}.`;
}

function shown({ line, column, code, message, start, end }: Finding) {
  const from = { line: line - 1, character: column - 1 };
  // Mistakes are seldom longer than a line.
  const to = { line: line - 1, character: column - 1 + Math.max(1, end - start) };
  return { range: { start: from, end: to }, severity: 1, source: "datastar-tsx", code, message };
}
