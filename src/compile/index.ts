export { checkSource, compile, type Compiled, type CompileOptions } from "./compile.js";
export { SourceError } from "./source-error.js";
