import type { Node } from "oxc-parser";
import { countNames } from "../../compile/bindings.js";
import { nodesOf } from "../../compile/syntax-tree.js";
import { hole, readTokens, type Token } from "../../expressions/tokens.js";
import { type Parsed, parseSources } from "./parse-source.js";
import { formMistakes, optionalParameters } from "./source-form.js";
import { parametersOf } from "./source-parameters.js";
import type { Place } from "./source-places.js";
import type { WrittenSource } from "./written-source.js";

/** A mistake that is seen before types are looked at. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The number of the compiler's message for it; that of an unexpected token if there is none. */
  readonly code?: number;
}

/** A piece of code, and the offsets in the file of what it stands for. */
export interface CodePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is the text of the file. */
  readonly isVerbatim: boolean;
}

/** An expression as the body of a function, in pieces. */
export interface ClientCode {
  readonly pieces: readonly CodePiece[];
  /** The names that it reads or sets, and does not declare. */
  readonly names: ReadonlySet<string>;
  readonly mistakes: readonly Mistake[];
}

/** Stands for a name that is not there yet, which may become any. */
export const nameToBe = "nameToBe";

/** The name of the function's parameter for a value of the expression. */
export function holeName(index: number): string {
  return `__hole${index}`;
}

/**
 * Writes sources as TypeScript: signals, actions and values are properties of what `client/` declares, and a name
 * that the module has as well is the browser's.
 *
 * @param serverNames the names that the module declares
 */
export function clientCodes(
  sources: readonly WrittenSource[],
  serverNames: ReadonlyMap<string, number>,
): ReadonlyMap<WrittenSource, ClientCode> {
  const pieces = sources.map(piecesOf);
  const parsed = parseSources(pieces.map((those) => those.map(({ text }) => text).join("")));
  return new Map(sources.map((source, i) => [source, clientCode(source, pieces[i] ?? [], parsed[i], serverNames)]));
}

const noNames: ReadonlySet<string> = new Set();

function clientCode(
  source: WrittenSource,
  pieces: readonly CodePiece[],
  parsed: Parsed | undefined,
  serverNames: ReadonlyMap<string, number>,
): ClientCode {
  if (parsed === undefined) return { pieces: [], names: noNames, mistakes: [] };
  if ("message" in parsed) {
    // To JavaScript, the mark of an action that is not called is that of a decorator.
    const mark = pieces.findIndex(({ text }, i) => text === "@" && /^\w/.test(pieces[i + 1]?.text ?? ""));
    const { start, end } = pieces[mark] ?? originAt(pieces, parsed.at) ?? source;
    const message = mark < 0 ? parsed.message : `An action is called: @${pieces[mark + 1]?.text}(…).`;
    return { pieces: [], names: noNames, mistakes: [{ start, end, message }] };
  }
  const given = source.place?.names ?? [];
  const nodes = nodesOf(parsed.root);
  const declared = countNames(nodes, false);
  const all = freeNames(nodes, parsed.shift, declared);
  const names = all.filter(({ name }) => !given.some((one) => one.name === name));
  const ofForm = formMistakes(parsed, source.place).map(({ start, end, message, code }) => {
    const from = originAt(pieces, start - parsed.shift) ?? source;
    const to = originAt(pieces, end - 1 - parsed.shift, 1) ?? from;
    return { start: from.start, end: Math.max(from.start, to.end), message, ...(code !== undefined && { code }) };
  });
  if (ofForm.length > 0) return { pieces: [], names: noNames, mistakes: ofForm };
  const mistakes = names.flatMap((name) => mistakeOf(name, pieces, source.place));
  const own = [...parametersOf(source).map(([name]) => name), ...given.map(({ name }) => name), ...declared.keys()];
  const changes: Change[] = names.flatMap((name) => changeOf(name, serverNames, own));
  for (const { at, text } of optionalParameters(nodes))
    changes.push({ at: at - parsed.shift, text, origin: undefined });
  const { last } = parsed;
  if (last !== undefined) {
    const from = originAt(pieces, last.start) ?? source;
    const to = originAt(pieces, last.end - 1) ?? from;
    // Before what is put in at the same place.
    changes.unshift({ at: last.start, text: "return (", origin: { start: from.start, end: to.end } });
    changes.push({ at: last.end, text: "\n)", origin: undefined });
  }
  return { pieces: changed(pieces, changes), names: new Set(all.map(({ name }) => name)), mistakes };
}

