// What of an element's content the source tells.
import type { JSXChild, JSXElement } from "oxc-parser";
import type { Tag } from "../html/tag.js";
import { attributeName, attributeValue } from "./attribute.js";
import { jsxText } from "./jsx-text.js";
import type { ModuleContext } from "./module-context.js";
import { rawContent } from "./runtime-facts.js";
import { tagName } from "./syntax-tree.js";

/** The content of a script or style element, where it is known; how it is protected depends on the type. */
export function rawText(
  node: JSXElement,
  tag: Tag,
  children: readonly JSXChild[],
  context: ModuleContext,
): string | undefined {
  const values = children.map((child) => knownChild(child, context));
  const type = node.openingElement.attributes.find(
    (attribute) => attribute.type === "JSXAttribute" && attributeName(attribute) === "type",
  );
  const given = type?.type === "JSXAttribute" ? attributeValue(type) : { value: undefined };
  const constant = given !== undefined && "expression" in given ? context.evaluate(given.expression) : given;
  if (constant === undefined || values.includes(undefined)) return undefined;
  return rawContent(
    tag,
    constant.value,
    values.map((known) => known?.value),
  );
}

function knownChild(child: JSXChild, context: ModuleContext): { readonly value: unknown } | undefined {
  if (child.type === "JSXText") return { value: jsxText(child.raw ?? child.value) };
  if (child.type !== "JSXExpressionContainer" || child.expression.type === "JSXEmptyExpression") return undefined;
  return context.evaluate(child.expression);
}

/** Whether there is nothing in a child, not even for the runtime. */
export function isEmpty(child: JSXChild, context: ModuleContext): boolean {
  if (child.type === "JSXText") return jsxText(context.source.slice(child.start, child.end)) === "";
  return child.type === "JSXExpressionContainer" && child.expression.type === "JSXEmptyExpression";
}

/** The text that a child begins with, which may be none; `undefined` where that is not known. */
export function textAtStart(child: JSXChild, context: ModuleContext): string | undefined {
  if (child.type === "JSXElement") return tagName(child.openingElement.name) === undefined ? undefined : "";
  const known = knownChild(child, context);
  return typeof known?.value === "string" && known.value !== "" ? known.value : undefined;
}
