// What the source tells of content and of keys.
import type { JSXAttributeItem, JSXChild, JSXElement, JSXFragment } from "oxc-parser";
import type { Tag } from "../html/tag.js";
import { attributeName, attributeValue } from "./attribute.js";
import { jsxText } from "./jsx-text.js";
import type { ModuleContext } from "./module-context.js";
import { rawContent } from "./runtime-facts.js";
import { isPure, tagName, unwrapped } from "./syntax-tree.js";

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

/**
 * The element that is all of a fragment. Its value is that of the fragment too, as it is without a compiler: it may
 * know more than its markup.
 */
export function onlyElement({ children }: JSXFragment, context: ModuleContext): JSXElement | JSXFragment | undefined {
  const [only, ...others] = children.filter((child) => !isEmpty(child, context));
  const isElement = only?.type === "JSXElement" || only?.type === "JSXFragment";
  return isElement && others.length === 0 ? only : undefined;
}

/** Whether an attribute is a key, which means nothing here, and nothing is missed when it is not evaluated. */
export function isPureKey(attribute: JSXAttributeItem): boolean {
  if (attribute.type === "JSXSpreadAttribute" || attributeName(attribute) !== "key") return false;
  const given = attributeValue(attribute);
  if (given === undefined || !("expression" in given)) return given !== undefined;
  // A name may hold a promise, which somebody has to look after.
  return isPure(given.expression) && unwrapped(given.expression).type !== "Identifier";
}
