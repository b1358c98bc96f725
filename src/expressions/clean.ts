import { setBounded } from "../base/set-bounded.js";
import { safeRegularExpression } from "./regular-expression.js";
import { endsLine, isCode, readTokens, type Token } from "./tokens.js";

/**
 * Source without what the client misreads, since it knows neither comments nor regular expressions: a quote in one of
 * them begins a string to it, which hides the signals and actions behind.
 */
export function cleanTokens(tokens: readonly Token[]): string {
  if (tokens.every(({ kind }) => kind !== "comment" && kind !== "regexp")) return textOf(tokens);
  const kept = tokens.map((token, i) => {
    if (token.kind === "regexp") {
      const end = token.text.lastIndexOf("/");
      return safeRegularExpression(token.text.slice(1, end), token.text.slice(end + 1));
    }
    if (token.kind !== "comment") return token.text;
    if (endsLine(token)) return "\n";
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    return before && after && isCode(before) && isCode(after) ? " " : "";
  });
  return kept.join("").trim();
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

// Where no slash stands outside of strings, as in most source that has a path in it, there is neither.
const hasNeither = /^[^/'"`<]*(?:(?:'[^'\\]*'|"[^"\\]*"|<(?!!--))[^/'"`<]*)*$/;

const cleaned = new Map<string, string>();

/** The same for source as somebody wrote it, which mostly is the same each time. */
export function cleanSource(source: string): string {
  // Single characters are what engines find fastest.
  if (!source.includes("/") && !source.includes("<")) return source;
  if (hasNeither.test(source)) return source;
  return cleaned.get(source) ?? setBounded(cleaned, 1024, source, cleanTokens(readTokens(source)));
}
