import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A language server, as an editor talks to it.
 *
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export class LanguageServer {
  readonly #server: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listening = new Map<string, (params: unknown) => void>();
  #received = Buffer.alloc(0);
  #nextId = 1;

  /** @param args what Node.js is called with */
  constructor(args: readonly string[], folder: string) {
    this.#server = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#server.stdout?.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  /** Opens folders, as an editor does at its start. */
  async start(...folders: readonly string[]): Promise<void> {
    const textDocument = { completion: {}, hover: { contentFormat: ["markdown"] } };
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
    await this.request("initialize", {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      ...(folders.length > 1 && { workspaceFolders }),
      capabilities: { textDocument, workspace },
    });
    this.#send({ method: "initialized", params: {} });
  }

  /** Sends what is sent meanwhile in one piece, so that it is read before any of it is answered. */
  inOnePiece(send: () => void): void {
    this.#server.stdin?.cork();
    send();
    this.#server.stdin?.uncork();
  }

  /** Cancels the last request. */
  cancel(): void {
    this.#send({ method: "$/cancelRequest", params: { id: this.#nextId - 1 } });
  }

  /** Writes what need not be a message. */
  write(text: string): void {
    this.#server.stdin?.write(text);
  }

  /** The code that it ends with. */
  exited(): Promise<number | null> {
    return new Promise((resolve) => this.#server.once("exit", resolve));
  }

  /** Opens a file, with a text of the test's own. */
  open(path: string, text = readFileSync(path, "utf8")): void {
    const textDocument = { uri: pathToFileURL(path).href, languageId: "typescriptreact", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#nextId++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) =>
      this.#waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error.message)),
      ),
    );
  }

  /** Tells of a new text of a file. */
  change(path: string, text: string): void {
    const textDocument = { uri: pathToFileURL(path).href, version: 2 };
    this.#send({ method: "textDocument/didChange", params: { textDocument, contentChanges: [{ text }] } });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The parameters of the next notification of a method. */
  next(method: string): Promise<unknown> {
    return new Promise((resolve) => this.#listening.set(method, resolve));
  }

  stop(): void {
    this.#server.kill();
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("latin1", 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const message: Message = JSON.parse(this.#received.toString("utf8", end + 4, end + 4 + length));
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(message);
    }
  }

  #take(message: Message): void {
    if (typeof message.id === "number" && message.method === undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.id !== undefined) {
      // The server asks for settings and registrations; the defaults will do.
      this.#send({ id: message.id, result: null });
    } else {
      this.#listening.get(message.method ?? "")?.(message.params);
    }
  }
}
