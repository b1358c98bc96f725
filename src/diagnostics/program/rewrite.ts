import { Names, type Rewrite } from "./our-names.js";
import { actionCall, outOfStrings } from "./out-of-strings.js";
import { isInCode, jsonOf, mark, takeApart } from "./pieces.js";
import type { RunTimeText } from "./run-time-text.js";
import { textOf } from "./source-text.js";
import { operandsOf } from "./sums.js";

/** Text in pieces, and the source of what stands between them. */
interface Written {
  readonly pieces: readonly string[];
  readonly holes: readonly string[];
}

// Longer ones nobody reads in a message.
const mostHoles = 20;
const actions: { readonly [name: string]: string } = {
  get: "get",
  post: "post",
  put: "put",
  patch: "patch",
  delete: "del",
  query: "query",
};
const wholeCall = new RegExp(`^\\s*${actionCall}\\s*;?\\s*$`);

/**
 * Says how source that is put together at run time is written with `js` or `url`; `undefined` where that is not clear.
 */
export function rewriteSource(given: RunTimeText, file: string): Rewrite | undefined {
  const names = new Names(given.scope);
  const json = jsonOf(given.node, file);
  if (json !== undefined) return names.rewrite(template(names.of("js"), ["", ""], [textOf(json, file)]), false);
  const sum = sumOf(given, file);
  if (sum !== undefined) return names.rewrite(`${names.of("js")}\`${sum}\``, false);
  const written = writtenIn(given, file);
  if (written === undefined) return undefined;
  const { pieces, holes } = written;
  const whole = pieces.join(mark);
  const { action = "", url } = wholeCall.exec(whole)?.groups ?? {};
  if (url !== undefined && url !== mark) {
    const call = callOf(names, action, url.split(mark), holes);
    return call === undefined ? undefined : names.rewrite(call, true);
  }
  if (pieces.slice(1).every((_, index) => isInCode(pieces, index)))
    return isName(pieces) ? undefined : names.rewrite(template(names.of("js"), pieces, holes), true);
  const joined = outOfStrings(whole, holes, (action, url, holes) => callOf(names, action, url, holes));
  return joined === undefined ? undefined : names.rewrite(`${names.of("js")}\`${joined}\``, false);
}

/** Says how a script that is put together at run time is written with literals in it, by `JSON.stringify`. */
export function rewriteScript(given: RunTimeText, file: string): Rewrite | undefined {
  const written = writtenIn(given, file);
  if (written === undefined) return undefined;
  const { pieces } = written;
  const holes = written.holes.map((hole) => (hole.startsWith("JSON.stringify(") ? hole : `JSON.stringify(${hole})`));
  if (!pieces.slice(1).every((_, index) => isInCode(pieces, index))) {
    const joined = outOfStrings(pieces.join(mark), holes);
    return joined === undefined ? undefined : { text: `\`${joined}\``, isCertain: false, missing: [] };
  }
  return isName(pieces) ? undefined : { text: template("", pieces, holes), isCertain: false, missing: [] };
}

/** Whether a hole is a name, or is set: no literal can be. */
function isName(pieces: readonly string[]): boolean {
  return pieces
    .slice(1)
    .some(
      (after, index) =>
        /[\w$.@]$/.test(pieces[index] ?? "") || /^(?:[\w(]|\s*(?:=(?![=>])|[-+*/%|&^?]+=(?!=)|\+\+|--))/.test(after),
    );
}

function callOf(names: Names, action: string, url: readonly string[], holes: readonly string[]): string | undefined {
  return isWholeUrl(url)
    ? `${names.of(actions[action] ?? action)}(${template(names.of("url"), url, holes)})`
    : undefined;
}

/** What is no text is a sum of numbers, in the browser too. */
function sumOf({ node, data }: RunTimeText, file: string): string | undefined {
  const operands = node.type === "BinaryExpression" ? operandsOf(node) : [];
  if (operands.length === 0 || operands.length > mostHoles) return undefined;
  const terms = operands.map((operand) =>
    operand.type === "Literal" && typeof operand.value === "number"
      ? textOf(operand, file)
      : data.includes(operand)
        ? `\${${textOf(operand, file)}}`
        : undefined,
  );
  return terms.includes(undefined) ? undefined : terms.join(" + ");
}

/** Says how a URL that is put together at run time is written with `url`. */
export function rewriteUrl(given: RunTimeText, file: string): Rewrite | undefined {
  const written = writtenIn(given, file);
  const names = new Names(given.scope);
  return written !== undefined && isWholeUrl(written.pieces)
    ? names.rewrite(template(names.of("url"), written.pieces, written.holes), true)
    : undefined;
}

/** Whether each hole of a URL is one part of it: not what the path begins with, and no query by itself. */
function isWholeUrl(pieces: readonly string[]): boolean {
  return (
    pieces[0] !== "" &&
    pieces.slice(0, -1).every((piece, index) => !/[?&]$/.test(piece) || pieces[index + 1]?.startsWith("="))
  );
}

function template(tag: string, pieces: readonly string[], holes: readonly string[]): string {
  const text = pieces.map((piece, index) => (index === 0 ? piece : `\${${holes[index - 1] ?? ""}}${piece}`)).join("");
  return `${tag}\`${text}\``;
}

/** Text whose every hole is data; `undefined` if another template would read it otherwise. */
function writtenIn({ node, data }: RunTimeText, file: string): Written | undefined {
  const { pieces, holes } = takeApart(node) ?? { pieces: [], holes: [] };
  // What is constant is a piece of the source, by another name.
  const isWhole = holes.length > 0 && holes.length <= mostHoles && holes.every((hole) => data.includes(hole));
  return isWhole && !pieces.some((piece) => /[\\`]|\$\{/.test(piece))
    ? // A literal of JSON is what `js` makes itself.
      { pieces, holes: holes.map((hole) => textOf(jsonOf(hole, file) ?? hole, file)) }
    : undefined;
}
