import type { Readable, Writable } from "node:stream";
import { setImmediate as otherMessages } from "node:timers/promises";
import type { Checker } from "../checker.js";
import { isForProgram } from "../files-of-project.js";
import type { Finding } from "../findings/finding.js";
import { offsetAt, positionAt } from "../source/positions.js";
import { connect, errorCodes, type Message, RequestError } from "./json-rpc.js";
import { fileOf, OpenDocuments } from "./open-documents.js";
import {
  capabilities,
  changesOf,
  diagnosticOf,
  type DocumentParams,
  type InitializeParams,
  type Now,
  messageTypes,
  toLookAt,
  watchedFiles,
  type WorkspaceParams,
} from "./protocol.js";
import { Workspace } from "./workspace.js";

/** An editor sends each letter; it is told when it pauses. */
const pause = 100;

/**
 * Serves an editor with what `check` finds: mistakes while they are typed, types under the cursor, names of signals,
 * members and actions to complete, and what gives a signal another name.
 *
 * @returns when the editor has gone: whether it has said so before
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export async function serveEditor(input: Readable, output: Writable): Promise<boolean> {
  const documents = new OpenDocuments();
  const filesWithFindings = new Set<string>();
  const complaints = new Set<string>();
  // Files to read again.
  const changed = new Set<string>();
  // Requests that have no answer yet, and are still wanted.
  const wanted = new Set<number | string>();
  let edition = 0;
  let state = "new" as "new" | "open" | "shut";
  let canWatch = false;
  let timer: NodeJS.Timeout | undefined;
  let idle: NodeJS.Immediate | undefined;
  let turn = Promise.resolve();

  /** Tells somebody who has asked nothing what does not work: once, until something else does not. */
  const complain = (error: unknown): void => {
    const message = `datastar-tsx: ${textOf(error)}`;
    if (complaints.has(message)) return log(textOf(error));
    complaints.add(message);
    send("window/showMessage", { type: messageTypes.error, message });
  };
  const log = (text: string): void =>
    send("window/logMessage", { type: messageTypes.log, message: `datastar-tsx: ${text}` });
  const workspace = new Workspace(complain);

  const publish = (checker: Checker, findings: readonly Finding[]): void => {
    const files = new Set([...filesWithFindings, ...findings.map(({ file }) => file)]);
    filesWithFindings.clear();
    for (const file of files) {
      const found = findings.filter((finding) => finding.file === file);
      if (found.length > 0) filesWithFindings.add(file);
      const diagnostics = found.map((finding) => diagnosticOf(finding, checker.textOf(file)));
      send("textDocument/publishDiagnostics", { uri: documents.uriOf(file), diagnostics });
    }
  };
  /** Brings the projects up to date with what the editor has. */
  const update = async (): Promise<Checker> => {
    clearTimeout(timer);
    timer = undefined;
    try {
      return await checkChanged();
    } catch (error) {
      // What has been read by then is not known, and a compiler that has ended answers nobody.
      workspace.forget();
      throw error;
    }
  };
  const checkChanged = async (): Promise<Checker> => {
    const opened = workspace.checkerFor(changed);
    let checker = opened;
    while (checker === undefined) {
      await workspace.open(documents.files);
      // The editor may have opened another one meanwhile.
      checker = workspace.checkerFor(documents.files);
    }
    if (checker !== opened) {
      for (const file of documents.files) changed.add(file);
      tellForeign(checker);
      checker.check();
    }
    const { files } = checker;
    const known = Array.from(changed).filter((file) => files.includes(file));
    changed.clear();
    const findings = checker.check(new Map(known.map((file) => [file, documents.textOf(file)])));
    publish(checker, findings);
    checkOthers(checker, findings);
    return checker;
  };
  const tellForeign = ({ files }: Checker): void => {
    for (const file of documents.files) {
      if (!files.includes(file)) log(`${file} is not checked: it belongs to no project that is open.`);
    }
  };
  /** Checks the files that have not changed, one at a time, so that whoever asks something comes first. */
  const checkOthers = (checker: Checker, published: readonly Finding[], last = published): void => {
    clearImmediate(idle);
    idle = setImmediate(() => {
      void inTurn(async () => {
        // What has changed is checked before the others, and these then once more.
        if (timer !== undefined || workspace.checkerFor([]) !== checker) return;
        const found = checker.checkNext();
        if (found !== undefined) checkOthers(checker, published, found);
        else if (JSON.stringify(last) !== JSON.stringify(published)) publish(checker, last);
      });
    });
  };
  const updateSoon = (): void => {
    edition++;
    timer ??= setTimeout(() => void inTurn(update), pause);
  };
  const change = (file: string): void => {
    changed.add(file);
    updateSoon();
  };
  // One after the other, so that each answers for the text that it was asked of.
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    turn = turn.then(async () => {
      if (input.destroyed) return;
      await work().catch(complain);
    });
    return turn;
  };

  /** @param isCurrent whether the answer is of the text as it was checked */
  const asked = async ({ textDocument, position }: DocumentParams, { text, asOf }: Now, isCurrent: boolean) => {
    const file = fileOf(textDocument.uri);
    if (file === undefined || text === undefined || position === undefined) return undefined;
    if (isCurrent && edition !== asOf)
      throw new RequestError(errorCodes.contentModified, "The text is another one by now.");
    const known = isCurrent && changed.size > 0 ? undefined : workspace.checkerFor([file]);
    const checker = known ?? (await update());
    return checker.files.includes(file) ? { checker, file, code: text, offset: offsetAt(text, position) } : undefined;
  };
  const requests: { readonly [method: string]: (params: DocumentParams, now: Now) => Promise<unknown> } = {
    "textDocument/hover": async (params, now) => {
      const at = await asked(params, now, true);
      const found = at?.checker.hover(at.file, at.offset);
      if (at === undefined || found === undefined) return null;
      const range = { start: positionAt(at.code, found.start), end: positionAt(at.code, found.end) };
      return { contents: { kind: "markdown", value: `\`\`\`ts\n${found.text}\n\`\`\`` }, range };
    },
    "textDocument/completion": async (params, now) => {
      // Names are wanted at once, in text that is not finished.
      const at = await asked(params, now, false);
      return at?.checker.complete(at.file, at.code, at.offset).map((label) => ({ label })) ?? null;
    },
    "textDocument/rename": async (params, now) => {
      const at = await asked(params, now, true);
      const [, name] = /^\$?([A-Za-z_]\w*)$/.exec(params.newName ?? "") ?? [];
      if (name === undefined)
        throw new Error(`${params.newName} is no name of a signal: write letters, digits and _, as in count2.`);
      const { edits, left } = at?.checker.rename(at.file, at.offset, name) ?? { edits: [], left: [] };
      if (edits.length === 0) return null;
      const [root = "."] = workspace.roots;
      if (left.length > 0) send("window/showMessage", { type: messageTypes.warning, message: toLookAt(left, root) });
      return { changes: changesOf(edits, (file) => documents.uriOf(file)) };
    },
  };
  /** Answers a request when it is its turn, if it is still wanted then. */
  const answer = (id: number | string, method: string, params: DocumentParams): void => {
    const request = Object.hasOwn(requests, method) ? requests[method] : undefined;
    if (request === undefined) return refuse(id, errorCodes.methodNotFound, `There is no ${method}.`);
    const uri: unknown = params?.textDocument?.uri;
    if (typeof uri !== "string") return refuse(id, errorCodes.invalidParams, `${method} is asked of a textDocument.`);
    const now = { text: documents.textOf(fileOf(uri) ?? ""), asOf: edition };
    wanted.add(id);
    void inTurn(async () => {
      // So that those are read that came meanwhile.
      await otherMessages();
      try {
        if (!wanted.delete(id)) throw new RequestError(errorCodes.requestCancelled, "It is not wanted any more.");
        connection.send({ id, result: await request(params, now) });
      } catch (error) {
        refuse(id, error instanceof RequestError ? error.code : errorCodes.requestFailed, textOf(error));
      }
    });
  };
  const refuse = (id: number | string, code: number, message: string): void =>
    connection.send({ id, error: { code, message } });

  const initialize = ({ rootUri, workspaceFolders, capabilities: theirs }: InitializeParams): object => {
    const uris = workspaceFolders?.length ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : [];
    workspace.roots = uris.flatMap((uri) => fileOf(uri) ?? []);
    if (uris.length === 0) workspace.roots = [process.cwd()];
    canWatch = theirs?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: "datastar-tsx" } };
  };
  const ofDocument = (work: (file: string, params: DocumentParams) => void) => (params: DocumentParams) => {
    const file = fileOf(params.textDocument.uri);
    // What has never been saved is part of no project.
    if (file !== undefined) work(file, params);
  };
  const notifications: { readonly [method: string]: (params: DocumentParams & WorkspaceParams) => void } = {
    initialized: () => {
      if (canWatch) connection.send({ id: "watch", method: "client/registerCapability", params: watchedFiles });
      void inTurn(update);
    },
    "textDocument/didOpen": ofDocument((file, { textDocument: { uri, text = "" } }) => {
      documents.open(file, uri, text);
      change(file);
    }),
    "textDocument/didChange": ofDocument((file, { contentChanges = [] }) => {
      documents.change(file, contentChanges);
      change(file);
    }),
    "textDocument/didSave": ofDocument((file) => {
      if (workspace.checkerFor([file])?.files.includes(file) === true) return;
      workspace.forgetForeign();
      change(file);
    }),
    // What is closed is as it is on disk.
    "textDocument/didClose": ofDocument((file) => {
      documents.close(file);
      change(file);
    }),
    "workspace/didChangeWatchedFiles": ({ changes = [] }) => {
      for (const { uri, type } of changes) {
        const file = fileOf(uri);
        if (file === undefined || file.includes("/node_modules/")) continue;
        const known = workspace.checkerFor([]);
        const isChanged = type === fileChanged && known?.files.includes(file) === true;
        if (isChanged && documents.textOf(file) === undefined) changed.add(file);
        else if (!isChanged && isForProgram(file, type !== fileChanged, known))
          void inTurn(async () => workspace.forget());
        else continue;
        updateSoon();
      }
    },
    "workspace/didChangeWorkspaceFolders": ({ event }) => {
      const removed = new Set(event?.removed.flatMap(({ uri }) => fileOf(uri) ?? []));
      const added = event?.added.flatMap(({ uri }) => fileOf(uri) ?? []) ?? [];
      workspace.roots = [...workspace.roots.filter((root) => !removed.has(root)), ...added];
      void inTurn(async () => workspace.forget());
      updateSoon();
    },
    "$/cancelRequest": (params) => {
      const { id } = params as { readonly id?: number | string };
      if (id !== undefined) wanted.delete(id);
    },
  };
  const notify = (method: string, params: unknown): void => {
    try {
      if (Object.hasOwn(notifications, method)) notifications[method]?.(params as DocumentParams & WorkspaceParams);
    } catch (error) {
      complain(new Error(`${method}: ${textOf(error)}`));
    }
  };
  const receive = ({ id, method, params }: Message): void => {
    // Answers are of no interest.
    if (method === undefined) return;
    if (method === "exit") input.destroy();
    else if (id === undefined) {
      if (state === "open") notify(method, params);
    } else if (method === "initialize") {
      if (state !== "new") return refuse(id, errorCodes.invalidRequest, "initialize comes once.");
      try {
        connection.send({ id, result: initialize((params ?? {}) as InitializeParams) });
        state = "open";
      } catch {
        const message = "rootUri is a URI, and workspaceFolders are a list of objects with one; or both are null.";
        refuse(id, errorCodes.invalidParams, message);
      }
    } else if (state === "new") refuse(id, errorCodes.serverNotInitialized, `${method} comes after initialize.`);
    else if (state === "shut") refuse(id, errorCodes.invalidRequest, `${method} came after shutdown.`);
    else if (method === "shutdown") {
      state = "shut";
      connection.send({ id, result: null });
    } else answer(id, method, params as DocumentParams);
  };
  const connection = connect(input, output, receive);
  const send = (method: string, params: object): void => connection.send({ method, params });
  await new Promise((resolve) => input.once("close", resolve));
  clearTimeout(timer);
  clearImmediate(idle);
  // What is being opened is closed as well.
  await turn;
  workspace.forget();
  return state === "shut";
}

/** The protocol's number of a file that is another one than before, and neither new nor gone. */
const fileChanged = 2;

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
