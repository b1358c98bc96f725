// Files that a user chooses: to a page they are files of jsdom, to an app those of the platform.
import type { DOMWindow } from "jsdom";
import { internals } from "./jsdom-internals.js";

type FieldOfFiles = HTMLInputElement;

/** A file of a page, and what it was made of. */
const originals = new WeakMap<object, File>();

/** The files as a page sees them. */
export async function filesOfPage(window: DOMWindow, files: readonly File[]): Promise<readonly File[]> {
  return Promise.all(
    files.map(async (file) => {
      const { name, type, lastModified } = file;
      const made = new window.File([await file.arrayBuffer()], name, { type, lastModified });
      originals.set(made, file);
      return made;
    }),
  );
}

/** Has a field hold these files, and no others. @param files of the page */
export function chooseFiles({ files: chosen }: FieldOfFiles, files: readonly File[]): void {
  // A list of files is read-only to scripts; behind it, there is an array.
  const list = chosen === null ? undefined : internals(chosen);
  if (!Array.isArray(list)) throw new Error("This version of jsdom has no files that a test can choose.");
  list.splice(0, list.length, ...files.map(internals));
}

/** The same form, of the platform: its files are read from the page. */
export async function toFormData(window: DOMWindow, form: FormData): Promise<FormData> {
  const copy = new FormData();
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") copy.append(name, value);
    else copy.append(name, originals.get(value) ?? (await readFile(window, value)));
  }
  return copy;
}

/** Files that scripts of the page have made. Those of jsdom cannot read themselves. */
function readFile(window: DOMWindow, file: File): Promise<File> {
  return new Promise((resolve, reject) => {
    const reader = new window.FileReader();
    reader.addEventListener("error", () => reject(reader.error));
    reader.addEventListener("load", () => {
      resolve(new File([reader.result as ArrayBuffer], file.name, { type: file.type }));
    });
    reader.readAsArrayBuffer(file);
  });
}
