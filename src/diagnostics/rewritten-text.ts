import { readTokens, type TokenKind } from "../expressions/tokens.js";
import { callsInCode, callsOf, findSignals } from "./client-source.js";

/** Something that is text to JavaScript, and that clients rewrite as if it were code. */
export interface RewrittenText {
  /** A signal, `$a`, or the call of an action as far as its bracket: `@get(`. */
  readonly text: string;
  readonly isCall: boolean;
  /** Whether clients do so that take no strings for code. */
  readonly isAlways: boolean;
}

const textKinds: ReadonlySet<TokenKind> = new Set(["string", "template", "regexp"]);

/** Finds what clients rewrite in strings, in the text of template literals and in regular expressions. */
export function rewrittenTexts(source: string): readonly RewrittenText[] {
  if (!/["'`/]/.test(source) || !/[$@]/.test(source)) return [];
  const isText = textFinder(source);
  const always = new Set(
    callsInCode(source)
      .filter(({ start }) => isText(start))
      .map(({ text }) => text),
  );
  const calls = new Set(
    callsOf(source)
      .filter(({ start }) => isText(start))
      .map(({ text }) => text),
  );
  const signals = new Set(
    findSignals(source)
      .filter(({ start }) => isText(start))
      .map(({ path }) => `$${path}`),
  );
  return [
    ...Array.from(calls, (text) => ({ text, isCall: true, isAlways: always.has(text) })),
    ...Array.from(signals, (text) => ({ text, isCall: false, isAlways: true })),
  ];
}

/** Makes a function that tells whether a place in the source is text. */
function textFinder(source: string): (index: number) => boolean {
  const ends: number[] = [];
  const areText: boolean[] = [];
  let end = 0;
  for (const { kind, text } of readTokens(source)) {
    end += text.length;
    ends.push(end);
    areText.push(textKinds.has(kind));
  }
  return (index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return areText[low] === true;
  };
}
