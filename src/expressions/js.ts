import { Expression, isExpression } from "./expression.js";
import { hole, misplacedHole } from "./holes.js";
import { literal } from "./literal.js";
import { Unknown } from "./unknown.js";

/**
 * Writes a Datastar expression. Signals go in as references, expressions as themselves, and every other value as a
 * literal that no data can break out of.
 *
 * ```ts
 * js`${todo.draft} = ${"It's @home(now)"}`  // $draft = 'It\x27s \x40home(now)'
 * ```
 *
 * @typeParam T what the expression evaluates to in the browser
 * @throws TypeError for a value inside a string, template literal, regular expression or comment of the expression,
 *   and for a value that has no literal
 * @see https://data-star.dev/guide/datastar_expressions
 */
export function js<T = unknown>(strings: TemplateStringsArray, ...values: readonly unknown[]): Expression<T> {
  const { start, holes } = templates.get(strings) ?? readTemplate(strings);
  let source = start;
  let i = 0;
  for (const { isRoomy, after } of holes) {
    const value = values[i++];
    const text = literal(value);
    source += (isRoomy && isAtom(value, text) ? text : fit(value, text, source, after)) + after;
  }
  return new Expression<T>(source);
}

/** A template, as far as it is the same whatever the values are. */
interface Template {
  /** The source before the first value. */
  readonly start: string;
  readonly holes: readonly Hole[];
}

/** The place of a value. */
interface Hole {
  /** Whether what stands around it leaves every atom as it is, so that nothing need be asked of that for each value. */
  readonly isRoomy: boolean;
  /** The source up to the next value. */
  readonly after: string;
}

const templates = new WeakMap<TemplateStringsArray, Template>();

function readTemplate(strings: TemplateStringsArray): Template {
  // The raw text, so that `\d` and `\n` mean what they mean in JavaScript; only what a template must escape is undone.
  const pieces = strings.raw.map((text) =>
    text.replace(/\\(\\|`|\$\{)/g, (escape, text) => (text === "\\" ? escape : text)),
  );
  const where = misplacedHole(pieces.join(hole));
  if (where !== undefined) {
    throw new TypeError(
      `js\`${strings.raw.join("${…}")}\` has a value inside a ${where}. Values become literals with quotes of their own: end the ${where} and join the value with +.`,
    );
  }
  // A line comment must not swallow what comes after the expression.
  if (misplacedHole(pieces.join(hole) + hole) === "comment") pieces.push(`${pieces.pop()}\n`);
  const [start = "", ...rest] = pieces;
  // The start of an expression leaves as much room as a parenthesis does.
  const holes = rest.map((after, i): Hole => ({
    isRoomy: isRoomy(i === 0 ? `(${start}` : (pieces[i] ?? ""), after),
    after,
  }));
  const template = { start, holes };
  templates.set(strings, template);
  return template;
}

function isRoomy(before: string, after: string): boolean {
  return /[^\w$/-]$/.test(before) && !/^(?:-?\w|\s*\.)/.test(after);
}

/** Whether a value is a name or a literal that nothing but a letter, a dot, `-` or `/` beside it could change. */
function isAtom(value: unknown, text: string): boolean {
  return !isExpression(value) && text[0] !== "-" && text[0] !== "{";
}

// A value keeps its meaning whatever stands around it: operators bind no tighter than it shows, and no letter or `-`
// next to it becomes a part of it (the client reads `$count-1` as one signal, JavaScript a second `/` as a comment).
function fit(value: unknown, text: string, before: string, after: string): string {
  if (value instanceof Unknown) throw new TypeError("Digits and words would not be printed alike here.");
  const wrapped = needsParentheses(value, text, before, after) ? `(${text})` : text;
  const left = joinsBefore(before, wrapped) ? " " : "";
  const right = joinsAfter(wrapped, after) ? " " : "";
  return left + wrapped + right;
}

function joinsBefore(before: string, wrapped: string): boolean {
  const last = before.charAt(before.length - 1);
  if (last === "/") return wrapped.startsWith("/");
  return (/^[\w$]/.test(last) || (last === "-" && /\$[\w.-]*-$/.test(before))) && /^[\w$@]/.test(wrapped);
}

function joinsAfter(wrapped: string, after: string): boolean {
  return /^-?\w/.test(after) && /[\w/]$/.test(wrapped) && (!after.startsWith("-") || /\$[\w.-]+$/.test(wrapped));
}

function needsParentheses(value: unknown, text: string, before: string, after: string): boolean {
  if (isExpression(value)) {
    // Statements cannot be wrapped; a single name, call or literal need not be.
    return (
      !isSimple(text) &&
      !isStatements(text) &&
      !(/(?:^|[^=!<>]=|[([{,;:]|(?<!\?)\?|=>)\s*$/.test(before) && /^\s*(?:$|[)\]},;:])/.test(after))
    );
  }
  if (typeof value === "number" || typeof value === "bigint") return text.startsWith("-") || /^\s*\./.test(after);
  return text.startsWith("{") && /(?:^|;|=>)\s*$/.test(before);
}

function isStatements(source: string): boolean {
  return source.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, "").includes(";");
}

function isSimple(source: string): boolean {
  return /^[@$]?[\w$.]+(?:\([^()]*\))?$|^'[^']*'$/.test(source);
}
