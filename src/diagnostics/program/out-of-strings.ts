import { misplacedHole } from "../../expressions/template.js";
import { mark } from "./pieces.js";

/** Source, and the same with a mark where each value is. */
interface Part {
  readonly text: string;
  readonly outline: string;
}

/** A match of {@link inStrings} that holds values. */
interface Found {
  readonly text: string;
  readonly groups: { readonly [name: string]: string | undefined };
  readonly holes: readonly string[];
}

/** Writes the call of an action whose URL is in pieces; `undefined` if it cannot be written so. */
export type WriteAction = (action: string, url: readonly string[], holes: readonly string[]) => string | undefined;

/** The call of an action, as its source. */
export const actionCall =
  "@(?<action>get|post|put|patch|delete|query)\\(\\s*(?<quote>['\"])(?<url>(?:(?!\\k<quote>)[^\\\\])*)\\k<quote>\\s*\\)";
const inStrings = new RegExp(`${actionCall}|(?<mark>['"])(?<string>(?:(?!\\k<mark>)[^\\\\])*)\\k<mark>|\\0`, "g");

/**
 * Joins with `+` what stands in the strings of the source; `undefined` if a value stands elsewhere where none can.
 *
 * @param whole the source, with a mark for each of the holes
 */
export function outOfStrings(whole: string, holes: readonly string[], writeAction?: WriteAction): string | undefined {
  let next = 0;
  let end = 0;
  let text = "";
  let outline = "";
  const put = (part: Part): void => {
    text += part.text;
    outline += part.outline;
  };
  for (const { 0: found, index, groups = {} } of whole.matchAll(inStrings)) {
    put(same(whole.slice(end, index)));
    end = index + found.length;
    const count = found.split(mark).length - 1;
    const given = { text: found, groups, holes: holes.slice(next, next + count) };
    next += count;
    put(count === 0 ? same(found) : (action(given, writeAction) ?? joined(given, outline, whole.slice(end))));
  }
  put(same(whole.slice(end)));
  return misplacedHole(outline) === undefined ? text : undefined;
}

function same(text: string): Part {
  return { text, outline: text };
}

function action({ groups: { action = "", url }, holes }: Found, write: WriteAction | undefined): Part | undefined {
  const written = url === undefined ? undefined : write?.(action, url.split(mark), holes);
  return written === undefined ? undefined : { text: `\${${written}}`, outline: mark };
}

/** @param outline what stands in front of it */
function joined({ text, groups, holes }: Found, outline: string, rest: string): Part {
  const { url, quote = "", mark: own = "", string } = groups;
  const inner = url ?? string ?? mark;
  const at = text.indexOf(inner);
  const before = url === undefined ? "" : text.slice(0, at - 1);
  const after = url === undefined ? "" : text.slice(at + inner.length + 1);
  const around = url === undefined ? own : quote;
  const terms = inner
    .split(mark)
    .flatMap((piece, index) => [
      ...(index > 0 ? [`\${${holes[index - 1] ?? ""}}`] : []),
      ...(piece === "" || around === "" ? [] : [around + piece + around]),
    ]);
  const sum = terms.join(" + ");
  // Between commas and brackets a sum needs no parentheses.
  const isAlone =
    terms.length === 1 || (/(?:^|[(,[])\s*$/.test(outline + before) && /^\s*(?:$|[),\]])/.test(after + rest));
  return {
    text: before + (isAlone ? sum : `(${sum})`) + after,
    outline: before + terms.map(() => mark).join(" + ") + after,
  };
}
