import { readFileSync } from "node:fs";
import { type VirtualFile, virtualFile } from "./virtual-file.js";

/** A module of a project as it is, and as the compiler reads it. */
export interface SourceFile {
  readonly code: string;
  /** Absent where there is nothing to check. */
  readonly virtual: VirtualFile | undefined;
}

/** The modules of a project. Each is read when somebody asks for it. */
export class SourceFiles {
  readonly #files = new Map<string, SourceFile>();

  /** What the compiler reads in place of a file; `undefined` for what is no module of the project. */
  textOf(file: string): string | undefined {
    if (!isSource(file)) return undefined;
    const { code, virtual } = this.of(file);
    return virtual?.text.text ?? code;
  }

  of(file: string): SourceFile {
    return this.#files.get(file) ?? this.read(file);
  }

  /** @param code the text of the file where it is not saved */
  read(file: string, code = textIn(file)): SourceFile {
    const source = { code, virtual: virtualFile(file, code) };
    this.#files.set(file, source);
    return source;
  }

  /** Puts a file in the place of another one's. */
  set(file: string, source: SourceFile): void {
    this.#files.set(file, source);
  }
}

/** Whether a file is a module that somebody wrote for the project. */
export function isSource(file: string): boolean {
  return /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/.test(file) && !file.includes("/node_modules/");
}

function textIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It has been deleted since.
    return "";
  }
}
