import { setBounded } from "../base/set-bounded.js";
import { Expression } from "../expressions/expression.js";
import { operand } from "../expressions/literal.js";
import { propertyNames } from "../expressions/property-names.js";
import { inertLiterals } from "../expressions/script-literals.js";
import { shapeOf } from "../expressions/shape.js";
import { type BooleanWords, booleanWords } from "./boolean-words.js";
import { takesCode, urlsOf } from "./url-attribute.js";

/** How `data-attr` sets an attribute. */
export interface AttributeSource {
  /** Whether booleans are words in it: then `false` does not leave it out. */
  readonly hasWords: boolean;
  /** Prints the source of its value; `undefined` where that is left as it is. */
  readonly print: ((source: string) => string) | undefined;
}

const sources = new Map<string, AttributeSource>();

/**
 * How `data-attr` sets the attribute of a name.
 *
 * @throws TypeError for an attribute that holds code: whatever it is set to would run
 */
export function attributeSource(name: string): AttributeSource {
  return sources.get(name) ?? setBounded(sources, 1024, name, makeSource(name));
}

function makeSource(name: string): AttributeSource {
  refuseCode(name);
  const urls = urlsOf(name);
  if (urls !== undefined)
    return { hasWords: false, print: (source) => inertLiterals(source, urls, `data-attr:${name}`) };
  // The name of any custom element, whose other attributes are its own.
  const words = booleanWords(name, "custom-element");
  return { hasWords: words !== undefined, print: words && ((source) => inWords(source, words)) };
}

/**
 * Prints source that evaluates to an object of attributes. Which of its literals become URLs is not looked for: none
 * may be a `javascript:` URL.
 *
 * @throws TypeError for an attribute that holds code
 */
export function attributesSource(source: string): string {
  if (/\bon|srcdoc/i.test(source)) for (const name of propertyNames(source)) refuseCode(name);
  return inertLiterals(source, "one", "data-attr");
}

function refuseCode(name: string): void {
  const problem = codeProblem(name);
  if (problem !== undefined) throw new TypeError(`data-attr:${name} ${problem}`);
}

/** Why `data-attr` does not set an attribute, if it does not. */
export function codeProblem(name: string): string | undefined {
  if (!takesCode(name)) return undefined;
  const remedy = /^on/i.test(name)
    ? `write data-on:${name.slice(2).toLowerCase()}`
    : "patch what it is to show into the page, or print srcdoc on the server";
  return `would run what it is set to as code; ${remedy}.`;
}

/**
 * A source that gives a word for each boolean: the client knows none of them, and would remove `aria-expanded` for
 * `false`. Several statements stay as they are.
 */
function inWords(source: string, words: BooleanWords): string {
  if (source === "true" || source === "false") return `'${words[source]}'`;
  if (isText(source) || shapeOf(source).kind === "statements") return source;
  const value = operand(new Expression(source));
  return `((v) => v === true ? '${words.true}' : v === false ? '${words.false}' : v)(${value})`;
}

const text = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const isTextPattern = new RegExp(
  String.raw`^(?:${text}|\`[^\`]*\`|String\([^()]*\)|[^?]*\?\s*(?:${text})\s*:\s*(?:${text}|null|undefined))$`,
);

/** Whether a source gives text, or nothing, for certain. */
function isText(source: string): boolean {
  return isTextPattern.test(source.trim());
}
