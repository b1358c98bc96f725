import { cleanTokens } from "./clean.js";
import { readShape, type Shape } from "./shape.js";
import { type Misplaced, readSlots, type Slot } from "./slot.js";
import { endsLine, hole, isCode, readTokens, type Token } from "./tokens.js";

/** The template of an expression, as far as it is the same whatever the values are. */
export interface Template {
  /** The source before the first value. */
  readonly start: string;
  readonly holes: readonly Hole[];
  /** What it sets or calls to send the browser to a URL, if it does. */
  readonly navigation: string | undefined;
  /** What it is with simple values in it; `undefined` where line breaks make that depend on the values. */
  readonly shape: Shape | undefined;
}

/** The place of a value, between the source around it. */
export interface Hole extends Slot {
  /** Whether what stands around it leaves every atom as it is, so that nothing need be asked of that for each value. */
  readonly isRoomy: boolean;
  /** Whether a literal can stand there, as a reference can. */
  readonly takesLiterals: boolean;
  /** Whether it stands in no brackets. */
  readonly isOuter: boolean;
  /** The source up to the next value. */
  readonly after: string;
  /** The template, for messages. */
  readonly written: string;
  /** The signal that stood there last, and it with what follows: mostly it is the same one for ever. */
  lastSignal: object;
  lastPiece: string;
}

/** Before there is a signal: no value is this one. */
const none = {};

/** @throws TypeError for a value where none can stand */
export function readTemplate(strings: TemplateStringsArray): Template {
  // The raw text, so that `\d` and `\n` mean what they mean in JavaScript; only what a template must escape is undone.
  const source = strings.raw
    .map((text) => text.replace(/\\(\\|`|\$\{)/g, (escape, text) => (text === "\\" ? escape : text)))
    .join(hole);
  const written = `js\`${strings.raw.join("${…}")}\``;
  const tokens = readTokens(source);
  const outer = tokens.filter(({ depth }) => depth === 0);
  const isClear = !outer.some(endsLine) || outer.some(({ text }) => text === ";");
  const isOuter = tokens.filter(({ kind }) => kind === "hole").map(({ depth }) => depth === 0);
  const slots = slotsOf(tokens).map((slot) => {
    if (typeof slot === "string") throw new TypeError(`${written} ${problems[slot]}`);
    return slot;
  });
  const [start = "", ...rest] = cleanTokens(tokens).split(hole);
  let before = start;
  const holes = rest.flatMap((after, i): Hole | readonly [] => {
    const slot = slots[i];
    if (slot === undefined) return [];
    // The start of an expression leaves as much room as a parenthesis does.
    const takesLiterals = slot.kind === "value" || slot.kind === "statements";
    const isRoomy = slot.kind !== "name" && slot.kind !== "key" && hasRoom(i === 0 ? `(${before}` : before, after);
    const kept = { lastSignal: none, lastPiece: "" };
    const place = { ...slot, isRoomy, takesLiterals, isOuter: isOuter[i] === true, after, written, ...kept };
    before = after;
    return place;
  });
  return { start, holes, navigation: navigationIn(tokens), shape: isClear ? readShape(tokens) : undefined };
}

const locations: ReadonlySet<string> = new Set(["location", "navigation", "open"]);
// Properties of elements, and what sets those by name.
const links: ReadonlySet<string> = new Set(["href", "src", "action", "formAction", "setAttribute", "assign"]);

/** Where a `javascript:` URL would run: what sets the address of the page, or an element's. */
function navigationIn(tokens: readonly Token[]): string | undefined {
  const code = tokens.filter(isCode);
  const found = code.find(({ kind, text }, index) => {
    const before = code[index - 1]?.text ?? "";
    if (kind === "string") return before === "[" && (locations.has(nameIn(text)) || links.has(nameIn(text)));
    return kind === "word" && (locations.has(text) || (links.has(text) && before.endsWith(".")));
  });
  return found && (found.kind === "string" ? nameIn(found.text) : found.text);
}

function nameIn(text: string): string {
  return text.slice(1, -1);
}

/** Why the first hole in source that can take no value cannot, or `undefined` if all can take one. */
export function misplacedHole(source: string): Misplaced | undefined {
  return slotsOf(readTokens(source)).find((slot) => typeof slot === "string");
}

function slotsOf(tokens: readonly Token[]): readonly (Slot | Misplaced)[] {
  const slots = readSlots(tokens);
  return tokens.flatMap((token, index): Slot | Misplaced | readonly [] =>
    token.text.includes(hole) ? (slots.get(index) ?? hiding(token)) : [],
  );
}

const inside = (what: string): string =>
  `has a value inside a ${what}. Values become literals with quotes of their own: end the ${what} and join the value with +.`;

const problems: { readonly [misplaced in Misplaced]: string } = {
  string: inside("string"),
  "template literal": inside("template literal"),
  comment: inside("comment"),
  "regular expression": inside("regular expression"),
  name: "has a value inside a name. Put in the signal itself, as in js`${todo.draft}`; new Signal(path) makes one of a path that is known at run time only.",
  action:
    "has a value for the name of an action. Put in the action itself: get(…), post(…), or one chosen from several.",
  shorthand: "has a value for a property without a name: write { name: ${…} }.",
  operand: "has a value right beside another one: an operator, a comma or a semicolon is missing between them.",
};

function hiding({ kind }: Token): Misplaced {
  if (kind === "string" || kind === "comment") return kind;
  return kind === "template" ? "template literal" : "regular expression";
}

function hasRoom(before: string, after: string): boolean {
  return /[^\w$/-]$/.test(before) && !/^(?:-?\w|\s*\.)/.test(after);
}
