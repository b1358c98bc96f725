import { Expression } from "./expression.js";
import { hole, misplacedHole } from "./holes.js";
import { literal } from "./literal.js";

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
  const pieces = sourcePieces(strings);
  let source = pieces[0] ?? "";
  for (let i = 0; i < values.length; i++) {
    const after = pieces[i + 1] ?? "";
    source += embed(values[i], source, after) + after;
  }
  return new Expression<T>(source);
}

const checked = new WeakMap<TemplateStringsArray, readonly string[]>();

function sourcePieces(strings: TemplateStringsArray): readonly string[] {
  let pieces = checked.get(strings);
  if (pieces === undefined) {
    // The raw text, so that `\d` and `\n` mean what they mean in JavaScript; only what a template must escape is undone.
    pieces = strings.raw.map((text) => text.replace(/\\(\\|`|\$\{)/g, (escape, text) => (text === "\\" ? escape : text)));
    const where = misplacedHole(pieces.join(hole));
    if (where !== undefined) {
      throw new TypeError(
        `js\`${strings.raw.join("${…}")}\` has a value inside a ${where}. Values become literals with quotes of their own: end the ${where} and join the value with +.`,
      );
    }
    // A line comment must not swallow what comes after the expression.
    if (misplacedHole(pieces.join(hole) + hole) === "comment") pieces = [...pieces.slice(0, -1), `${pieces.at(-1)}\n`];
    checked.set(strings, pieces);
  }
  return pieces;
}

// A value keeps its meaning whatever stands around it: operators bind no tighter than it shows, and no letter or `-`
// next to it becomes a part of it (the client reads `$count-1` as one signal, JavaScript a second `/` as a comment).
function embed(value: unknown, before: string, after: string): string {
  const text = literal(value);
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
  if (value instanceof Expression) {
    // Statements cannot be wrapped; a single name, call or literal need not be.
    return !isSimple(text) && !isStatements(text) && !(/(?:^|[^=!<>]=|[([{,;:]|(?<!\?)\?|=>)\s*$/.test(before) && /^\s*(?:$|[)\]},;:])/.test(after));
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
