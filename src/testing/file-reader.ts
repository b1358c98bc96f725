// Files that a page reads. jsdom's reader waits for `setImmediate`, which stands still with fake timers, and no visit would
// wait for it.
import type { DOMWindow } from "jsdom";
import type { Host } from "./host.js";
import { internals } from "./jsdom-internals.js";

const { setImmediate } = globalThis;

type Bytes = Uint8Array<ArrayBuffer>;
type Result = (window: DOMWindow, bytes: Bytes, type: string, encoding?: string) => unknown;

/** @see https://w3c.github.io/FileAPI/#packaging-data */
const results: { readonly [method: string]: Result } = {
  readAsArrayBuffer(window, bytes) {
    const buffer: ArrayBuffer = new window.ArrayBuffer(bytes.length);
    new window.Uint8Array(buffer).set(bytes);
    return buffer;
  },
  readAsBinaryString: (_window, bytes) => Buffer.from(bytes).toString("latin1"),
  readAsDataURL: (_window, bytes, type) =>
    `data:${type || "application/octet-stream"};base64,${Buffer.from(bytes).toString("base64")}`,
  readAsText: (_window, bytes, _type, encoding = "utf-8") => new TextDecoder(encoding).decode(bytes),
};

export function ownFileReader(window: DOMWindow, { busy }: Pick<Host, "busy">): void {
  const { prototype } = window.FileReader;
  for (const [method, resultOf] of Object.entries(results)) {
    Reflect.set(prototype, method, function read(this: FileReader, file: Blob, encoding?: string): void {
      const state = internals(this);
      if (state === undefined) throw new Error("This version of jsdom has no files that a visit can read.");
      if (this.readyState === this.LOADING)
        throw new window.DOMException("The reader reads a file already.", "InvalidStateError");
      const bytes = bytesOf(file);
      const tell = (name: string): boolean =>
        this.dispatchEvent(
          new window.ProgressEvent(name, { lengthComputable: true, loaded: bytes.length, total: bytes.length }),
        );
      Reflect.set(state, "readyState", this.LOADING);
      Reflect.set(state, "_terminated", false);
      const done = busy();
      setImmediate(() => {
        // It was aborted.
        if (Reflect.get(state, "_terminated") !== true) {
          Reflect.set(state, "result", resultOf(window, bytes, file.type, encoding));
          Reflect.set(state, "readyState", this.DONE);
          for (const name of ["loadstart", "progress", "load", "loadend"]) tell(name);
        }
        done();
      });
    });
  }
}

function bytesOf(file: Blob): Bytes {
  const behind = internals(file);
  const bytes: unknown = behind && (Reflect.get(behind, "_buffer") ?? Reflect.get(behind, "_bytes"));
  if (!(bytes instanceof Uint8Array)) throw new Error("This version of jsdom has no files that a visit can read.");
  return new Uint8Array(bytes);
}
