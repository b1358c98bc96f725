import { endsLine, isCode, readTokens, startsOnNewLine, type Token } from "./tokens.js";

/** What source is when it stands in other source. */
export interface Shape {
  /** One value; several with commas between, of which the last is the value; or statements, which have none. */
  readonly kind: "value" | "sequence" | "statements";
  /** Whether the beginning of a statement would be read as a block or a declaration. */
  readonly startsStatement: boolean;
  /** Whether what follows on its last line is a part of a comment. */
  readonly endsInComment: boolean;
}

const statementWord =
  "(?:if|for|while|do|switch|try|throw|return|break|continue|debugger|const|let|var|with)(?![\\w$.:])";
const statementStart = new RegExp(`^${statementWord}`);

// Most source has nothing in it that could make it more than one value.
const remarkable = /[;,\n\r\u2028\u2029]|\/[/*]|<!--/;
const remarkableStart = new RegExp(`^\\s*(?:\\{|(?:function|class|async)\\b|${statementWord})`);

const plain: Shape = { kind: "value", startsStatement: false, endsInComment: false };

/** From this length on, it takes longer to read source than to tell what it is by what it is made of. */
export const longSource = 1000;

const remembered = new WeakMap<object, Shape>();

/**
 * Keeps what the source of an expression is, where that is long. Expressions are put into each other, and to read the
 * whole at each level takes time that grows with the square of the depth.
 */
export function rememberShape(expression: object, shape: Shape): void {
  remembered.set(expression, shape);
}

/**
 * Tells what source is.
 *
 * @param expression whose source it is
 */
export function shapeOf(source: string, expression?: object): Shape {
  const known = expression && source.length >= longSource ? remembered.get(expression) : undefined;
  if (known !== undefined) return known;
  return isRemarkable(source) ? readShape(readTokens(source)) : plain;
}

function isRemarkable(source: string): boolean {
  // Most begins with a signal, an action or text.
  if (remarkable.test(source)) return true;
  const first = source.charCodeAt(0);
  // Most begins with a signal or an action.
  return first !== 36 && first !== 64 && remarkableStart.test(source);
}

/** Tells what source is that has been read. */
export function readShape(tokens: readonly Token[]): Shape {
  const outer = tokens.filter((token) => token.depth === 0);
  const [first] = outer.filter(isCode);
  const last = tokens.at(-1);
  return {
    kind: hasStatements(outer, first) ? "statements" : outer.some(({ text }) => text === ",") ? "sequence" : "value",
    startsStatement: first !== undefined && (first.text === "{" || /^(?:function|class|async|let)$/.test(first.text)),
    endsInComment: last?.kind === "comment" && !last.text.startsWith("/*"),
  };
}

function hasStatements(outer: readonly Token[], first: Token | undefined): boolean {
  if (first?.bracket === "block" || (first?.kind === "word" && statementStart.test(first.text))) return true;
  let before: Token | undefined;
  let isNewLine = false;
  for (const token of outer) {
    if (!isCode(token)) {
      isNewLine ||= endsLine(token);
      continue;
    }
    if (token.text === ";" || (isNewLine && before?.endsOperand && startsOnNewLine(token))) return true;
    before = token;
    isNewLine = false;
  }
  return false;
}

const simple =
  /^(?!(?:typeof|void|delete|await|yield|new|in|instanceof|return|throw|if|for|while|switch|with)\b)[@$]?[\w$.\0]+(?:\([^()]*\))?$|^'[^']*'$/;

/** Whether source is one value, as far as can be told without reading it. */
export function isPlainlyValue(source: string): boolean {
  return (source.length < longSource && !isRemarkable(source)) || isSimple(source);
}

/** Whether source is a single name, call or literal, which keeps its meaning beside any operator. */
export function isSimple(source: string): boolean {
  return simple.test(source);
}
