import type { Expression, JSXAttributeItem, JSXChild, JSXElement, JSXFragment } from "oxc-parser";
import { escapeText } from "../html/escape.js";
import { Html } from "../html/html.js";
import { isListenerStem, listenersStem } from "../html/same-name.js";
import { attributeName, attributeParts, attributeStem, attributeValue } from "./attribute.js";
import { jsxText } from "./jsx-text.js";
import { isEmpty, isPureKey, onlyElement, rawText, textAtStart } from "./known-content.js";
import { type Code, hole, joined, type Part, valueHole } from "./markup-parts.js";
import type { ModuleContext, Helper } from "./module-context.js";
import { knownTag } from "./runtime-facts.js";
import { isMarkup, mapped, tagName, unwrapped } from "./syntax-tree.js";
import { templateParts } from "./template-literal.js";

/** Code for the value of a TSX expression. */
export function valueCode(node: JSXElement | JSXFragment, context: ModuleContext): Code {
  return context.within(
    () => compiledValue(node, context),
    () => [node],
  );
}

function compiledValue(node: JSXElement | JSXFragment, context: ModuleContext): Code {
  if (node.type === "JSXFragment") {
    const only = onlyElement(node, context);
    return only === undefined ? context.html(markupOf(openFragment(node), context)) : compiledValue(only, context);
  }
  const opened = openElement(node, context);
  return opened === undefined ? callCode("jsx", node, context) : context.html(markupOf(opened, context));
}

/** An element or fragment whose children are still to be read. */
interface Opened {
  /** What stands in front of its children. */
  readonly start: readonly Part[];
  readonly children: Iterator<JSXChild>;
  /** What it is called in messages about its children. */
  readonly name: string;
  readonly close: string;
}

/** The markup of an element or fragment. A loop, since elements nest deeper than calls can. */
function markupOf(root: Opened, context: ModuleContext): readonly Part[] {
  const parts: Part[] = [...root.start];
  const path = [root];
  const enter = (opened: Opened): void => {
    parts.push(...opened.start);
    path.push(opened);
  };
  for (let current = path.at(-1); current !== undefined; current = path.at(-1)) {
    const { done, value: child } = current.children.next();
    if (done === true) {
      parts.push(current.close);
      path.pop();
    } else if (child.type === "JSXFragment") {
      enter(openFragment(child));
    } else if (child.type === "JSXElement") {
      const opened = openElement(child, context);
      if (opened === undefined) parts.push(callPart(child, context));
      else enter(opened);
    } else {
      parts.push(...childParts(child, current.name, context));
    }
  }
  return parts;
}

function openFragment({ children }: JSXFragment): Opened {
  return { start: [], children: children.values(), name: "A fragment", close: "" };
}

/** Opens a plain element; `undefined` for a component, and for an element that is left to the runtime. */
function openElement(node: JSXElement, context: ModuleContext): Opened | undefined {
  const name = tagName(node.openingElement.name);
  const tag = name === undefined ? undefined : knownTag(name);
  if (name === undefined || tag === undefined) return undefined;
  const isVoid = tag.isVoid;
  const children = node.children.filter((child) => !isEmpty(child, context));
  const known = plainAttributes(node.openingElement.attributes, name, context);
  // Where there are no children here, some may be among the attributes, as may be the type of a script.
  if (known === undefined && (tag.isRaw || (children.length === 0 && !isVoid))) return undefined;
  if (isVoid && children.length > 0) return undefined;
  const attributes = known ?? [
    valueHole(
      [{ at: node.start }, ...objectCode(propCodes(node, context))],
      (props) => [`${context.helper("attributes")}(`, ...props, `, ${JSON.stringify(name)})`],
      false,
    ),
  ];
  const start = [`<${name}`, ...attributes, ">"];
  const opened = (content: string, children: readonly JSXChild[]): Opened => ({
    start: [...start, content],
    children: children.values(),
    name: `<${name}>`,
    close: tag.endTag,
  });
  const [first] = children;
  if (first === undefined || tag.protect === undefined) return opened("", children);
  if (tag.isRaw) {
    const content = rawText(node, tag, children, context);
    return content === undefined ? undefined : opened(content, []);
  }
  // Parsers drop a line break at the start of some elements.
  const begin = textAtStart(first, context);
  return begin === undefined
    ? undefined
    : opened(tag.protect(begin, undefined).slice(0, -begin.length || undefined), children);
}

/** The markup of attributes; `undefined` where only the runtime knows which of them there are. */
function plainAttributes(
  attributes: readonly JSXAttributeItem[],
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const stems = new Set<string>();
  const parts: Part[] = [];
  for (const attribute of attributes) {
    if (attribute.type === "JSXSpreadAttribute") return undefined;
    const given = attributeName(attribute);
    if (isPureKey(attribute)) continue;
    if (given === "key") {
      const key = attributeValue(attribute);
      if (key !== undefined && "expression" in key)
        parts.push(valueHole([`(${context.helper("abandon")}(`, key.expression, '), "")'], (value) => value, false));
      continue;
    }
    if (given === "children" || given === "__proto__") return undefined;
    // Two of a name may be spelled in two ways.
    const stem = attributeStem(given, tag, context);
    if (stems.has(stem)) return undefined;
    stems.add(stem);
    const text = attributeParts(attribute, tag, context);
    if (text === undefined) return undefined;
    parts.push(...text);
  }
  return stems.has(listenersStem()) && [...stems].some(isListenerStem) ? undefined : parts;
}

/** The markup of an element or fragment in an expression. */
function nodeParts(node: JSXElement | JSXFragment, context: ModuleContext): readonly Part[] {
  if (node.type === "JSXFragment") return markupOf(openFragment(node), context);
  const opened = openElement(node, context);
  return opened === undefined ? [callPart(node, context)] : markupOf(opened, context);
}

