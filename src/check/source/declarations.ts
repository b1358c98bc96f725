import type { CallExpression, Node, Program } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { calledName } from "./called-name.js";
import { objectType, type State, StateReader } from "./declared-states.js";
import { fieldNames } from "./fields.js";
import { namedProperties } from "./named-properties.js";
import type { OurNames } from "./our-names.js";
import type { Scopes } from "./scopes.js";

/** What a set declares: types by names, or a type of which only TypeScript knows the names. */
type StateOfSet = State | string;

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
  scopes: Scopes,
  filename: string,
): string {
  const states: StateOfSet[] = [];
  const reader = new StateReader(scopes, code);
  const actions: string[] = [];
  const known = new Set<Node>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== "Identifier" || init === null) continue;
      const call = unwrapped(init);
      if (call.type !== "CallExpression") continue;
      const name = names.nameOf(call.callee);
      if (name === "signals") {
        known.add(call);
        states.push(stateOfSet(call, `__ds.StateOf<typeof ${id.name}>`, names, code));
      } else if (name === "action") {
        const [given] = call.arguments;
        if (given?.type !== "Literal") continue;
        known.add(call);
        actions.push(`${JSON.stringify(given.value)}: __ds.ActionOf<typeof ${id.name}>`);
      }
    }
  }
  for (const node of nodes) {
    if (node.type === "CallExpression" && !known.has(node)) {
      const [given] = node.arguments;
      const name = names.nameOf(node.callee);
      if (name === "signals" && given !== undefined) states.push(reader.ofObject(given));
      else if (name === "action" && given?.type === "Literal") actions.push(`${JSON.stringify(given.value)}: any`);
      else for (const patch of patchesOf(node)) states.push(reader.namesIn(patch));
    } else if (node.type === "JSXOpeningElement") states.push(...reader.ofElement(node));
  }
  return written(states, reader.given, actions, fieldNames(nodes), filename);
}

/**
 * Writes what is declared into interfaces that all modules add to. Each signal has one of its own, so that its type is
 * found without a look at all others.
 */
function written(
  states: readonly StateOfSet[],
  given: ReadonlySet<string>,
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
  if (given.size > 0) lines.push(`interface DatastarGiven { ${entries(given)} }`);
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
): StateOfSet {
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

/** What a call brings signals by that need no other declaration. Behind it stand options. */
export function patchesOf({ callee, arguments: given }: CallExpression): readonly Node[] {
  const name = calledName(callee) ?? "";
  // The reply of Node.js comes first.
  if (name.startsWith("sendSignals")) return given.slice(1, 2);
  return /^patchSignals|^signalsResponse/.test(name) ? given.slice(0, 1) : [];
}
