import { hasBrand } from "../base/brand.js";
import { type Described, described, describe } from "../base/describe.js";
import { abandon } from "../base/promises.js";
import { refuseData, shown } from "../base/refused-data.js";
import { inertUrl } from "../base/script-url.js";
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
  declare readonly href: string | undefined;

  constructor(source: string, href: string | undefined) {
    super(source);
    this.href = href;
  }

  get [brand](): true {
    return true;
  }

  /** The URL, where it is known: the source has quotes around it, which a redirection would take for a part of it. */
  override toString(): string {
    return this.href ?? this.source;
  }

  override get [described](): Described {
    return this.href === undefined
      ? { name: "a URL with signals in it", inBrowser: "url", asData: "the browser has the value" }
      : { name: `the URL ${this.href}`, inBrowser: "url", asData: "write String(url)" };
  }

  /** @throws TypeError for a URL that the browser completes */
  override toJSON(): unknown {
    return this.href ?? super.toJSON();
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
 * A value that makes a segment of the path `.` or `..`, by itself or with what stands beside it, or leaves one empty,
 * would change which path the URL names, and one that makes `//` of its start would name another host. Such a URL is
 * made inert, `unsafe:/todos/..`, and reported once, since it may be one of many in a page; in development it throws.
 *
 * @throws TypeError for a value that is no part of a URL, or that stands within a percent-encoded character
 */
export function url(strings: TemplateStringsArray, ...values: readonly UrlPart[]): Url {
  let isSafe = safe.get(strings) ?? findSafe(strings);
  // The source up to the last signal, and what is known of the URL up to there.
  let source = "";
  let known = "";
  let text = strings[0] ?? "";
  let doubtful: Range[] | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // A plus would be read as a space: 1e+21.
    if (typeof value === "number") text += Math.abs(value) < 1e21 ? value : encodeURIComponent(value);
    else if (typeof value === "string" && isWord(value)) text += value;
    else {
      const reference = typeof value === "string" ? undefined : browserSource(value);
      if (reference === undefined) {
        const encoded = encode(value, strings, values);
        const isWhole = isUrl(value);
        if (isWhole) isSafe = false;
        // Anything but dots keeps a segment from being one of dots; a URL has segments of its own.
        if (isWhole || /^\.*$/.test(encoded)) {
          const from = known.length + text.length;
          (doubtful ??= []).push({ from, to: from + encoded.length, isWhole });
        }
        text += encoded;
      } else {
        if (text !== "") source = sum(source, quoted(text, isSafe));
        source = sum(source, `encodeURIComponent(${reference})`);
        // What the signal holds is not known; one character stands for it.
        known += `${text}x`;
        text = "";
      }
    }
    text += strings[i + 1] ?? "";
  }
  const whole = known + text;
  const problem = doubtful && (changedSegment(whole, doubtful) ?? changedHost(whole, doubtful, strings));
  if (problem !== undefined) {
    refuseData(`${template(strings)}:`, `${problem}. It was made inert; check values that come from data.`);
    return new Url(quoted(inertUrl(whole), false), inertUrl(whole));
  }
  if (source === "") return new Url(quoted(text, isSafe), text);
  return new Url(text === "" ? source : sum(source, quoted(text, isSafe)), undefined);
}

/** Where a value stands in a URL. */
interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether it is a URL, with segments of its own. */
  readonly isWhole: boolean;
}

/** The source of a value that the browser has. */
function browserSource(value: unknown): string | undefined {
  const reference = Signal.sourceOf(value);
  if (reference !== undefined) return reference;
  return isExpression(value) && !(isUrl(value) && value.href !== undefined) ? value.source : undefined;
}

// What begins with two slashes is an address without a scheme; browsers take a backslash for a slash.
function changedHost(url: string, [first]: readonly Range[], strings: TemplateStringsArray): string | undefined {
  const isWhole = first?.isWhole === true && first.from === 0 && first.to >= 2;
  if (!/^[/\\]{2}/.test(url) || /^[/\\]{2}/.test(strings[0] ?? "") || isWhole) return undefined;
  return `${shown(url)} would name another host`;
}

// Browsers take an encoded dot for a dot: https://url.spec.whatwg.org/#single-dot-path-segment
function changedSegment(url: string, ranges: readonly Range[]): string | undefined {
  const path = /^[^?#]*/.exec(url)?.[0] ?? "";
  for (const { from, to, isWhole } of ranges) {
    if (from > path.length) continue;
    const start = path.slice(0, from).lastIndexOf("/") + 1;
    const end = (path.indexOf("/", to) + 1 || path.length + 1) - 1;
    const segments = path.slice(start, end).split("/");
    // Within a URL, what was a segment before is one still: only those at its ends can have become another.
    const changeable = isWhole
      ? [...(from > 0 ? segments.slice(0, 1) : []), ...(from > 0 || end > to ? segments.slice(-1) : [])]
      : segments;
    const changed = changeable.find(
      (segment) => /^(?:\.|%2e){1,2}$/i.test(segment) || (segment === "" && !isWhole && start > 0),
    );
    if (changed !== undefined) return `${shown(changed)} as a path segment would name another path`;
  }
  return undefined;
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
  if (strings.slice(0, -1).some((text) => /%[\da-f]?$/i.test(text)))
    throw new TypeError(`${template(strings)} has a value within a percent-encoded character; write % as %25.`);
  const isSafe = strings.every((text) => urlLiteral(text) === `'${text}'`);
  safe.set(strings, isSafe);
  return isSafe;
}

// Mostly an id, of characters that need no encoding.
function isWord(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** @param values all that stand beside it */
function encode(value: unknown, strings: TemplateStringsArray, values: readonly unknown[]): string {
  switch (typeof value) {
    case "string":
      // A lone surrogate has no encoding; the URL standard replaces it as well.
      return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("'", "%27");
    case "bigint":
    case "boolean":
      return String(value);
  }
  if (isUrl(value) && value.href !== undefined) return value.href;
  if (value instanceof URLSearchParams) return value.toString();
  if (value instanceof Unknown) return value.asText();
  abandon(values);
  throw new TypeError(
    `${template(strings)}: ${describe(value)} cannot be part of a URL; pass a string, a number or a signal.`,
  );
}

function template(strings: TemplateStringsArray): string {
  return `url\`${strings.join("${…}")}\``;
}
