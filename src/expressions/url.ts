import { hasBrand } from "../base/brand.js";
import { describe } from "../base/describe.js";
import { Expression, isExpression } from "./expression.js";
import { urlLiteral } from "./literal.js";
import { Signal } from "./signal.js";
import { printKnown, Unknown } from "./unknown.js";

const brand: unique symbol = Symbol.for("datastar-tsx.Url");

/** What {@link url} can encode. */
export type UrlPart = string | number | bigint | boolean | Signal | Expression | URLSearchParams;

/** A URL made with {@link url}. It goes into actions and, when it holds no signals, into `href` and its like. */
export class Url extends Expression<string> {
  /** The URL itself, or `undefined` when the browser completes it from signals. */
  readonly href: string | undefined;

  constructor(source: string, href: string | undefined) {
    super(source);
    this.href = href;
  }

  get [brand](): true {
    return true;
  }
}

/** Whether a value is a URL, of this copy of the package or of another. */
export function isUrl(value: unknown): value is Url {
  return value instanceof Url || hasBrand(value, brand);
}

/**
 * Writes a URL and percent-encodes every value in it: server values at once, signals in the browser.
 *
 * ```ts
 * url`/todos/${id}?tab=${todo.tab}`  // '/todos/7?tab=' + encodeURIComponent($tab)
 * ```
 *
 * @throws TypeError for a value that is no part of a URL, and for a path segment (an empty one, `.` or `..`) that would
 *   change which path the URL names
 */
export function url(strings: TemplateStringsArray, ...values: readonly UrlPart[]): Url {
  let isSafe = safe.get(strings) ?? findSafe(strings);
  // The source up to the last signal, and what is known of the URL up to there.
  let source = "";
  let known = "";
  let text = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const after = strings[i + 1] ?? "";
    if (typeof value === "number") text += value;
    else if (isUrl(value) && value.href !== undefined) {
      isSafe = false;
      text += value.href;
    } else if (isExpression(value) || Signal.sourceOf(value) !== undefined) {
      if (text !== "") source = sum(source, quoted(text, isSafe));
      source = sum(source, `encodeURIComponent(${isExpression(value) ? value.source : Signal.sourceOf(value)})`);
      known += text;
      text = "";
    } else {
      const encoded = encode(value, strings);
      if (/^\.{0,2}$/.test(encoded) && isWholeSegment(known + text, after)) {
        throw new TypeError(
          `${template(strings)}: ${JSON.stringify(encoded)} as a path segment would name another path.`,
        );
      }
      text += encoded;
    }
    text += after;
  }
  if (source === "") return new Url(quoted(text, isSafe), text);
  return new Url(text === "" ? source : sum(source, quoted(text, isSafe)), undefined);
}

function sum(source: string, term: string): string {
  return source === "" ? term : `${source} + ${term}`;
}

function quoted(text: string, isSafe: boolean): string {
  if (isSafe) return `'${text}'`;
  // What stands for unknowns is not to be escaped.
  return text.includes("\0") ? `'${printKnown(text, (known) => urlLiteral(known).slice(1, -1))}'` : urlLiteral(text);
}

const safe = new WeakMap<TemplateStringsArray, boolean>();

/** Whether all text of a template is safe in a string literal, as what {@link encode} returns always is. */
function findSafe(strings: TemplateStringsArray): boolean {
  const isSafe = strings.every((text) => urlLiteral(text) === `'${text}'`);
  safe.set(strings, isSafe);
  return isSafe;
}

function encode(value: unknown, strings: TemplateStringsArray): string {
  switch (typeof value) {
    case "string":
      // Mostly an id, of characters that need no encoding.
      if (/^[\w-]*$/.test(value)) return value;
      // A lone surrogate has no encoding; the URL standard replaces it as well.
      return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("'", "%27");
    case "bigint":
    case "boolean":
      return String(value);
  }
  if (value instanceof URLSearchParams) return value.toString();
  if (value instanceof Unknown) return value.asText();
  throw new TypeError(
    `${template(strings)}: ${describe(value)} cannot be part of a URL; pass a string, a number or a signal.`,
  );
}

function isWholeSegment(before: string, after: string): boolean {
  return before.endsWith("/") && !/[?#]/.test(before) && /^(?:[/?#]|$)/.test(after);
}

function template(strings: TemplateStringsArray): string {
  return `url\`${strings.join("${…}")}\``;
}
