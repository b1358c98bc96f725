import { checkSource, compile } from "./compile.js";
import type { PluginOptions } from "./plugin.js";
import { framed } from "./source-error.js";

/** What a loader is called on, as far as this one looks at it. */
interface LoaderContext {
  readonly resourcePath: string;
  getOptions(): Pick<PluginOptions, "development" | "client">;
  callback(error: Error): void;
  callback(error: null, code: string, map?: unknown): void;
}

/** The loader behind the plugin for webpack and Rspack. */
export default function load(this: LoaderContext, code: string, map?: unknown): void {
  const options = { filename: this.resourcePath };
  try {
    const { development, client } = this.getOptions();
    if (development === true) checkSource(code, options);
    const compiled = development === true ? undefined : compile(code, { ...options, client });
    if (compiled === undefined) this.callback(null, code, map);
    else this.callback(null, compiled.code, compiled.map);
  } catch (error) {
    this.callback(framed(error) as Error);
  }
}
