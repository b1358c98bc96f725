import { type ParseResult, parseSync } from "oxc-parser";

// The tree as bytes instead of JSON, a fifth of the time that is needed for a module, where the runtime has it: Node.js
// from 22 on, and Deno. It reserves some gigabytes of addresses, which a small machine may refuse.
let options: { readonly range: false; readonly experimentalRawTransfer?: true } = {
  range: false,
  experimentalRawTransfer: true,
};

/** Parses a module of a program. */
export function parseModule(filename: string, code: string): ParseResult {
  try {
    return parseSync(filename, code, options);
  } catch {
    options = { range: false };
    return parseSync(filename, code, options);
  }
}
