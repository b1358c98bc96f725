import { type CallExpression, type Node, type Program, type TSLiteralType, Visitor } from "oxc-parser";
import { nodesOf } from "../../compile/syntax-tree.js";
import { parseName } from "../../diagnostics/parse-name.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import { calledName } from "../source/called-name.js";
import { patchesOf } from "../source/declarations.js";
import { type OurNames, ourNames, packageName } from "../source/our-names.js";
import { parseModule } from "../source/parse-module.js";
import type { Range } from "../source/positions.js";
import { type WrittenSource, writtenSources } from "../source/written-source.js";
import { namesInElement, readPath } from "./attribute-names.js";
import {
  joinNames,
  type NamedPlace,
  type Names,
  namesInPath,
  namesInPattern,
  noNames,
  type SignalName,
  type State,
} from "./name-places.js";
import { namesInObjectSource, namesInState } from "./object-names.js";
import { filterName, type MembersOfHole, namesInSource } from "./source-names.js";

/** What a module calls signals by, and what it may call them by. */
export interface ModuleNames {
  readonly file: string;
  readonly code: string;
  /** Whether it parses; the names of one that does not are not known. */
  readonly isParsed: boolean;
  readonly names: readonly SignalName[];
  readonly states: readonly State[];
  /** Properties that may be signals: which, only TypeScript can tell. */
  readonly properties: readonly Property[];
  readonly holes: readonly MembersOfHole[];
  readonly picks: readonly Pick[];
  readonly texts: readonly Text[];
}

/** A name of a property. */
export interface Property extends NamedPlace {
  /** Whether it asks for a property that something else has. */
  readonly isRead: boolean;
}

/** A name that TypeScript does not know to be one of a property: what `pick()` is given, and in `({ count } = cart)`. */
export interface Pick extends NamedPlace {
  /** What it is a property of. */
  readonly set: Range;
  /** An expression that a question can stand before. */
  readonly beside: Range;
}

/** Text, in which there may be names that nobody knows of. */
export interface Text extends Range {
  /** Whether it is about signals, so that any word in it may be the name of one: a filter, a patch as JSON. */
  readonly isOfSignals: boolean;
}

/** Finds the names of signals in a module. */
export function signalNames(file: string, code: string): ModuleNames {
  const { program, errors } = parseModule(file, code);
  const isParsed = errors.length === 0;
  const nodes = isParsed ? nodesOf(program) : [];
  const types = isParsed ? namesInTypes(program) : [];
  const ours = ourNames(program, packageName);
  const { sources } = writtenSources(program, nodes, code, ours);
  const inSources = sources.map(namesInSource);
  const { names, states } = joinNames(nodes.map((node) => namesInNode(node, ours)));
  return {
    file,
    code,
    isParsed,
    names: [...names, ...inSources.flatMap(({ names }) => names), ...sources.flatMap(namesInObject)],
    states,
    properties: [...nodes, ...types].flatMap(propertiesOf),
    holes: inSources.flatMap(({ holes }) => holes),
    picks: nodes.flatMap(picksOf),
    texts: textsIn([...nodes, ...types]),
  };
}

/** The names in source that is an object of signals: it declares them. */
function namesInObject(source: WrittenSource): readonly SignalName[] {
  const { attribute = "", plugin } = source.place ?? {};
  const name = parseName(attribute);
  if (name === undefined || (plugin !== "signals" && plugin !== "computed")) return [];
  return namesInObjectSource(source, name.key === undefined ? "" : `${readPath(name)}.`);
}

function namesInNode(node: Node, ours: OurNames): Names {
  if (node.type === "JSXOpeningElement") return namesInElement(node);
  if (node.type === "CallExpression") return namesInCall(node, ours);
  if (node.type !== "Property" || node.computed || !isFilterName(node.key)) return noNames;
  const { value } = node;
  return value.type === "Literal" && "regex" in value
    ? { names: namesInPattern(value.regex.pattern, (index) => value.start + 1 + index), states: [] }
    : noNames;
}

function namesInCall(call: CallExpression, ours: OurNames): Names {
  const name = ours.nameOf(call.callee);
  if (name === "signals") return joinNames(call.arguments.map((given) => namesInState(given as Node, "", "property")));
  if (name === "readSignals")
    return { names: [], states: [{ start: call.start, end: call.end, prefix: "", form: "promise" }] };
  if (removes(call.callee))
    return { names: call.arguments.flatMap((given) => namesInPaths(given as Node)), states: [] };
  return joinNames(patchesOf(call).map((given) => namesInState(given, "", "signal")));
}

