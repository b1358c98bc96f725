import { type Bracket, endsLine, isCode, startsOnNewLine, type Token } from "./tokens.js";

/**
 * What can stand in the place of a value: statements or a value; any value; what can be called; what can be set; a name
 * behind a dot or in a declaration; the name of a property.
 */
export type SlotKind = "statements" | "value" | "callee" | "target" | "name" | "key";

/** The place of a value in the source of an expression. */
export interface Slot {
  readonly kind: SlotKind;
  /** Whether it is all there is. */
  readonly isWhole: boolean;
  /** Whether no operator around it can take a part of what stands there. */
  readonly isDelimited: boolean;
  /** Whether values with commas between them would be taken apart. */
  readonly splitsSequence: boolean;
  /** Whether a brace would begin a block there. */
  readonly startsStatement: boolean;
  /** Whether a dot follows, which digits would take for theirs. */
  readonly hasMember: boolean;
}

/** Why no value can stand in a place. */
export type Misplaced =
  | "string"
  | "template literal"
  | "comment"
  | "regular expression"
  | "name"
  | "action"
  | "shorthand"
  | "operand";

const assignment = /(?:^|[^=!<>])=$|^(?:<<|>>>?)=$/;
const declaring = /^(?:const|let|var|function|class)$/;
const operatorWord = /^(?:in|instanceof|of)$/;

/**
 * Reads the places of the holes among tokens; or tells why no value can stand there.
 *
 * @returns by the indexes of the holes
 */
export function readSlots(tokens: readonly Token[]): ReadonlyMap<number, Slot | Misplaced> {
  const holes = new Map<number, Slot | Misplaced>();
  // The bracket that was met last at each depth.
  const brackets: (Bracket | undefined)[] = [];
  let beforeIndex = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "hole") holes.set(index, readSlot(tokens, index, beforeIndex, brackets[token.depth - 1]));
    if (token.bracket !== undefined) brackets[token.depth] = token.bracket;
    if (isCode(token)) beforeIndex = index;
  }
  return holes;
}

function readSlot(
  tokens: readonly Token[],
  index: number,
  beforeIndex: number,
  around: Bracket | undefined,
): Slot | Misplaced {
  let afterIndex = index + 1;
  for (let next = tokens[afterIndex]; next !== undefined && !isCode(next); next = tokens[afterIndex]) afterIndex++;
  const before = tokens[beforeIndex];
  const after = tokens[afterIndex];
  if (tokens[index - 1]?.text === "@") return "action";
  if (before !== undefined && beforeIndex === index - 1 && isName(before) && before.endsOperand) return "name";
  if (after !== undefined && afterIndex === index + 1 && isName(after)) return "name";

  const isNewLine = before !== undefined && tokens.slice(beforeIndex + 1, index).some(endsLine);
  const isLastLine = after !== undefined && tokens.slice(index + 1, afterIndex).some(endsLine);
  const starts = before === undefined || startsStatement(before) || (isNewLine && before.endsOperand);
  const ends = after === undefined || endsStatement(after) || (isLastLine && startsOnNewLine(after));
  const declares = before?.kind === "word" && declaring.test(before.text);
  if ((before?.endsOperand && !starts && !declares) || (after !== undefined && !ends && startsOperand(after)))
    return "operand";
  const isProperty = around === "object" && (before?.bracket === "object" || before?.text === ",");
  if (isProperty && (after?.text === "," || after?.text === "}")) return "shorthand";

  return {
    kind: declares
      ? "name"
      : isProperty && /^[:(]$/.test(after?.text ?? "")
        ? "key"
        : starts && ends
          ? "statements"
          : kindBetween(before, after),
    isWhole: tokens.length === 1,
    isDelimited: (starts || delimitsBefore(before)) && (ends || delimitsAfter(after)),
    splitsSequence: !(starts || (before.bracket !== undefined && holdSequences.has(before.bracket))),
    startsStatement: starts || before.text === "=>" || isControl(before),
    hasMember: after?.text === ".",
  };
}

function kindBetween(before: Token | undefined, after: Token | undefined): SlotKind {
  if (before?.text === "." || before?.text === "?." || after?.text === "=>") return "name";
  if (before?.text === "new" || (after?.text === "(" && after.bracket === "call") || after?.text.startsWith("`"))
    return "callee";
  const isStep = (token: Token | undefined): boolean => token?.text === "++" || token?.text === "--";
  if ((after && assignment.test(after.text)) || isStep(after) || isStep(before)) return "target";
  return "value";
}

// The brackets whose whole content is one expression, in which commas only separate.
const holdSequences = new Set<Bracket>(["group", "control", "index", "template"]);

function delimitsBefore({ kind, text, bracket }: Token): boolean {
  if (kind === "template") return true;
  return (
    kind === "punctuator" &&
    (/^(?:[([{,;:?]|=>)$/.test(text) || (bracket === undefined && /(?:^|[^=!<>])=$/.test(text)))
  );
}

function delimitsAfter(token: Token): boolean {
  return (token.kind === "template" && token.text.startsWith("}")) || /^[)\]},;:]$/.test(token.text);
}

function startsStatement(before: Token): boolean {
  return before.text === ";" || (before.bracket === "block" && !before.endsOperand);
}

function endsStatement({ text, bracket }: Token): boolean {
  return text === ";" || (text === "}" && bracket === "block");
}

/** Whether a token is what a statement depends on: `if (…)`, `else`. */
function isControl({ text, bracket }: Token): boolean {
  return (text === ")" && bracket === "control") || text === "else" || text === "do";
}

function isName({ kind, text }: Token): boolean {
  return kind === "number" || kind === "signal" || (kind === "word" && !operatorWord.test(text));
}

function startsOperand(token: Token): boolean {
  return isName(token) || token.kind === "string" || token.kind === "hole" || token.text === "@";
}
