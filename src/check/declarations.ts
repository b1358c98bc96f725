import type { Expression, JSXOpeningElement, Node, Program } from "oxc-parser";
import { tagName, unwrapped, walk } from "../compile/syntax-tree.js";
import { attributeSignals } from "../diagnostics/attribute-signals.js";
import { jsxName } from "../diagnostics/program/syntax-tree.js";
import type { SignalTree } from "../diagnostics/signal-tree.js";
import { namedProperties } from "./named-properties.js";
import type { OurNames } from "./our-names.js";

/**
 * The signals and actions that a module declares, as types of the program: what `signals()` is given, the entries and
 * keys of attributes, what patches bring.
 */
export function declarations(program: Program, names: OurNames, filename: string): string {
  const states: string[] = [];
  const actions: string[] = [];
  const constants = new Set<Node>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== "Identifier" || init === null) continue;
      const call = unwrapped(init);
      if (call.type !== "CallExpression") continue;
      const name = names.nameOf(call.callee);
      if (name === "signals") {
        constants.add(call);
        states.push(`__ds.StateOf<typeof ${id.name}>`);
      } else if (name === "action") {
        const [given] = call.arguments;
        if (given?.type !== "Literal") continue;
        constants.add(call);
        actions.push(`${JSON.stringify(given.value)}: __ds.ActionOf<typeof ${id.name}>`);
      }
    }
  }
  walk(program, (node) => {
    if (node.type === "CallExpression" && !constants.has(node)) {
      const [given] = node.arguments;
      const name = names.nameOf(node.callee);
      if (name === "signals" && given !== undefined) states.push(typeOf(given));
      else if (name === "action" && given?.type === "Literal") actions.push(`${JSON.stringify(given.value)}: any`);
      else for (const patch of node.arguments) if (patches(node.callee)) states.push(namesIn(patch));
    } else if (node.type === "JSXOpeningElement") states.push(...ofElement(node));
    return true;
  });
  const known = states.filter((state) => state !== "{}");
  if (known.length === 0 && actions.length === 0) return "";
  const entries = known.map((state, i) => `${JSON.stringify(`${filename}#${i}`)}: ${state};`);
  return `declare global {
interface DatastarStates { ${entries.join(" ")} }
interface DatastarActions { ${actions.join("; ")} }
}`;
}

/** Whether a call brings signals that need no other declaration. */
function patches(callee: Node): boolean {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" && /^(?:patch|send)Signals|^signalsResponse/.test(name.name);
}

function ofElement({ name, attributes }: JSXOpeningElement): readonly string[] {
  const tag = tagName(name);
  return attributes.flatMap((attribute) => {
    if (attribute.type !== "JSXSpreadAttribute")
      return ofAttribute(jsxName(attribute.name) ?? "", attribute.value, tag);
    const given = unwrapped(attribute.argument);
    if (given.type !== "ObjectExpression") return [];
    return namedProperties(given.properties).flatMap(([name, value]) => ofAttribute(name, value, tag));
  });
}

function ofAttribute(name: string, written: Node | null, tag: string | undefined): readonly string[] {
  if (!name.startsWith("data-")) return [];
  const value = written?.type === "JSXExpressionContainer" ? unwrapped(written.expression as Expression) : written;
  if (value?.type === "ObjectExpression" && /^data-(?:signals|computed)(?:__|$)/.test(name)) return [typeOf(value)];
  if (value?.type === "ArrayExpression") return value.elements.flatMap((element) => ofAttribute(name, element, tag));
  if (value?.type === "ObjectExpression") {
    const signal = namedProperties(value.properties).find(([name]) => name === "signal");
    return signal === undefined ? [] : ofAttribute(name, signal[1], tag);
  }
  const text = value?.type === "Literal" && typeof value.value === "string" ? value.value : undefined;
  const declares = attributeSignals(name, text)?.declares;
  return declares === undefined || declares === "unknown" ? [] : [typeOfTree(declares, leafOf(name, tag))];
}

/** What an attribute puts into the signal that it declares. */
function leafOf(name: string, tag: string | undefined): string {
  return tag !== undefined && /^data-ref(?:[:_]|$)/.test(name)
    ? `__ds.ElementOf<${JSON.stringify(tag)}>`
    : "__ds.Untyped";
}

function typeOfTree(tree: SignalTree, leaf: string): string {
  const entries = Array.from(tree, ([name, inner]) => {
    return `${JSON.stringify(name)}: ${inner === "open" ? leaf : typeOfTree(inner, leaf)}`;
  });
  return `{${entries.join("; ")}}`;
}

/** The names of an object, of whose values the types are not known. */
function namesIn(node: Node): string {
  const object = unwrapped(node as Expression);
  if (object.type !== "ObjectExpression") return "{}";
  const entries = namedProperties(object.properties).map(([name, value]) => {
    const inner = namesIn(value);
    return `${JSON.stringify(name)}: ${inner === "{}" ? "__ds.Untyped" : inner}`;
  });
  return `{${entries.join("; ")}}`;
}

/** The type of a value that is written out; where it is not, the compiler would have to know the names around it. */
function typeOf(node: Node): string {
  const value = unwrapped(node as Expression);
  switch (value.type) {
    case "ObjectExpression":
      return `{${namedProperties(value.properties)
        .map(([name, inner]) => `${JSON.stringify(name)}: ${typeOf(inner)}`)
        .join("; ")}}`;
    case "Literal":
      return node === value && value.value !== null && !("regex" in value) ? typeof value.value : "__ds.Untyped";
    case "TemplateLiteral":
      return "string";
    default:
      return "__ds.Untyped";
  }
}
