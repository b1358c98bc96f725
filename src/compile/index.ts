import { checkPeers } from "./peers.js";

checkPeers("datastar-tsx/compile");

// Not before they were looked for.
export const { checkSource, compile } = await import("./compile.js");
export type { Compiled, CompileOptions } from "./compile.js";
export { SourceError } from "./source-error.js";
