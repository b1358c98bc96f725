/** Stands for a value in source that is read before the values are known. */
export const hole = "\0";

/** What a bracket is. `${` and its `}` are pieces of a template literal. */
export type Bracket = "call" | "control" | "parameters" | "group" | "index" | "array" | "block" | "object" | "template";

export type TokenKind =
  | "space"
  | "comment"
  | "string"
  | "template"
  | "regexp"
  | "number"
  | "word"
  | "signal"
  | "hole"
  | "punctuator";

/** A piece of JavaScript source. The texts of all tokens make up the source. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** What the bracket is that begins or ends here. */
  readonly bracket?: Bracket | undefined;
  /** Whether it stands in brackets; those of the outermost level do not. */
  readonly depth: number;
  /** Whether an operand is complete behind it, so that an operator follows, or the end. */
  readonly endsOperand: boolean;
}

const simple: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ["space", /\s+/y],
  ["comment", /\/\/.*|\/\*[^]*?(?:\*\/|$)|<!--.*/y],
  ["string", /"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?/y],
  ["number", /\.?\d(?:[eE][+-]|[\w.])*/y],
  // The client takes hyphens and dots with a name behind them for a part of a signal's name.
  ["signal", /\$[a-zA-Z\d]\w*(?:[.-]\w+)*/y],
  ["word", /[$\p{ID_Continue}\u200c\u200d]+/uy],
  ["hole", new RegExp(hole, "y")],
];
const templateText = /(?:\\[^]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;
const regularExpression = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y;
const punctuator =
  />>>=|\.\.\.|[=!]==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|[=!<>]=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|[-+*/%&|^]=|<<|>>|\*\*|[^]/y;

// After one of these words an operand follows, so that a slash begins a regular expression.
const beforeOperand = new Set(
  "return typeof case in of do else void delete instanceof new throw await yield".split(" "),
);
const beforeParentheses = new Set(["if", "while", "for", "with", "switch", "catch"]);
const beforeBlock = new Set(["else", "do", "try", "finally"]);

// How an object literal begins, where a block could as well: by what follows the brace.
const objectStart =
  /\{\s*(?:\}|\.\.\.|\[|(?:[\w$\0-]+|"[^"]*"|'[^']*')\s*[:,}]|(?:get|set|async)\s+[\w$]|[\w$]+\s*\([^()]*\)\s*\{)/y;

/**
 * Reads JavaScript source as it stands in an attribute: with signals, actions and holes in it, and not necessarily
 * complete. A slash is told from a division, and a block from an object, by what comes before.
 */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: { readonly bracket: Bracket; readonly isOperand: boolean }[] = [];
  let index = 0;
  // The last two tokens that are neither space nor comments.
  let last: Token | undefined;
  let beforeLast: Token | undefined;
  let isFunctionOperand = false;
  let closes: readonly boolean[] | undefined;

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = index;
    return pattern.exec(source)?.[0] ?? "";
  };
  const add = (kind: TokenKind, text: string, endsOperand: boolean, bracket?: Bracket, depth = open.length): void => {
    index += text.length;
    const token = { kind, text, bracket, depth, endsOperand };
    tokens.push(token);
    if (kind === "space" || kind === "comment") return;
    beforeLast = last;
    last = token;
  };
  // Each slash that begins none would be followed up to the end of its line.
  const regExp = (): string => {
    if (closes?.[index] === false) return "";
    const found = match(regularExpression);
    if (found === "") closes ??= closedRegExps(source);
    return found;
  };
  const startsStatement = (): boolean =>
    last === undefined ||
    last.text === ";" ||
    (last.bracket === "block" && !last.endsOperand) ||
    (last.bracket === "control" && last.text === ")") ||
    (last.kind === "word" && beforeBlock.has(last.text));

  const followsOperand = (): boolean => last?.endsOperand === true || last?.text === "?.";

  const addTemplate = (): void => {
    const start = source.charAt(index++);
    const text = start + match(templateText);
    index--;
    const isOpen = text.endsWith("${");
    add("template", text, !isOpen, "template");
    if (isOpen) open.push({ bracket: "template", isOperand: false });
  };
  const parenthesis = (): Bracket => {
    if (last?.kind === "word" && beforeParentheses.has(last.text) && !isMember(beforeLast)) return "control";
    if (last?.text === "function" || beforeLast?.text === "function") return "parameters";
    return followsOperand() ? "call" : "group";
  };
  const brace = (): Bracket => {
    if (last === undefined) return match(objectStart) === "" ? "block" : "object";
    if (last.text === "=>" || last.endsOperand || startsStatement()) return "block";
    return "object";
  };
  const addBracket = (text: string): void => {
    const bracket = text === "(" ? parenthesis() : text === "{" ? brace() : followsOperand() ? "index" : "array";
    // A function is an operand unless it is declared in a statement of its own.
    const isOperand = bracket !== "block" || (last?.bracket === "parameters" && isFunctionOperand);
    add("punctuator", text, false, bracket);
    open.push({ bracket, isOperand });
  };
  const addEnd = (text: string): void => {
    const { bracket, isOperand } = open.pop() ?? { bracket: undefined, isOperand: true };
    add("punctuator", text, isOperand && bracket !== "control", bracket);
  };

  while (index < source.length) {
    const found = simple.find(([, pattern]) => match(pattern) !== "");
    if (found !== undefined) {
      const [kind, pattern] = found;
      const text = match(pattern);
      if (text === "function") isFunctionOperand = !startsStatement();
      add(kind, text, kind !== "word" || !beforeOperand.has(text) || isMember(last));
      continue;
    }
    const text = match(punctuator);
    const regexp = text.startsWith("/") && !last?.endsOperand ? regExp() : "";
    if (regexp !== "") add("regexp", regexp, true);
    else if (text === "`" || (text === "}" && open.at(-1)?.bracket === "template")) {
      if (text === "}") open.pop();
      addTemplate();
    } else if (text === "(" || text === "[" || text === "{") addBracket(text);
    else if (text === ")" || text === "]" || text === "}") addEnd(text);
    // Behind an operand they belong to it, and otherwise to the one that follows.
    else add("punctuator", text, (text === "++" || text === "--") && last?.endsOperand === true);
  }
  return tokens;
}

/** Whether a regular expression that begins with each character has an end. */
function closedRegExps(source: string): readonly boolean[] {
  const closed: boolean[] = [];
  // Whether it has one behind this character, and behind the next one; the same within brackets.
  let [here, later, hereInSet, laterInSet] = [false, false, false, false];
  for (let i = source.length - 1; i >= 0; i--) {
    closed[i] = here;
    const character = source.charAt(i);
    const escapes = character === "\\" && !/[\n\r\u2028\u2029]/.test(source.charAt(i + 1));
    const [was, wasInSet] = [here, hereInSet];
    if (character === "\\") [here, hereInSet] = [escapes && later, escapes && laterInSet];
    else if (character === "\n") [here, hereInSet] = [false, false];
    else if (character === "/") here = true;
    else if (character === "[") here = hereInSet;
    else if (character === "]") hereInSet = here;
    [later, laterInSet] = [was, wasInSet];
  }
  return closed;
}

function isMember(before: Token | undefined): boolean {
  return before?.text === "." || before?.text === "?.";
}

/** Whether it is neither space nor a comment. */
export function isCode({ kind }: Token): boolean {
  return kind !== "space" && kind !== "comment";
}

/** Whether a line ends in it, and with the line perhaps a statement. */
export function endsLine({ kind, text }: Token): boolean {
  return (kind === "space" || kind === "comment") && /[\n\r\u2028\u2029]/.test(text);
}

/** Whether a line break in front of it ends the statement, when an operand is complete there. */
export function startsOnNewLine({ kind, text }: Token): boolean {
  if (kind === "word") return text !== "in" && text !== "instanceof";
  return kind !== "punctuator" && kind !== "template" && kind !== "regexp" ? true : /^(?:\{|\+\+|--|!|@|~)$/.test(text);
}
