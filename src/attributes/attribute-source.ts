import { Expression } from "../expressions/expression.js";
import { operand } from "../expressions/literal.js";
import { shapeOf } from "../expressions/shape.js";
import { type BooleanWords, booleanWords } from "./boolean-words.js";

/**
 * What `data-attr` writes for booleans in an attribute in which absence means something else, and which every element
 * has; `undefined` for all others, of which the client writes `true` as a bare name and leaves out `false`.
 */
export function wordsFor(name: string): BooleanWords | undefined {
  // The name of any custom element, whose other attributes are its own.
  return booleanWords(name, "custom-element");
}

/**
 * A source that gives a word for each boolean: the client knows none of them, and would remove `aria-expanded` for
 * `false`. Several statements stay as they are.
 */
export function inWords(source: string, words: BooleanWords): string {
  if (source === "true" || source === "false") return `'${words[source]}'`;
  if (isText(source) || shapeOf(source).kind === "statements") return source;
  const value = operand(new Expression(source));
  return `((v) => v === true ? '${words.true}' : v === false ? '${words.false}' : v)(${value})`;
}

const text = String.raw`'[^'\\]*'|"[^"\\]*"`;
const isTextPattern = new RegExp(
  String.raw`^(?:${text}|\`[^\`]*\`|String\([^()]*\)|[^?]*\?\s*(?:${text})\s*:\s*(?:${text}|null|undefined))$`,
);

/** Whether a source gives text, or nothing, for certain. */
function isText(source: string): boolean {
  return isTextPattern.test(source.trim());
}
