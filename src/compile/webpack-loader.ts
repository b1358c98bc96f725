import { compile } from "./compile.js";

/** What a loader is called on, as far as this one looks at it. */
interface LoaderContext {
  readonly resourcePath: string;
  callback(error: null, code: string, map?: unknown): void;
}

/** The loader behind the plugin for webpack and Rspack. */
export default function load(this: LoaderContext, code: string, map?: unknown): void {
  const compiled = compile(code, { filename: this.resourcePath });
  if (compiled === undefined) this.callback(null, code, map);
  else this.callback(null, compiled.code, compiled.map);
}
