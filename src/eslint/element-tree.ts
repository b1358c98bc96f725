import { type AttributeSignals, attributeSignals } from "../diagnostics/attribute-signals.js";
import { misnested } from "../diagnostics/nesting.js";
import {
  duplicateIds,
  missingIds,
  type PageElement,
  type PageFinding,
  type PageNode,
  unknownSignals,
} from "../diagnostics/page.js";
import type {
  CallExpression,
  JsxAttribute,
  JsxElement,
  JsxFragment,
  Node,
} from "../diagnostics/program/syntax-tree.js";
import { intrinsicName, jsxName, namedProperties, unwrapped } from "../diagnostics/program/syntax-tree.js";
import { jsxValue } from "./attribute-value.js";
import { attributesOf } from "./element-attributes.js";
import { type Finding, finding } from "./finding.js";
import { readAttribute } from "./read-attribute.js";
import { isPartlyUnknown, valueOf } from "./static-value.js";

/**
 * What is wrong with elements taken together: those written inside one another, and those that a component is given.
 */
export function treeFindings(node: JsxElement | JsxFragment): readonly Finding[] {
  const nodes = topLevelOf(node);
  return [
    ...duplicateIds(nodes, ({ loc }) => (loc === undefined ? "" : ` in line ${loc.start.line}`)).map((found) =>
      at(idOf(found.element.place), found),
    ),
    ...misnested(nodes).map((found) => at(undefined, found)),
    ...nodes
      .filter((node) => "tag" in node && node.tag === "html")
      .flatMap((page) => unknownSignals([page]).map((found) => at(undefined, found))),
  ];
}

/** What is wrong with the elements of a call that patches the page. */
export function patchFindings({ callee, arguments: given }: CallExpression): readonly Finding[] {
  const name = callee.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  const index = name.type === "Identifier" && Object.hasOwn(patches, name.name) ? patches[name.name] : undefined;
  if (index === undefined) return [];
  const elements = given[index];
  const mode = modeWithoutSelector(given[index + 1]);
  if (elements === undefined || mode === undefined) return [];
  const nodes = nodesOf(unwrapped(elements)).filter((node) => !("tag" in node && mayHaveId(node.place)));
  return missingIds(nodes, mode).map((found) => at(undefined, found));
}

// Where each takes its elements; its options follow.
const patches: { readonly [name: string]: number } = { patchElements: 0, elementsResponse: 0, sendElements: 1 };

/** How a patch finds its target by ids; `undefined` if it does not, or may not. */
function modeWithoutSelector(options: Node | undefined): string | undefined {
  if (options === undefined) return "outer";
  const node = unwrapped(options);
  if (node.type !== "ObjectExpression") return undefined;
  const entries = namedProperties(node.properties);
  if (entries.length < node.properties.length || entries.some(([key]) => key === "selector")) return undefined;
  const mode = entries.find(([key]) => key === "mode")?.[1];
  const value = mode === undefined ? "outer" : valueOf(mode.value);
  return value === "outer" || value === "replace" ? value : undefined;
}

type Tree = PageNode<JsxElement>;

function topLevelOf(node: JsxElement | JsxFragment): readonly Tree[] {
  if (isComponent(node)) return node.children.flatMap(nodesOf);
  // Looked at with what it stands in.
  return node.parent?.type === "JSXElement" || node.parent?.type === "JSXFragment" ? [] : nodesOf(node);
}

function isComponent(node: JsxElement | JsxFragment): boolean {
  return node.type === "JSXElement" && intrinsicName(node.openingElement) === undefined;
}

// What the running program puts in may be anything.
const anything = { declaresSignals: true };

const texts: ReadonlySet<string> = new Set(["Literal", "TemplateLiteral", "JSXEmptyExpression"]);

function nodesOf(node: JsxFragment | Node): readonly Tree[] {
  if (node.type === "JSXText" || (node.type === "JSXExpressionContainer" && texts.has(node.expression.type))) return [];
  if (node.type === "JSXFragment") return node.children.flatMap(nodesOf);
  return node.type === "JSXElement" ? elementsOf(node) : [anything];
}

function elementsOf(place: JsxElement): readonly Tree[] {
  const { openingElement, children } = place;
  // Our own component, without which there is no page of Datastar.
  if (jsxName(openingElement.name) === "DatastarScript") return [];
  const tag = intrinsicName(openingElement);
  if (tag === undefined) return [anything];
  const signals = attributesOf(openingElement).flatMap(signalsOf);
  const element: PageElement<JsxElement> = {
    tag,
    id: staticId(place),
    place,
    signals,
    children: children.flatMap(nodesOf),
  };
  // What is spread into it may have another id, and declare signals.
  return [isSpread(place) ? { ...element, id: undefined, children: [...element.children, anything] } : element];
}

function signalsOf(attribute: JsxAttribute): readonly AttributeSignals[] {
  return readAttribute(attribute, new Set()).flatMap(({ name, read }) => {
    const value = "refused" in read ? undefined : read.value;
    // An expression that is not known could set signals, and so declare them.
    if (value === undefined || (value !== true && isPartlyUnknown(value)))
      return [{ attribute: name.text, declares: "unknown", uses: [], bare: undefined }];
    return attributeSignals(name.text, value) ?? [];
  });
}

function idOf({ openingElement }: JsxElement): JsxAttribute | undefined {
  return attributesOf(openingElement).find(({ name }) => jsxName(name) === "id");
}

function staticId(place: JsxElement): string | undefined {
  const attribute = idOf(place);
  const node = attribute && jsxValue(attribute);
  const id = node && valueOf(node);
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

function isSpread({ openingElement }: JsxElement): boolean {
  return attributesOf(openingElement).length < openingElement.attributes.length;
}

/** Whether an element has an id that only the running program knows. */
function mayHaveId(place: JsxElement): boolean {
  return isSpread(place) || (idOf(place) !== undefined && staticId(place) === undefined);
}

function at(place: JsxAttribute | undefined, { diagnostic, element }: PageFinding<JsxElement>): Finding {
  return finding(diagnostic, place ?? element.place.openingElement);
}