function piecesOf({ texts, sameHoles }: WrittenSource): readonly CodePiece[] {
  const text = texts.map(({ text }) => text).join(hole);
  // The end of a text is where its value begins, whose one character stands for all of `${…}`.
  const offsets = texts.flatMap(({ offsets }) => offsets);
  // Only text without values is written in several pieces.
  const ends = texts[0]?.ends;
  const pieces: CodePiece[] = [];
  const tokens = readTokens(text);
  let index = 0;
  let holeIndex = 0;
  const add = (text: string, from: number, to: number, isSame = false): void => {
    const start = offsets[from] ?? 0;
    const end = Math.max(start, ends?.get(to) ?? offsets[to] ?? start);
    // What an escape stands for is shorter than the escape.
    pieces.push({ text, start, end, isVerbatim: isSame && end - start === text.length });
  };
  tokens.forEach((token, i) => {
    const end = index + token.text.length;
    // `return${…}` is no name.
    if (token.kind === "hole") add(` ${holeName(sameHoles[holeIndex++] ?? 0)}.value `, index, end);
    else if (isSignal(token)) addSignal(token.text, index, add);
    // A signal of a component of Rocket, which is declared by the component.
    else if (/^\$\$\w/.test(token.text)) add("__ds.unknown.signal", index, end);
    else if (token.text === "$") add("__ds.signals", index, end);
    else if (token.text === "@" && isAction(tokens, i)) add("__ds.actions.", index, end);
    // What is wrong with the name of an action is said of its mark as well.
    else if (isAction(tokens, i - 1) && tokens[i - 1]?.text === "@") add(token.text, index - 1, end);
    else add(token.text, index, end, true);
    index = end;
  });
  return pieces;
}

/** Whether a token is the name of a signal, with its `$`. */
export function isSignal({ kind, text }: Token): boolean {
  return kind === "signal" || (kind === "word" && /^\$\w+$/.test(text));
}

/** Writes `$a.b-c` as `__ds.signals.a["b-c"]`. */
function addSignal(
  text: string,
  index: number,
  add: (text: string, from: number, to: number, isSame?: boolean) => void,
): void {
  let at = index + 1;
  add("__ds.signals", index, at);
  for (const name of text.slice(1).split(".")) {
    const isPlain = /^[A-Za-z_]\w*$/.test(name);
    // What is wrong with the name of a signal is said of its mark as well.
    const isFirst = at === index + 1;
    add(isPlain ? "." : '["', isFirst ? index : at, isFirst ? at + name.length : at);
    if (isFirst) add(name, index, at + name.length);
    else add(name, at, at + name.length, true);
    if (!isPlain) add('"]', at + name.length, at + name.length);
    at += name.length + 1;
  }
}

function isAction(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === "word" && tokens[at + 2]?.text === "(";
}

function originAt(pieces: readonly CodePiece[], offset: number, length?: number): CodePiece | undefined {
  let at = 0;
  for (const piece of pieces) {
    if (offset < at + piece.text.length) {
      if (!piece.isVerbatim) return piece;
      const start = piece.start + offset - at;
      return { ...piece, start, end: length === undefined ? piece.end : start + length };
    }
    at += piece.text.length;
  }
  return pieces.at(-1);
}

interface FreeName {
  readonly name: string;
  readonly at: number;
  readonly isShorthand: boolean;
}

/** The names that source reads or sets, and does not declare. */
function freeNames(nodes: readonly Node[], shift: number, declared: ReadonlyMap<string, number>): readonly FreeName[] {
  const skipped = new Set<Node>();
  const shorthand = new Set<Node>();
  const names: FreeName[] = [];
  for (const node of nodes) {
    if (node.type === "MemberExpression" && !node.computed) skipped.add(node.property);
    else if (node.type === "Property" && node.shorthand) {
      shorthand.add(node.value);
      skipped.add(node.key);
    } else if ((node.type === "Property" || node.type === "MethodDefinition") && !node.computed) skipped.add(node.key);
    else if (node.type === "LabeledStatement") skipped.add(node.label);
    else if ((node.type === "BreakStatement" || node.type === "ContinueStatement") && node.label)
      skipped.add(node.label);
    else if (node.type === "Identifier" && !skipped.has(node) && !declared.has(node.name))
      names.push({ name: node.name, at: node.start - shift, isShorthand: shorthand.has(node) });
  }
  return names;
}

