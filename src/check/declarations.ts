import type { CallExpression, Expression, JSXOpeningElement, Node, Program } from "oxc-parser";
import { unwrapped } from "../compile/syntax-tree.js";
import { declaredSignals } from "../diagnostics/attribute-signals.js";
import { jsxName } from "../diagnostics/program/syntax-tree.js";
import type { Declaration, SignalType } from "../diagnostics/signal-declarations.js";
import type { SignalTree } from "../diagnostics/signal-tree.js";
import { boundType } from "./bound-types.js";
import { fieldNames } from "./fields.js";
import { namedProperties } from "./named-properties.js";
import type { OurNames } from "./our-names.js";

/** What declares signals: types by their names, or a type of which only TypeScript knows the names. */
type State = ReadonlyMap<string, string> | string;

/**
 * The signals, actions and fields that a module declares, as types of the program: what `signals()` is given, the
 * entries and keys of attributes, what patches bring.
 *
 * @param nodes all of the program
 */
export function declarations(
  program: Program,
  nodes: readonly Node[],
  code: string,
  names: OurNames,
  filename: string,
): string {
  const states: State[] = [];
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
        states.push(stateOfSet(call, `__ds.StateOf<typeof ${id.name}>`, names, code));
      } else if (name === "action") {
        const [given] = call.arguments;
        if (given?.type !== "Literal") continue;
        constants.add(call);
        actions.push(`${JSON.stringify(given.value)}: __ds.ActionOf<typeof ${id.name}>`);
      }
    }
  }
  for (const node of nodes) {
    if (node.type === "CallExpression" && !constants.has(node)) {
      const [given] = node.arguments;
      const name = names.nameOf(node.callee);
      if (name === "signals" && given !== undefined) states.push(stateOf(given));
      else if (name === "action" && given?.type === "Literal") actions.push(`${JSON.stringify(given.value)}: any`);
      else for (const patch of node.arguments) if (patches(node.callee)) states.push(namesIn(patch));
    } else if (node.type === "JSXOpeningElement") states.push(...ofElement(node));
  }
  return written(states, actions, fieldNames(nodes), filename);
}

/**
 * Writes what is declared into interfaces that all modules add to. Each signal has one of its own, so that its type is
 * found without a look at all others.
 */
