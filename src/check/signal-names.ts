import { type JSXOpeningElement, type Node, parseSync } from "oxc-parser";
import { builtIn } from "../attributes/plugins.js";
import { nodesOf, unwrapped } from "../compile/syntax-tree.js";
import { parseName } from "../diagnostics/parse-name.js";
import { jsxName } from "../diagnostics/program/syntax-tree.js";
import { hole, readTokens } from "../expressions/tokens.js";
import { isSignal } from "./client-code.js";
import { patches } from "./declarations.js";
import { type OurNames, ourNames, packageName } from "./our-names.js";
import { type WrittenSource, writtenSources } from "./written-source.js";

/** A place in a module where a name stands. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /** How it is written there: in a key of an attribute in lower case, and in `{ name }` for two things at once. */
  readonly form: "plain" | "key" | "shorthand";
}

/** A place where a module names a signal. */
export interface SignalName extends NamePlace {
  /** The names up to this one: `user.email`. */
  readonly path: string;
  /** Whether it is what `signals()` is given, and so what TypeScript knows the properties of the set by. */
  readonly isDeclaration: boolean;
}

/** A property that may be a signal: which, only TypeScript can tell. */
export interface Member extends NamePlace {
  readonly name: string;
}

/** What a module calls signals by. */
export interface ModuleNames {
  readonly file: string;
  readonly code: string;
  readonly names: readonly SignalName[];
  readonly members: readonly Member[];
}

/** Finds the names of signals in a module. */
export function signalNames(file: string, code: string): ModuleNames {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) return { file, code, names: [], members: [] };
  const nodes = nodesOf(program);
  const ours = ourNames(program, packageName);
  const { sources } = writtenSources(program, nodes, code, ours);
  return {
    file,
    code,
    names: [...sources.flatMap(inSource), ...nodes.flatMap((node) => inNode(node, ours))],
    members: nodes.flatMap(membersOf),
  };
}

function inSource({ texts }: WrittenSource): readonly SignalName[] {
  const offsets = texts.flatMap(({ offsets }) => offsets);
  let index = 0;
  return readTokens(texts.map(({ text }) => text).join(hole)).flatMap((token) => {
    const at = index + 1;
    index += token.text.length;
    return isSignal(token) ? inPath(token.text.slice(1), (i) => offsets[at + i] ?? 0) : [];
  });
}

/** @param offsetOf the offset in the module of a character of the path */
function inPath(path: string, offsetOf: (index: number) => number): readonly SignalName[] {
  return Array.from(path.matchAll(/[^.]+/g), ({ 0: name, index }) => ({
    path: path.slice(0, index + name.length),
    start: offsetOf(index),
    end: offsetOf(index + name.length - 1) + 1,
    form: "plain",
    isDeclaration: false,
  }));
}

function inNode(node: Node, ours: OurNames): readonly SignalName[] {
  if (node.type === "JSXOpeningElement") return inElement(node);
  if (node.type !== "CallExpression") return [];
  const isDeclaration = ours.nameOf(node.callee) === "signals";
  return isDeclaration || patches(node.callee)
    ? node.arguments.flatMap((given) => keysOf(given, "", isDeclaration))
    : [];
}

function inElement({ attributes }: JSXOpeningElement): readonly SignalName[] {
  return attributes.flatMap((attribute) => {
    if (attribute.type === "JSXSpreadAttribute") return [];
    const name = jsxName(attribute.name) ?? "";
    const parsed = parseName(name);
    const plugin = parsed && builtIn(parsed.plugin);
    if (plugin?.declares === undefined) return [];
    const { key } = parsed ?? {};
    if (key !== undefined) {
      const start = attribute.name.start + name.indexOf(":") + 1;
      const path = key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [{ path, start, end: start + key.length, form: "key", isDeclaration: false }];
    }
    const { value } = attribute;
    const given = value?.type === "JSXExpressionContainer" ? value.expression : value;
    if (!given) return [];
    if (given.type !== "Literal") return keysOf(given, "", false);
    return plugin.value === "path" && typeof given.value === "string"
      ? inPath(given.value, (i) => given.start + 1 + i)
      : [];
  });
}

/** The names in an object of signals. */
function keysOf(given: Node, before: string, isDeclaration: boolean): readonly SignalName[] {
  const object = unwrapped(given as Parameters<typeof unwrapped>[0]);
  if (object.type !== "ObjectExpression") return [];
  return object.properties.flatMap((property): readonly SignalName[] => {
    if (property.type !== "Property" || property.computed) return [];
    const { key, shorthand } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
    const quote = key.type === "Literal" ? 1 : 0;
    const path = before + name;
    const [start, end] = [key.start + quote, key.end - quote];
    const form = shorthand ? "shorthand" : "plain";
    return [{ path, start, end, form, isDeclaration }, ...keysOf(property.value, `${path}.`, isDeclaration)];
  });
}

function membersOf(node: Node): readonly Member[] {
  if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier") {
    const { name, start, end } = node.property;
    return [{ name, start, end, form: "plain" }];
  }
  if (node.type !== "ObjectPattern") return [];
  return node.properties.flatMap((property): readonly Member[] => {
    if (property.type !== "Property" || property.computed || property.key.type !== "Identifier") return [];
    const { name, start, end } = property.key;
    return [{ name, start, end, form: property.shorthand ? "shorthand" : "plain" }];
  });
}
