import { itemsOf } from "../base/rope.js";
import { type AttributeSignals, attributeSignals } from "../diagnostics/attribute-signals.js";
import { branchesOf } from "../diagnostics/page/branches.js";
import {
  brokenSiblings,
  checkFragment,
  checkTarget,
  type Contents,
  enclose,
  joinContents,
  noContents,
  type Target,
  unknownContents,
} from "../diagnostics/page/contents.js";
import { formRole } from "../diagnostics/page/forms.js";
import { duplicateIds } from "../diagnostics/page/ids.js";
import type { PageFinding } from "../diagnostics/page/page-element.js";
import type { CallExpression, JsxElement, JsxFragment, Node } from "../diagnostics/program/syntax-tree.js";
import { intrinsicName, jsxName, namedProperties, unwrapped } from "../diagnostics/program/syntax-tree.js";
import { plainOf } from "./element-attributes.js";
import { type Finding, finding } from "./finding.js";
import { readAttribute, readByClient } from "./read-attribute.js";
import { isPartlyUnknown, valueOf } from "./static-value.js";
import { certainAttributes, isWrittenOut, type WrittenAttribute } from "./written-attributes.js";

/**
 * What is wrong with elements taken together: those written inside one another, and those that a component is given.
 */
export function treeFindings(node: JsxElement | JsxFragment): readonly Finding[] {
  const found: PageFinding<JsxElement>[] = [];
  const contents = topLevelOf(node, found);
  const isPart = !itemsOf(contents.roots).some(({ tag }) => tag === "html");
  return [
    ...found,
    ...duplicateIds(contents.ids, describeLine),
    // A component may put others before its children.
    ...brokenSiblings(contents, false),
    ...(isPart ? checkFragment(contents) : []),
  ].map(at);
}

function describeLine({ loc }: JsxElement): string {
  return loc === undefined ? "" : ` in line ${loc.start.line}`;
}

/** What is wrong with the elements of a call that patches the page. */
export function patchFindings({ callee, arguments: given }: CallExpression): readonly Finding[] {
  const name = callee.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  const index = name.type === "Identifier" && Object.hasOwn(patches, name.name) ? patches[name.name] : undefined;
  if (index === undefined) return [];
  const elements = given[index];
  const target = targetIn(given[index + 1]);
  if (elements === undefined || target === undefined) return [];
  return (
    checkTarget(contentsOf(unwrapped(elements), []), target)
      // What only the running program knows may be an id.
      .filter(({ diagnostic, element }) => diagnostic.rule !== "missing-id" || !mayHaveId(element.place))
      .map(at)
  );
}

// Where each takes its elements; its options follow.
const patches: { readonly [name: string]: number } = {
  patchElements: 0,
  patchElementsFrame: 0,
  elementsResponse: 0,
  sendElements: 1,
};

/** Where a patch goes; `undefined` if only the running program knows. */
function targetIn(options: Node | undefined): Target | undefined {
  if (options === undefined) return { mode: "outer" };
  const node = unwrapped(options);
  if (node.type !== "ObjectExpression") return undefined;
  const entries = namedProperties(node.properties);
  if (entries.length < node.properties.length) return undefined;
  const known = new Map(entries.map(([key, { value }]) => [key, valueOf(value)]));
  const mode = known.has("mode") ? known.get("mode") : "outer";
  const selector = known.get("selector");
  if (typeof mode !== "string" || (known.has("selector") && typeof selector !== "string")) return undefined;
  return { mode, ...(typeof selector === "string" ? { selector } : {}) };
}

type Tree = Contents<JsxElement>;

/** What is wrong with elements, as it is found on the way out of them. */
type Found = PageFinding<JsxElement>[];

function topLevelOf(node: JsxElement | JsxFragment, found: Found): Tree {
  if (isComponent(node)) return contentsOfAll(node.children, found);
  // Looked at with what it stands in.
  return node.parent?.type === "JSXElement" || node.parent?.type === "JSXFragment"
    ? noContents
    : contentsOf(node, found);
}

function isComponent(node: JsxElement | JsxFragment): boolean {
  return node.type === "JSXElement" && intrinsicName(node.openingElement) === undefined;
}

const texts: ReadonlySet<string> = new Set(["Literal", "TemplateLiteral", "JSXEmptyExpression"]);

function contentsOfAll(nodes: readonly (JsxFragment | Node)[], found: Found): Tree {
  return nodes.reduce<Tree>((contents, node) => joinContents(contents, contentsOf(node, found)), noContents);
}

function contentsOf(node: JsxFragment | Node, found: Found): Tree {
  if (node.type === "JSXText" || (node.type === "JSXExpressionContainer" && texts.has(node.expression.type)))
    return noContents;
  if (node.type === "JSXFragment") return contentsOfAll(node.children, found);
  // What the running program puts in may be anything.
  return node.type === "JSXElement" ? contentsOfElement(node, found) : unknownContents;
}

function contentsOfElement(place: JsxElement, found: Found): Tree {
  const { openingElement, children } = place;
  // Our own component, without which there is no page of Datastar.
  if (jsxName(openingElement.name) === "DatastarScript") return noContents;
  const tag = intrinsicName(openingElement);
  if (tag === undefined) return unknownContents;
  const signals = certainAttributes(openingElement).flatMap(signalsOf);
  const read = certainAttributes(openingElement).flatMap(readByClient);
  const inside = contentsOfAll(children, found);
  // What is spread into it may have another id, and declare signals.
  const known = {
    tag,
    place,
    signals,
    isForClient: read.length > 0,
    formRole: formRole(tag, read, plainOf(openingElement)),
    branches: branchesOf(tag, read),
  };
  const enclosed = isWrittenOut(openingElement)
    ? enclose({ ...known, id: staticId(place) }, inside, describeLine)
    : enclose({ ...known, id: undefined }, joinContents(inside, unknownContents), describeLine);
  found.push(...enclosed.found);
  return enclosed.contents;
}

function signalsOf(attribute: WrittenAttribute): readonly AttributeSignals[] {
  return readAttribute(attribute, new Set()).flatMap(({ name, read }) => {
    const value = "refused" in read ? undefined : read.value;
    // An expression that is not known could set signals, and so declare them.
    if (value === undefined || (value !== true && isPartlyUnknown(value)))
      return [{ attribute: name.text, declares: "unknown", declarations: [], uses: [], keeps: [], bare: undefined }];
    return attributeSignals(name.text, value) ?? [];
  });
}

function idOf({ openingElement }: JsxElement): WrittenAttribute | undefined {
  return certainAttributes(openingElement).find(({ name }) => name === "id");
}

function staticId(place: JsxElement): string | undefined {
  const node = idOf(place)?.value;
  const id = node && valueOf(node);
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

/** Whether an element has an id that only the running program knows. */
function mayHaveId(place: JsxElement): boolean {
  return !isWrittenOut(place.openingElement) || (idOf(place) !== undefined && staticId(place) === undefined);
}

function at({ diagnostic, element: { place } }: PageFinding<JsxElement>): Finding {
  const id = diagnostic.rule === "duplicate-id" ? idOf(place) : undefined;
  return finding(diagnostic, id?.place ?? place.openingElement);
}