function written(
  states: readonly State[],
  actions: readonly string[],
  fields: ReadonlySet<string>,
  filename: string,
): string {
  const types = new Map<string, Set<string>>();
  const open: string[] = [];
  for (const state of states) {
    if (typeof state === "string") open.push(state);
    else for (const [name, type] of state) types.set(name, (types.get(name) ?? new Set()).add(type));
  }
  const entries = (of: Iterable<string>): string =>
    Array.from(of, (type, i) => `${JSON.stringify(`${filename}#${i}`)}: ${type};`).join(" ");
  const lines: string[] = [];
  const signals: string[] = [];
  for (const [name, of] of types) {
    const key = JSON.stringify(name);
    const own = `DatastarSignal_${name.replaceAll(/\W/g, (c) => `_${c.charCodeAt(0)}_`)}`;
    lines.push(`interface ${own} { ${entries(of)} }`);
    signals.push(`${key}: __ds.Declared<${own}, ${key}>`);
  }
  if (signals.length > 0) lines.push(`interface DatastarSignals { ${signals.join("; ")} }`);
  if (open.length > 0) lines.push(`interface DatastarStates { ${entries(open)} }`);
  if (actions.length > 0) lines.push(`interface DatastarActions { ${actions.join("; ")} }`);
  const names = Array.from(fields, (name) => `${JSON.stringify(name)}: true`);
  if (names.length > 0) lines.push(`interface DatastarFields { ${names.join("; ")} }`);
  return lines.length === 0 ? "" : `declare global {\n${lines.join("\n")}\n}`;
}

/**
 * What a set of signals declares. What is written out is not asked for the type of the set, which TypeScript would have
 * to work out for every module that names one of the signals.
 *
 * @param type that of its state
 */
function stateOfSet(
  { arguments: [given], typeArguments }: CallExpression,
  type: string,
  names: OurNames,
  code: string,
): State {
  const object = given && given.type !== "SpreadElement" ? unwrapped(given) : undefined;
  if (object?.type !== "ObjectExpression" || typeArguments) return type;
  const properties = namedProperties(object.properties);
  if (properties.length < object.properties.length) return type;
  return new Map(
    properties.map(([name, value]) => [
      name,
      writtenType(value, names, code) ?? `__ds.At<${type}, ${JSON.stringify(name)}>`,
    ]),
  );
}

/** The type that TypeScript infers of a value, where that is as good as written out. */
function writtenType(node: Node, names: OurNames, code: string): string | undefined {
  if (node.type === "Literal")
    return /^(?:string|number|boolean)$/.test(typeof node.value) ? typeof node.value : undefined;
  if (node.type === "ObjectExpression") {
    const properties = namedProperties(node.properties);
    const types = properties.flatMap(([name, value]) => {
      const type = writtenType(value, names, code);
      return type === undefined ? [] : ([[name, type]] as const);
    });
    return types.length === node.properties.length ? objectType(new Map(types)) : undefined;
  }
  if (node.type !== "CallExpression" || node.typeArguments?.params.length !== 1) return undefined;
  const name = names.nameOf(node.callee);
  const [item] = node.typeArguments.params;
  const type = item && code.slice(item.start, item.end);
  return name === "list" ? `(${type})[]` : name === "record" ? `{ [name: string]: ${type} }` : undefined;
}

/** Whether a call brings signals that need no other declaration. */
export function patches(callee: Node): boolean {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" && /^(?:patch|send)Signals|^signalsResponse/.test(name.name);
}

function ofElement(element: JSXOpeningElement): readonly State[] {
  return element.attributes.flatMap((attribute) => {
    if (attribute.type !== "JSXSpreadAttribute")
      return ofAttribute(jsxName(attribute.name) ?? "", attribute.value, element);
    const given = unwrapped(attribute.argument);
    if (given.type !== "ObjectExpression") return [];
    return namedProperties(given.properties).flatMap(([name, value]) => ofAttribute(name, value, element));
  });
}

function ofAttribute(name: string, written: Node | null, element: JSXOpeningElement): readonly State[] {
  if (!name.startsWith("data-")) return [];
  const value = written?.type === "JSXExpressionContainer" ? unwrapped(written.expression as Expression) : written;
  if (value?.type === "ObjectExpression" && /^data-(?:signals|computed)(?:__|$)/.test(name)) return [stateOf(value)];
  if (value?.type === "ArrayExpression") return value.elements.flatMap((each) => ofAttribute(name, each, element));
  if (value?.type === "ObjectExpression") {
    const { signal, prop } = Object.fromEntries(namedProperties(value.properties));
    return signal === undefined ? [] : ofAttribute(prop ? `${name}__prop` : name, signal, element);
  }
  const text = value?.type === "Literal" && typeof value.value === "string" ? value.value : undefined;
  const { declares, declarations = [] } = declaredSignals(name, text) ?? {};
  if (declares === undefined || declares === "unknown") return [];
  const typeOfLeaf = ({ by, type }: Declaration): string => {
    if (by === "signals" && text === undefined && value) return typeOf(value);
    if (type !== undefined) return typeNames[type];
    // A property that is named may hold anything.
    return name.includes("__prop") ? "__ds.Untyped" : boundType(by, element);
  };
  const types = new Map(declarations.map((declaration) => [declaration.path, typeOfLeaf(declaration)]));
  return [stateOfTree(declares, types)];
}

/** What a value in the text of an attribute is, as a type. */
const typeNames: { readonly [type in SignalType]: string } = {
  "a number": "number",
  text: "string",
  "true or false": "boolean",
  "a list": "never[]",
  "an object": "__ds.Untyped",
};

/** @param types by the paths of signals */
function stateOfTree(tree: SignalTree, types: ReadonlyMap<string, string>, prefix = ""): ReadonlyMap<string, string> {
  return new Map(
    Array.from(tree, ([name, inner]) => {
      const path = prefix + name;
      return [
        name,
        inner === "open" ? (types.get(path) ?? "__ds.Untyped") : objectType(stateOfTree(inner, types, `${path}.`)),
      ];
    }),
  );
}

function objectType(state: ReadonlyMap<string, string>): string {
  return `{${Array.from(state, ([name, type]) => `${keyOf(name)}: ${type}`).join("; ")}}`;
}

/** Messages name a property as it is written. */
function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

/** The names of an object, of whose values the types are not known. */
function namesIn(node: Node): ReadonlyMap<string, string> {
  const object = unwrapped(node as Expression);
  if (object.type !== "ObjectExpression") return new Map();
  return new Map(
    namedProperties(object.properties).map(([name, value]) => {
      const inner = namesIn(value);
      return [name, inner.size === 0 ? "__ds.Untyped" : objectType(inner)];
    }),
  );
}

/** The state that an object of values makes. */
function stateOf(node: Node): ReadonlyMap<string, string> {
  const value = unwrapped(node as Expression);
  if (value.type !== "ObjectExpression") return new Map();
  return new Map(namedProperties(value.properties).map(([name, inner]) => [name, typeOf(inner)]));
}

/** The type of a value that is written out; where it is not, the compiler would have to know the names around it. */
function typeOf(node: Node): string {
  const value = unwrapped(node as Expression);
  switch (value.type) {
    case "ObjectExpression":
      return objectType(stateOf(value));
    case "Literal":
      return node === value && value.value !== null && !("regex" in value) ? typeof value.value : "__ds.Untyped";
    case "TemplateLiteral":
      return "string";
    case "ArrayExpression":
      return "never[]";
    default:
      return "__ds.Untyped";
  }
}
