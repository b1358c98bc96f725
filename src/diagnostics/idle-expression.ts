import { isCode, readTokens, type Token } from "../expressions/tokens.js";

/** The operators that give something a value. */
export const isAssignment = /^(?:=|[-+*/%&|^]=|\*\*=|<<=|>>>?=|&&=|\|\|=|\?\?=|\+\+|--)$/;

// Statements, and operators that do something.
const acting: ReadonlySet<string> = new Set(
  "await class const debugger delete do for function if import let new return switch throw try var while with yield".split(
    " ",
  ),
);

/** Whether an expression does nothing but give a value: it calls, sets and removes nothing. */
export function isIdle(source: string): boolean {
  const tokens = readTokens(source).filter(isCode);
  return tokens.length > 0 && !tokens.some(acts);
}

function acts({ kind, text, bracket }: Token): boolean {
  if (kind === "word") return acting.has(text);
  // A tag is called with its template.
  if (kind === "template") return true;
  return kind === "punctuator" && (text === "@" || text === "=>" || bracket === "call" || isAssignment.test(text));
}
