import { cleanSource } from "../expressions/clean.js";
import { escapeAttribute, hasSpecial, includesSpecial, line, short, special } from "./escape.js";

/** Escapes source of Datastar in the value of an attribute, without what the client misreads in it. */
export function escapeSource(source: string): string {
  return isCleanAndPlain(source) ? source : escapeAttribute(cleanSource(source));
}

// Most source is printed as it is, so that is found out first, and in one run.
function isCleanAndPlain(source: string): boolean {
  if (source.length <= short) return !hasSpecial(source, 34) && !source.includes("/");
  if (source.includes("/")) return hasPlainSlashes.test(source);
  if (source.length <= line) return !special.test(source);
  return !includesSpecial(source) && !source.includes('"');
}

// Slashes in strings only, as in most source with a path in it, and nothing to escape: then none begins a comment.
const hasPlainSlashes = /^[^/'"`<&\r\0]*(?:'[^'\\"<&\r\0]*'[^/'"`<&\r\0]*)*$/;
