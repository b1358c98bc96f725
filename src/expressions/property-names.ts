import { isCode, readTokens, type Token } from "./tokens.js";

/** The names of the properties in the object literals of source; of computed ones, those that are written as text. */
export function propertyNames(source: string): readonly string[] {
  const tokens = readTokens(source).filter(isCode);
  return tokens.flatMap((token, index) => {
    const [before, after, next] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    const isName = after?.text === ":" ? /^[{,]$/.test(before?.text ?? "") : after?.text === "]" && next?.text === ":";
    return isName ? nameOf(token) : [];
  });
}

function nameOf({ kind, text }: Token): readonly string[] {
  return kind === "string" ? [text.slice(1, -1)] : kind === "word" ? [text] : [];
}
