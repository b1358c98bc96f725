import type { Node } from "oxc-parser";
import { hole, isCode, readTokens, type Token } from "../../expressions/tokens.js";
import { isSignal } from "../source/client-code.js";
import type { WrittenSource } from "../source/written-source.js";
import { type NamedPlace, namesInPath, namesInPattern, type SignalName } from "./name-places.js";

/** A value in source whose members are written as text: `${cart.user}.email`. */
export interface MembersOfHole {
  readonly hole: Node;
  readonly members: readonly NamedPlace[];
}

/** What source names signals by. */
export interface SourceNames {
  readonly names: readonly SignalName[];
  readonly holes: readonly MembersOfHole[];
}

interface PlacedToken extends Token {
  readonly index: number;
}

/** Finds the names of signals in source. */
export function namesInSource({ texts, holes, place }: WrittenSource): SourceNames {
  const offsets = texts.flatMap(({ offsets }) => offsets);
  const offsetOf = (index: number): number => offsets[index] ?? 0;
  const tokens = placedTokens(texts.map(({ text }) => text).join(hole));
  const names: SignalName[] = [];
  const ofHoles: MembersOfHole[] = [];
  let holeIndex = 0;
  const addPath = (path: string, members: readonly NamedPlace[]): void => {
    let whole = path;
    for (const { name, start, end } of members) {
      whole += whole === "" ? name : `.${name}`;
      names.push({ path: whole, start, end, form: "plain", declares: "nothing" });
    }
  };
  tokens.forEach((token, i) => {
    if (token.kind === "hole") {
      const value = holes[holeIndex++];
      const members = membersBehind(tokens, i, offsetOf);
      if (value !== undefined && members.length > 0) ofHoles.push({ hole: value, members });
    } else if (isSignal(token)) {
      const path = token.text.slice(1);
      names.push(...namesInPath(path, (at) => offsetOf(token.index + 1 + at), "nothing"));
      addPath(path, membersBehind(tokens, i, offsetOf));
    } else if (token.text === "$" || isPatch(token, tokens[i - 1], place?.plugin)) {
      addPath("", membersBehind(tokens, i, offsetOf));
    } else if (token.kind === "regexp" && isFilter(tokens[i - 2], tokens[i - 1])) {
      names.push(...namesInPattern(token.text.slice(1), (at) => offsetOf(token.index + 1 + at)));
    }
  });
  return { names, holes: ofHoles };
}

function placedTokens(source: string): readonly PlacedToken[] {
  let index = 0;
  return readTokens(source)
    .map((token) => {
      const placed = { ...token, index };
      index += token.text.length;
      return placed;
    })
    .filter(isCode);
}

/** The members that are named behind a value: `.a`, `?.a` and `["a"]`, one after the other. */
function membersBehind(
  tokens: readonly PlacedToken[],
  at: number,
  offsetOf: (index: number) => number,
): readonly NamedPlace[] {
  const members: NamedPlace[] = [];
  const add = ({ text, index }: PlacedToken, quote: number): void => {
    const [first, last] = [index + quote, index + text.length - 1 - quote];
    const name = text.slice(quote, text.length - quote);
    members.push({ name, start: offsetOf(first), end: offsetOf(last) + 1, form: "plain" });
  };
  for (let i = at + 1; ;) {
    const isMark = tokens[i]?.text === "." || tokens[i]?.text === "?.";
    const next = tokens[isMark ? i + 1 : i];
    if (isMark && next?.kind === "word") {
      add(next, 0);
      i += 2;
      continue;
    }
    const bracket = isMark && tokens[i]?.text === "?." ? i + 1 : i;
    const name = tokens[bracket + 1];
    if (tokens[bracket]?.text !== "[" || name?.kind !== "string" || tokens[bracket + 2]?.text !== "]") return members;
    add(name, 1);
    i = bracket + 3;
  }
}

/** Whether a token is what `data-on-signal-patch` is told of: the signals that have changed. */
function isPatch({ text }: Token, before: Token | undefined, plugin: string | undefined): boolean {
  return text === "patch" && plugin === "on-signal-patch" && before?.text !== "." && before?.text !== "?.";
}

/** What says which signals are meant: `{ include: /^count$/ }`. */
export const filterName = /^(?:include|exclude)$/;

function isFilter(name: Token | undefined, colon: Token | undefined): boolean {
  return colon?.text === ":" && filterName.test(name?.text ?? "");
}