/** The markup of a component, or of an element that is left to the runtime. */
function callPart(node: JSXElement, context: ModuleContext): Part {
  return hole(callCode("component", node, context), true);
}

function childParts(
  child: Exclude<JSXChild, JSXElement | JSXFragment>,
  parent: string,
  context: ModuleContext,
): readonly Part[] {
  switch (child.type) {
    case "JSXText":
      return [escapeText(jsxText(context.source.slice(child.start, child.end)))];
    case "JSXSpreadChild":
      return [hole([`${context.helper("child")}([...`, child.expression, `], ${JSON.stringify(parent)})`], true)];
    case "JSXExpressionContainer":
      return child.expression.type === "JSXEmptyExpression" ? [] : expressionParts(child.expression, parent, context);
  }
}

function expressionParts(expression: Expression, parent: string, context: ModuleContext): readonly Part[] {
  const constant = context.evaluate(expression);
  const text = constant && textOf(constant.value);
  if (text !== undefined) return [text];
  const render = (value: string | Expression): Code => [
    `${context.helper("child")}(`,
    value,
    `, ${JSON.stringify(parent)})`,
  ];
  const branch = (expression: Expression): readonly Part[] =>
    context.within(
      () => expressionParts(expression, parent, context),
      () => [hole(render(expression), true)],
    );

  const node = unwrapped(expression);
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return context.within(
        () => nodeParts(node, context),
        () => [hole(render(node), true)],
      );
    case "TemplateLiteral":
      return templateParts(node, "textPart", escapeText, context);
    case "CallExpression": {
      const list = mapped(node);
      if (list === undefined) break;
      const parameters = joined(
        list.parameters.map((parameter) => [parameter]),
        ", ",
      );
      const item = context.text(branch(list.item)).code;
      return [
        hole(
          [
            `${context.helper("each")}(`,
            list.items,
            ", (",
            ...parameters,
            ") => ",
            ...item,
            `, ${JSON.stringify(parent)})`,
          ],
          true,
        ),
      ];
    }
    case "ConditionalExpression": {
      if (!isMarkup(node.consequent) && !isMarkup(node.alternate)) break;
      return [context.choice([node.test], branch(node.consequent), branch(node.alternate))];
    }
    case "LogicalExpression": {
      if (node.operator !== "&&" || !isMarkup(node.right)) break;
      // Nothing runs between its assignment and its use.
      const left = context.variable("left");
      return [context.choice([`(${left} = `, node.left, ")"], branch(node.right), [hole(render(left))])];
    }
  }
  return [hole(render(expression), true)];
}

/** The text of a constant child; `undefined` for what the runtime refuses. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return value instanceof Html ? value.html : undefined;
}

/** Code that calls the runtime for a component, or for an element of which only the runtime knows enough. */
function callCode(helper: Helper, node: JSXElement, context: ModuleContext): Code {
  const { name } = node.openingElement;
  const tag = tagName(name);
  const type = tag === undefined ? context.source.slice(name.start, name.end) : JSON.stringify(tag);
  const props = propCodes(node, context);
  const children = node.children.filter((child) => !isEmpty(child, context)).map((child) => childCode(child, context));
  const [only] = children;
  const isList = children.length > 1 || node.children.some(({ type }) => type === "JSXSpreadChild");
  if (isList) props.push(["children: [", ...joined(children, ", "), "]"]);
  else if (only !== undefined) props.push(["children: ", ...only]);
  const object = objectCode(props);
  if (tag === undefined && context.isFunction(type)) {
    const drops = node.children.some(
      (child) => child.type === "JSXExpressionContainer" || child.type === "JSXSpreadChild",
    );
    return [{ at: node.start }, `${context.call(type, helper === "component", drops)}(`, ...object, ")"];
  }
  return [{ at: node.start }, `${context.helper(helper)}(${type}, `, ...object, ")"];
}

function objectCode(properties: readonly Code[]): Code {
  return properties.length === 0 ? ["{}"] : ["{ ", ...joined(properties, ", "), " }"];
}

/** The attributes of an element as properties of an object. */
function propCodes(node: JSXElement, context: ModuleContext): Code[] {
  return node.openingElement.attributes
    .filter((attribute) => !isPureKey(attribute))
    .map((attribute) => propCode(attribute, context));
}

function propCode(attribute: JSXAttributeItem, context: ModuleContext): Code {
  if (attribute.type === "JSXSpreadAttribute") return ["...", attribute.argument];
  const name = attributeName(attribute);
  const given = attributeValue(attribute);
  let value: Code;
  if (given !== undefined) value = "expression" in given ? [given.expression] : [JSON.stringify(given.value)];
  else if (attribute.value?.type === "JSXElement" || attribute.value?.type === "JSXFragment")
    value = valueCode(attribute.value, context);
  else value = ["undefined"];
  // A key is no prop, but its expression may do something. It does it here; other compilers put it behind the props.
  if (name === "key") return [`...${context.helper("abandon")}(`, ...value, ")"];
  return [`${/^[\w$]+$/.test(name) ? name : JSON.stringify(name)}: `, ...value];
}

function childCode(child: JSXChild, context: ModuleContext): Code {
  switch (child.type) {
    case "JSXText":
      return [JSON.stringify(jsxText(context.source.slice(child.start, child.end)))];
    case "JSXElement":
    case "JSXFragment":
      return valueCode(child, context);
    case "JSXSpreadChild":
      return ["...", child.expression];
    case "JSXExpressionContainer":
      return child.expression.type === "JSXEmptyExpression" ? ["undefined"] : [child.expression];
  }
}
