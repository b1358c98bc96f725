import { error } from "../diagnostics/diagnostic.js";
import { type Node, unwrapped } from "../diagnostics/program/syntax-tree.js";
import { type Finding, finding } from "./finding.js";
import { outcomes } from "./static-value.js";
import type { WrittenAttribute } from "./written-attributes.js";

/** @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const booleans: ReadonlySet<string> = new Set(
  (
    "allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert ismap " +
    "itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"
  ).split(" "),
);

/** Finds a choice between texts in an attribute that is there or not: the empty text is as good as any. */
export function alwaysThere({ name, value }: WrittenAttribute): readonly Finding[] {
  if (!booleans.has(name.toLowerCase()) || value === undefined || unwrapped(value).type !== "ConditionalExpression")
    return [];
  const texts = outcomes(value);
  if (!texts.every(isText) || !texts.some((node) => node.type === "Literal" && node.value === "")) return [];
  const message = `${name}: an empty text leaves the attribute there, and it counts; write ${name}={condition}.`;
  return [finding(error("invalid-value", message), value)];
}

function isText(node: Node): boolean {
  return node.type === "Literal" && typeof node.value === "string";
}
