import { fileURLToPath, pathToFileURL } from "node:url";
import { offsetAt, type Position } from "../source/positions.js";

/** A change of a document's text: of a part of it, or of all. */
export interface TextChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** The documents that an editor has open, by the paths of their files. */
export class OpenDocuments {
  readonly #texts = new Map<string, string>();
  // As the editor writes them: there are several ways to write the same one.
  readonly #uris = new Map<string, string>();

  get files(): readonly string[] {
    return Array.from(this.#texts.keys());
  }

  textOf(file: string): string | undefined {
    return this.#texts.get(file);
  }

  open(file: string, uri: string, text: string): void {
    this.#uris.set(file, uri);
    this.#texts.set(file, text);
  }

  /** @throws Error for a document that is not open */
  change(file: string, changes: readonly TextChange[]): string {
    const text = this.#texts.get(file);
    if (text === undefined) throw new Error(`${file} is not open.`);
    const changed = changes.reduce(withChange, text);
    this.#texts.set(file, changed);
    return changed;
  }

  close(file: string): void {
    this.#texts.delete(file);
  }

  uriOf(file: string): string {
    return this.#uris.get(file) ?? pathToFileURL(file).href;
  }
}

function withChange(before: string, { range, text }: TextChange): string {
  return range === undefined
    ? text
    : before.slice(0, offsetAt(before, range.start)) + text + before.slice(offsetAt(before, range.end));
}

/**
 * The path of a document's file, as TypeScript writes it; `undefined` for what has never been saved, and what is on
 * another machine: it is part of no project.
 */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri).replaceAll("\\", "/");
  } catch {
    return undefined;
  }
}
