import { checkPeers } from "./peers.js";

checkPeers("datastar-tsx/compile");

// Not before they were looked for.
const compiler = await import("./compile.js");

/** Compiles the TSX of a module into code that joins strings; `undefined` for a module that has none of ours. */
export const compile = compiler.compile;
/** Refuses a module in which text that is put together at run time would run as code in the browser. */
export const checkSource = compiler.checkSource;
export type { Compiled, CompileOptions } from "./compile.js";
export { SourceError } from "./source-error.js";
