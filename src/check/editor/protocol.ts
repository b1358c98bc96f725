// What the server and an editor tell each other, in the words of the Language Server Protocol.
import { relative } from "node:path";
import type { Finding } from "../findings/finding.js";
import type { NamedAt } from "../rename/left-names.js";
import type { Edit } from "../rename/rename.js";
import { type Position, positionAt } from "../source/positions.js";
import type { TextChange } from "./open-documents.js";

/** What an editor says of a document, and asks at a place of it. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string; readonly text?: string };
  readonly contentChanges?: readonly TextChange[];
  readonly position?: Position;
  readonly newName?: string;
}

/** What an editor has when it asks something. */
export interface Now {
  /** The text of the document. */
  readonly text: string | undefined;
  /** How many changes there have been. */
  readonly asOf: number;
}

/** What an editor says of itself. */
export interface InitializeParams {
  readonly rootUri?: string | null;
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly capabilities?: {
    readonly workspace?: { readonly didChangeWatchedFiles?: { readonly dynamicRegistration?: boolean } };
  };
}

/** What an editor says of files that changed on the disk, and of folders. */
export interface WorkspaceParams {
  readonly changes?: readonly { readonly uri: string; readonly type: number }[];
  readonly event?: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}

/** What the server does. */
export const capabilities = {
  textDocumentSync: { openClose: true, change: 2, save: true },
  completionProvider: { triggerCharacters: ["$", "@", "."] },
  hoverProvider: true,
  renameProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Asks an editor to tell of files that change on the disk. */
export const watchedFiles = {
  registrations: [
    {
      id: "files",
      method: "workspace/didChangeWatchedFiles",
      registerOptions: {
        watchers: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}", "**/tsconfig*.json"].map((globPattern) => ({ globPattern })),
      },
    },
  ],
};

/** What something is told as: an error, a warning, or what happens. */
export const messageTypes = { error: 1, warning: 2, log: 4 } as const;

/** The edits of each document. */
export function changesOf(edits: readonly Edit[], uriOf: (file: string) => string) {
  const files = new Set(edits.map(({ file }) => file));
  return Object.fromEntries(
    Array.from(files, (file) => [
      uriOf(file),
      edits.filter((one) => one.file === file).map(({ range, text }) => ({ range, newText: text })),
    ]),
  );
}

/** What to tell of names that a rename leaves as they are. */
export function toLookAt(left: readonly NamedAt[], folder: string): string {
  const places = left.map(({ file, start }) => `${relative(folder, file)}:${start.line + 1}:${start.character + 1}`);
  const others = places.length > 10 ? ` and ${places.length - 10} others` : "";
  return `datastar-tsx: this may name the signal as well, and stays as it is: ${places.slice(0, 10).join(", ")}${others}.`;
}

/** @param text that of its file */
export function diagnosticOf({ code, message, start, end }: Finding, text: string) {
  const range = { start: positionAt(text, start), end: positionAt(text, Math.max(start + 1, end)) };
  return { range, severity: 1, source: "datastar-tsx", code, message };
}
