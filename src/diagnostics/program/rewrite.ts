import { misplacedHole } from "../../expressions/template.js";
import { Names, type Rewrite } from "./our-names.js";
import type { RunTimeText } from "./run-time-text.js";
import { isRaw, operandsOf } from "./run-time-text.js";
import { textOf } from "./source-text.js";
import { type Node, type TemplateLiteral, unwrapped } from "./syntax-tree.js";

/** Text in pieces, and the source of what stands between them. */
interface Written {
  readonly pieces: readonly string[];
  readonly holes: readonly string[];
}

// Longer ones nobody reads in a message.
const mostHoles = 20;
// Stands for a hole while the text is looked at.
const mark = "\0";
const actions: { readonly [name: string]: string } = {
  get: "get",
  post: "post",
  put: "put",
  patch: "patch",
  delete: "del",
};
const call =
  "@(?<action>get|post|put|patch|delete)\\(\\s*(?<quote>['\"])(?<url>(?:(?!\\k<quote>)[^\\\\])*)\\k<quote>\\s*\\)";
const wholeCall = new RegExp(`^\\s*${call}\\s*;?\\s*$`);
const inStrings = new RegExp(`${call}|(?<mark>['"])(?<string>(?:(?!\\k<mark>)[^\\\\])*)\\k<mark>|\\0`, "g");

/** Says how source that is put together at run time is written with `js` or `url`; `undefined` where that is not clear. */
export function rewriteSource(given: RunTimeText, file: string): Rewrite | undefined {
  const names = new Names(given.scope);
  const json = jsonOf(given.node, file);
  if (json !== undefined) return names.rewrite(template(names.of("js"), ["", ""], [textOf(json, file)]), false);
  const sum = sumOf(given, file);
  if (sum !== undefined) return names.rewrite(`${names.of("js")}\`${sum}\``, false);
  const written = takeApart(given, file);
  if (written === undefined) return undefined;
  const { pieces, holes } = written;
  const whole = pieces.join(mark);
  const { action = "", url } = wholeCall.exec(whole)?.groups ?? {};
  if (url !== undefined && url !== mark) {
    const parts = url.split(mark);
    return isWholeUrl(parts)
      ? names.rewrite(`${names.of(actions[action] ?? action)}(${template(names.of("url"), parts, holes)})`, true)
      : undefined;
  }
  if (holes.every((_, index) => isCode(pieces, index))) {
    // No literal can be a name, or be set.
    const isName = holes.some(
      (_, index) =>
        /[\w$.@]$/.test(pieces[index] ?? "") ||
        /^(?:[\w(]|\s*(?:=(?![=>])|[-+*/%|&^?]+=(?!=)|\+\+|--))/.test(pieces[index + 1] ?? ""),
    );
    return isName ? undefined : names.rewrite(template(names.of("js"), pieces, holes), true);
  }
  return outOfStrings(whole, holes, names);
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
  const written = takeApart(given, file);
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

/** Joins with `+` what stands in the strings of the source. */
function outOfStrings(whole: string, holes: readonly string[], names: Names): Rewrite | undefined {
  let next = 0;
  const hole = (): string => `\${${holes[next++] ?? ""}}`;
  let outer = "";
  let end = 0;
  let text = "";
  for (const { 0: found, index, groups } of whole.matchAll(inStrings)) {
    const { action = "", url, mark: quote = "", string } = groups ?? {};
    text += whole.slice(end, index);
    outer += whole.slice(end, index);
    end = index + found.length;
    if (!found.includes(mark)) {
      text += found;
      outer += found;
    } else if (url !== undefined && isWholeUrl(url.split(mark))) {
      const parts = url.split(mark);
      text += `\${${names.of(actions[action] ?? action)}(${template(names.of("url"), parts, holes.slice(next))})}`;
      next += parts.length - 1;
      outer += mark;
    } else {
      const inner = url ?? string ?? mark;
      const before = url === undefined ? "" : found.slice(0, found.indexOf(inner) - 1);
      const after = url === undefined ? "" : found.slice(found.indexOf(inner) + inner.length + 1);
      const mine = url === undefined ? quote : (groups?.["quote"] ?? "");
      const terms = inner
        .split(mark)
        .flatMap((piece, at) => [
          ...(at > 0 ? [hole()] : []),
          ...(piece === "" || mine === "" ? [] : [`${mine}${piece}${mine}`]),
        ]);
      const isAlone =
        terms.length === 1 ||
        (/(?:^|[(,[])\s*$/.test(outer + before) && /^\s*(?:$|[),\]])/.test(after + whole.slice(end)));
      text += before + (isAlone ? terms.join(" + ") : `(${terms.join(" + ")})`) + after;
      outer += before + terms.map(() => mark).join(" + ") + after;
    }
  }
  text += whole.slice(end);
  outer += whole.slice(end);
  return misplacedHole(outer) === undefined ? names.rewrite(`${names.of("js")}\`${text}\``, false) : undefined;
}

function isCode(pieces: readonly string[], index: number): boolean {
  const before = pieces.slice(0, index + 1).join("x");
  return misplacedHole(before + mark + pieces.slice(index + 1).join("x")) === undefined;
}

function template(tag: string, pieces: readonly string[], holes: readonly string[]): string {
  const text = pieces.map((piece, index) => (index === 0 ? piece : `\${${holes[index - 1] ?? ""}}${piece}`)).join("");
  return `${tag}\`${text}\``;
}

/** The pieces of a template or a sum, and what stands between them; `undefined` if another template would read it otherwise. */
function takeApart({ node, data }: RunTimeText, file: string): Written | undefined {
  const pieces = [""];
  const holes: string[] = [];
  const put = (text: string): void => void pieces.push((pieces.pop() ?? "") + text);
  const putTemplate = ({ quasis, expressions }: TemplateLiteral): boolean =>
    quasis.every(({ value }, index) => {
      put(value.raw);
      const hole = expressions[index];
      return hole === undefined || putHole(hole);
    });
  const putHole = (node: Node): boolean => {
    holes.push(dataOf(node, file));
    pieces.push("");
    // What is constant is a piece of the source, by another name.
    return data.includes(node);
  };
  const putOperand = (given: Node): boolean => {
    const operand = unwrapped(given);
    if (operand.type === "TemplateLiteral") return putTemplate(operand);
    if (operand.type !== "Literal" || typeof operand.value !== "string") return putHole(given);
    put(operand.value);
    return true;
  };
  const isWhole =
    node.type === "TemplateLiteral"
      ? putTemplate(node)
      : node.type === "TaggedTemplateExpression"
        ? isRaw(node.tag) && putTemplate(node.quasi)
        : node.type === "BinaryExpression" && operandsOf(node).every(putOperand);
  return isWhole && holes.length <= mostHoles && !pieces.some((piece) => /[\\`]|\$\{/.test(piece))
    ? { pieces, holes }
    : undefined;
}

/** The source of what goes into a hole. */
function dataOf(node: Node, file: string): string {
  return textOf(jsonOf(node, file) ?? node, file);
}

/** What an expression makes JSON of: a literal of it is what `js` makes itself. */
function jsonOf(node: Node, file: string): Node | undefined {
  return node.type === "CallExpression" && node.arguments.length === 1 && textOf(node.callee, file) === "JSON.stringify"
    ? node.arguments[0]
    : undefined;
}