/** Names that only the server has. */
export const ofServer: { readonly [name: string]: string } = {
  __dirname: "Node.js",
  __filename: "Node.js",
  Buffer: "Node.js",
  Bun: "Bun",
  clearImmediate: "Node.js",
  Deno: "Deno",
  exports: "Node.js",
  global: "Node.js",
  module: "Node.js",
  process: "Node.js",
  require: "Node.js",
  setImmediate: "Node.js",
};

function mistakeOf({ name, at }: FreeName, pieces: readonly CodePiece[], place: Place | undefined): readonly Mistake[] {
  const message = Object.hasOwn(ofServer, name)
    ? `${name} is a name of ${ofServer[name]}; the browser has none.`
    : place !== undefined && name === "evt" && place.event === undefined
      ? `${place.attribute} has no evt: only data-on runs on an event.`
      : undefined;
  const origin = originAt(pieces, at);
  return message === undefined || origin === undefined
    ? []
    : [{ start: origin.start, end: origin.start + name.length, message, code: 2304 }];
}

interface Change {
  readonly at: number;
  readonly text: string;
  readonly origin: { readonly start: number; readonly end: number } | undefined;
}

/** Names of what differs in the browser, if the server has it as well, and of what takes other than its types say. */
const ofWindow: ReadonlyMap<string, string> = new Map([
  ["document", "__ds."],
  ["isFinite", "__ds."],
  ["isNaN", "__ds."],
  ["localStorage", "__ds."],
  ["parseFloat", "__ds."],
  ["parseInt", "__ds."],
  ["sessionStorage", "__ds."],
  ["setInterval", "__ds.window."],
  ["setTimeout", "__ds.window."],
]);

/** @param own the names that only this source has */
function changeOf(
  { name, at, isShorthand }: FreeName,
  serverNames: ReadonlyMap<string, number>,
  own: readonly string[],
): readonly Change[] {
  // Of the names that stand around it, many are the server's.
  if (name === nameToBe) return [{ at, text: `__ds.names({ ${own.join(", ")} }).`, origin: undefined }];
  if (name.startsWith("__") || name === "evt" || name === "el" || name === "patch") return [];
  const prefix = ofWindow.get(name) ?? (serverNames.has(name) ? "__ds.client." : undefined);
  if (prefix === undefined) return [];
  return [{ at, text: isShorthand ? `${name}: ${prefix}` : prefix, origin: undefined }];
}

/** Puts changes in between pieces. */
function changed(pieces: readonly CodePiece[], changes: Change[]): readonly CodePiece[] {
  const result: CodePiece[] = [];
  const rest = changes.toSorted((a, b) => a.at - b.at);
  let at = 0;
  for (const piece of pieces) {
    let from = 0;
    while (rest[0] !== undefined && rest[0].at < at + piece.text.length) {
      const change = rest.shift() as Change;
      const split = change.at - at;
      if (split > from) result.push(slice(piece, from, split));
      from = Math.max(from, split);
      result.push(inserted(change, piece, from));
    }
    result.push(slice(piece, from, piece.text.length));
    at += piece.text.length;
  }
  const [end] = pieces.slice(-1);
  if (end !== undefined) result.push(...rest.map((change) => inserted(change, end, end.text.length)));
  return result;
}

function inserted({ text, origin }: Change, piece: CodePiece, at: number): CodePiece {
  const start = slice(piece, at, piece.text.length).start;
  return { text, start: origin?.start ?? start, end: origin?.end ?? start, isVerbatim: false };
}

function slice(piece: CodePiece, from: number, to: number): CodePiece {
  if (from === 0 && to === piece.text.length) return piece;
  const text = piece.text.slice(from, to);
  return piece.isVerbatim
    ? { text, start: piece.start + from, end: piece.start + to, isVerbatim: true }
    : { ...piece, text };
}