/** Whether a call takes signals away, by their paths. */
function removes(callee: Node): boolean {
  return calledName(callee)?.startsWith("removeSignals") === true;
}

function namesInPaths(given: Node): readonly SignalName[] {
  if (given.type === "ArrayExpression") return given.elements.flatMap((one) => (one ? namesInPaths(one) : []));
  return given.type === "Literal" && typeof given.value === "string"
    ? namesInPath(given.value, (index) => given.start + 1 + index, "nothing")
    : [];
}

function propertiesOf(node: Node): readonly Property[] {
  switch (node.type) {
    case "MemberExpression":
      return namedBy(node.property, node.computed, true);
    case "TSIndexedAccessType":
      return node.indexType.type === "TSLiteralType" ? namedBy(node.indexType.literal, true, true) : [];
    case "TSPropertySignature":
      return namedBy(node.key, node.computed, false);
    case "ObjectPattern":
    case "ObjectExpression":
      return node.properties.flatMap((property): readonly Property[] => {
        if (property.type !== "Property") return [];
        const form = property.shorthand ? "shorthand" : "plain";
        return namedBy(property.key, property.computed, node.type === "ObjectPattern").map((one) => ({ ...one, form }));
      });
    default:
      return [];
  }
}

/** @param isComputed whether it stands in brackets */
function namedBy(node: Node, isComputed: boolean, isRead: boolean): readonly Property[] {
  if (node.type === "Identifier" && !isComputed)
    return [{ name: node.name, start: node.start, end: node.end, form: "plain", isRead }];
  return node.type === "Literal" && typeof node.value === "string"
    ? [{ name: node.value, start: node.start + 1, end: node.end - 1, form: "plain", isRead }]
    : [];
}

function picksOf(node: Node): readonly Pick[] {
  if (node.type === "AssignmentExpression") {
    const { start, end } = node.right;
    const range = { start, end };
    const properties = node.left.type === "ObjectPattern" ? propertiesOf(node.left) : [];
    return properties.map((one) => ({ ...one, set: range, beside: range }));
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
  if (calledName(node.callee) !== "pick") return [];
  const { object } = node.callee;
  const set = { start: object.start, end: object.end };
  return node.arguments.flatMap((given) => {
    const beside = { start: given.start, end: given.end };
    return namedBy(given as Node, true, false).map((one) => ({ ...one, set, beside }));
  });
}

function textsIn(nodes: readonly Node[]): readonly Text[] {
  // What attributes of HTML say, no signal is called by: `<input name="count" />`.
  const ofHtml = new Set<Node | null>();
  const ofSignals = new Set<Node>();
  return nodes.flatMap((node): readonly Text[] => {
    if (node.type === "JSXAttribute" && !jsxName(node.name)?.startsWith("data-")) ofHtml.add(node.value);
    else if (node.type === "CallExpression") for (const one of patchesOf(node)) ofSignals.add(one);
    else if (node.type === "Property" && !node.computed && isFilterName(node.key)) ofSignals.add(node.value);
    const isText = (node.type === "Literal" && typeof node.value === "string") || node.type === "TemplateElement";
    const isOfSignals = ofSignals.has(node) && !hasNames(node);
    return isOfSignals || (isText && !ofHtml.has(node)) ? [{ start: node.start, end: node.end, isOfSignals }] : [];
  });
}

/** Whether names of signals are properties in it. */
function hasNames({ type }: Node): boolean {
  return /^(?:Object|Call|Member|Await)Expression$|^Identifier$/.test(type);
}

/** What has names in types. */
function namesInTypes(program: Program): readonly Node[] {
  const found: Node[] = [];
  const add = (node: Node): void => void found.push(node);
  const addLiteral = ({ literal }: TSLiteralType): void => void found.push(literal);
  new Visitor({ TSIndexedAccessType: add, TSLiteralType: addLiteral, TSPropertySignature: add }).visit(program);
  return found;
}

function isFilterName(key: Node): boolean {
  return key.type === "Identifier" && filterName.test(key.name);
}
