import { abandon } from "../base/promises.js";
import { Expression, isExpression } from "./expression.js";
import { literal } from "./literal.js";
import { inertLiterals } from "./script-literals.js";
import { isSimple, longSource, rememberShape, shapeOf } from "./shape.js";
import { Signal } from "./signal.js";
import type { SlotKind } from "./slot.js";
import { type Hole, readTemplate, type Template } from "./template.js";
import { Unknown } from "./unknown.js";

/**
 * Writes a Datastar expression. Signals go in as references, expressions as themselves, and every other value as a
 * literal that no data can break out of. Comments are left out. Where the source sets an address, such as
 * `location.href`, literals that are `javascript:` URLs are made inert.
 *
 * ```ts
 * js`${todo.draft} = ${"It's @home(now)"}`  // $draft = 'It\x27s \x40home(now)'
 * ```
 *
 * @typeParam T what the expression evaluates to in the browser
 * @throws TypeError for a value where none can stand: in a string, a template literal, a regular expression, a comment
 *   or a name, behind a dot, right beside another value; for a literal that is called or set; for statements where a
 *   value is needed; and for a value that has no literal
 * @see https://data-star.dev/guide/datastar_expressions
 */
export function js<T = unknown>(strings: TemplateStringsArray, ...values: readonly unknown[]): Expression<T> {
  let template = templates.get(strings);
  if (template === undefined) templates.set(strings, (template = readTemplate(strings)));
  let source = template.start;
  // Not the whole: engines would put it into one piece for each value that asks how it ends.
  let before = source;
  let i = 0;
  try {
    for (const hole of template.holes) {
      const value = values[i++];
      before = value === hole.lastSignal ? hole.lastPiece : piece(value, before, hole);
      source += before;
    }
  } catch (error) {
    abandon(values);
    throw error;
  }
  const { navigation } = template;
  if (navigation !== undefined) return new Expression<T>(inertLiterals(source, "one", `js\`… ${navigation} …\``));
  const expression = new Expression<T>(source);
  if (source.length >= longSource) remember(expression, template, values);
  return expression;
}

function remember(expression: Expression, { shape, start, holes }: Template, values: readonly unknown[]): void {
  if (shape === undefined) return;
  let { kind, startsStatement } = shape;
  for (const [i, hole] of holes.entries()) {
    const value = values[i];
    const text = hole.isOuter ? literal(value) : "";
    if (text === "" || isSimple(text)) continue;
    const isFirst = i === 0 && start.trim() === "" && expression.source.startsWith(text, start.length);
    if (!isExpression(value)) {
      if (isFirst) startsStatement = text.startsWith("{");
      continue;
    }
    const fitted = fitExpression(value, text, hole);
    if (fitted === `(${text})`) continue;
    // A comment at its end, and a line break behind that.
    if (fitted !== text) return;
    const part = shapeOf(text, value);
    if (part.kind === "statements" || kind === "value") ({ kind } = part);
    if (isFirst) ({ startsStatement } = part);
  }
  rememberShape(expression, { kind, startsStatement, endsInComment: false });
}

/** Prints a value, and what follows it. */
function piece(value: unknown, before: string, hole: Hole): string {
  const text = literalIn(hole, value);
  if (!hole.isRoomy || !isAtom(value, text, hole)) return fit(value, text, before, hole) + hole.after;
  const printed = text + hole.after;
  if (value instanceof Signal) {
    hole.lastSignal = value;
    hole.lastPiece = printed;
  }
  return printed;
}

function literalIn({ written }: Hole, value: unknown): string {
  try {
    return literal(value);
  } catch (error) {
    if (error instanceof Error) error.message = `${written}: ${error.message}`;
    throw error;
  }
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** Whether a value is a name or a literal that nothing but a letter, a dot, `-` or `/` beside it could change. */
function isAtom(value: unknown, text: string, { takesLiterals }: Hole): boolean {
  return value instanceof Signal || (takesLiterals && text[0] !== "-" && text[0] !== "{" && !isExpression(value));
}

// A value keeps its meaning whatever stands around it: operators bind no tighter than it shows, and no letter or `-`
// next to it becomes a part of it (the client reads `$count-1` as one signal, JavaScript a second `/` as a comment).
function fit(value: unknown, text: string, before: string, hole: Hole): string {
  const fitted = isExpression(value) ? fitExpression(value, text, hole) : fitLiteral(value, text, hole);
  if (hole.isRoomy) return fitted;
  const left = joinsBefore(before, fitted) ? " " : "";
  const right = joinsAfter(fitted, hole.after) ? " " : "";
  return left + fitted + right;
}

function fitExpression(value: Expression, text: string, hole: Hole): string {
  const { kind } = hole;
  if (kind === "name" || kind === "key") {
    if (kind === "name" && /^[A-Za-z_$][\w$]*$/.test(text)) return text;
    throw misfit(kind, hole);
  }
  if (isSimple(text)) {
    // `new f(1)` is no call of what `f(1)` returns, and `5.x` no member of `5`.
    const isPart = (kind === "callee" && text.includes("(")) || (hole.hasMember && /^\d+$/.test(text));
    return isPart ? `(${text})` : text;
  }
  const shape = shapeOf(text, value);
  const source = shape.endsInComment ? `${text}\n` : text;
  if (shape.kind === "statements") {
    if (kind === "statements") return source;
    throw new TypeError(`${hole.written}: "${text}" is a list of statements, where one value is needed.`);
  }
  const keepsMeaning =
    hole.isDelimited &&
    !(shape.kind === "sequence" && hole.splitsSequence) &&
    !(shape.startsStatement && hole.startsStatement && !hole.isWhole);
  return keepsMeaning ? source : `(${source})`;
}

function fitLiteral(value: unknown, text: string, hole: Hole): string {
  if (value instanceof Unknown) throw new TypeError("Digits and words would not be printed alike here.");
  const { kind } = hole;
  const isReference = Signal.sourceOf(value) !== undefined;
  if (kind === "key") {
    if (isReference || (typeof value === "object" && value !== null)) throw misfit(kind, hole);
    // A plain `__proto__:` would set the prototype, and `-1:` is no name.
    return value === "__proto__" || text.startsWith("-") ? `[${text}]` : text;
  }
  if (kind === "name" || ((kind === "callee" || kind === "target") && !isReference)) throw misfit(kind, hole);
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const needsParentheses = isNumber
    ? text.startsWith("-") || hole.hasMember
    : text.startsWith("{") && hole.startsStatement;
  return needsParentheses ? `(${text})` : text;
}

const misfits: { readonly [kind in SlotKind]?: string } = {
  name: "has a value where a name stands, behind a dot or in a declaration. A property of that name is a[${…}]",
  key: "names a property by a value that the browser has: write { [${…}]: … }",
  callee: "calls a literal: write the name of the function, or put in js`…`",
  target: "sets a literal: put in the signal itself, as in js`${todo.draft} = …`",
};

function misfit(kind: SlotKind, { written }: Hole): TypeError {
  return new TypeError(`${written} ${misfits[kind]}.`);
}

function joinsBefore(before: string, fitted: string): boolean {
  const last = before.charAt(before.length - 1);
  if (last === "/") return fitted.startsWith("/");
  return (/^[\w$]/.test(last) || (last === "-" && /\$[\w.-]*-$/.test(before))) && /^[\w$@]/.test(fitted);
}

function joinsAfter(fitted: string, after: string): boolean {
  return /^-?\w/.test(after) && /[\w/]$/.test(fitted) && (!after.startsWith("-") || /\$[\w.-]+$/.test(fitted));
}
