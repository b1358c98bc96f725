import type { Node } from "oxc-parser";
import { tagName } from "../../compile/syntax-tree.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import type { Range } from "./positions.js";

/** The templates that Rocket renders on a condition, which may have asked whether what is named in them is there. */
export function guardedTemplates(nodes: readonly Node[], code: string): readonly Range[] {
  if (!code.includes("data-if")) return [];
  return nodes.flatMap((node) => {
    if (node.type !== "JSXElement" || tagName(node.openingElement.name) !== "template") return [];
    const isGuarded = node.openingElement.attributes.some(
      (attribute) =>
        attribute.type === "JSXAttribute" && /^data-(?:if|else-if|else)$/.test(jsxName(attribute.name) ?? ""),
    );
    return isGuarded ? [{ start: node.openingElement.end, end: node.end }] : [];
  });
}
