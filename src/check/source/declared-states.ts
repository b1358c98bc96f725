import type { Expression, JSXOpeningElement, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { declaredSignals } from "../../diagnostics/attribute-signals.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import type { Declaration, SignalType } from "../../diagnostics/signal-declarations.js";
import type { SignalTree } from "../../diagnostics/signal-tree.js";
import { boundType } from "./bound-types.js";
import { calledName } from "./called-name.js";
import { computedType } from "./computed-signals.js";
import { namedProperties } from "./named-properties.js";
import type { Scopes } from "./scopes.js";
import { typeOfValue } from "./type-of-value.js";
import { writtenObject, writtenValues } from "./written-values.js";

/** Signals by their names, and the type of each. */
export type State = ReadonlyMap<string, string>;

/** Reads the signals that attributes and values declare. */
export class StateReader {
  /** The types of what brings signals, where the names are not written out. */
  readonly given = new Set<string>();
  readonly #scopes: Scopes;
  readonly #code: string;
  /** What is being read. */
  readonly #open = new Set<Node>();

  constructor(scopes: Scopes, code: string) {
    this.#scopes = scopes;
    this.#code = code;
  }

  /** The signals that an element declares. */
  ofElement(element: JSXOpeningElement): readonly State[] {
    return element.attributes.flatMap((attribute) => {
      if (attribute.type !== "JSXSpreadAttribute")
        return this.#ofAttribute(jsxName(attribute.name) ?? "", attribute.value, element);
      const { properties } = writtenObject(attribute.argument, this.#scopes);
      return properties.flatMap(([name, value]) => this.#ofAttribute(name, value, element));
    });
  }

  #ofAttribute(name: string, written: Node | null, element: JSXOpeningElement): readonly State[] {
    if (!name.startsWith("data-")) return [];
    const given = written?.type === "JSXExpressionContainer" ? written.expression : written;
    if (given === null) return this.#ofValue(name, undefined, element);
    const values = writtenValues(given, this.#scopes);
    return values.flatMap((value) => this.#ofValue(name, value, element, values.length === 1));
  }

  /** @param isCertain whether there is no other value that it may have */
  #ofValue(
    name: string,
    value: Expression | undefined,
    element: JSXOpeningElement,
    isCertain = true,
  ): readonly State[] {
    if (value?.type === "ArrayExpression")
      return this.#within(value, [], () => value.elements.flatMap((each) => this.#ofAttribute(name, each, element)));
    const isState = /^data-(?:signals|computed)(?:__|$)/.test(name);
    const text = value && textOf(value);
    if (isState && value !== undefined && text === undefined)
      return [name.startsWith("data-computed") ? this.#computed(value) : this.ofObject(value)];
    if (value?.type === "ObjectExpression") {
      const { signal, prop } = Object.fromEntries(namedProperties(value.properties));
      if (signal === undefined) return [];
      return this.#within(value, [], () => this.#ofAttribute(prop ? `${name}__prop` : name, signal, element));
    }
    const { declares, declarations = [] } = declaredSignals(name, text) ?? {};
    if (declares === undefined || declares === "unknown") return [];
    const typeOfLeaf = ({ by, type }: Declaration): string => {
      if (by === "signals" && text === undefined && value) return this.#typeOf(value);
      if (by === "computed" && value && name.includes(":")) return computedType(value.start);
      if (type !== undefined) return typeNames[type];
      // A property that is named may hold anything, and another signal may be the one.
      return name.includes("__prop") || !isCertain ? "__ds.Untyped" : boundType(by, element);
    };
    const types = new Map(declarations.map((declaration) => [declaration.path, typeOfLeaf(declaration)]));
    return [stateOfTree(declares, types)];
  }

  /** The signals that a value makes. */
  ofObject(node: Node): State {
    return this.#state(node, "StateIn", (value) => this.#typeOf(value));
  }

  /** The computed signals of an object. */
  #computed(node: Node): State {
    return this.#state(node, "StateIn", (inner) => {
      const value = unwrapped(inner as Expression);
      return value.type === "ObjectExpression" ? objectType(this.#computed(value)) : computedType(value.start);
    });
  }

  /** The names of the signals that a patch brings, of whose values the types are not known. */
  namesIn(node: Node): State {
    return this.#state(node, "NamesIn", (value) => {
      const inner = value.type === "ObjectExpression" ? this.namesIn(value) : noState;
      return inner.size === 0 ? "__ds.Untyped" : objectType(inner);
    });
  }

  #state(node: Node, of: "StateIn" | "NamesIn", typeOf: (value: Node) => string): State {
    const { properties, others } = writtenObject(inJson(node), this.#scopes);
    for (const value of others) {
      const type = typeOfValue(value, this.#scopes, this.#code);
      if (type !== undefined) this.given.add(`__ds.${of}<${type}>`);
    }
    const types = new Map<string, Set<string>>();
    for (const [name, value] of properties) {
      const type = this.#within(value, "__ds.Untyped", () => typeOf(value));
      types.set(name, (types.get(name) ?? new Set()).add(type));
    }
    return new Map(
      Array.from(types, ([name, all]) => [name, all.size === 1 ? Array.from(all).join() : "__ds.Untyped"]),
    );
  }

  /** Reads what is in a node, but for one that is in itself: wrong code may make a constant of itself. */
  #within<Read>(node: Node, itself: Read, read: () => Read): Read {
    if (this.#open.has(node)) return itself;
    this.#open.add(node);
    const found = read();
    this.#open.delete(node);
    return found;
  }

  /** The type of a value that is written out; where it is not, the compiler would have to know the names around it. */
  #typeOf(node: Node): string {
    const value = unwrapped(node as Expression);
    switch (value.type) {
      case "ObjectExpression":
        return objectType(this.ofObject(value));
      case "Literal":
        return node === value && value.value !== null && !("regex" in value) ? typeof value.value : "__ds.Untyped";
      case "TemplateLiteral":
        return "string";
      case "ArrayExpression":
        return "never[]";
      default:
        return isArrayOfSize(value) ? "never[]" : "__ds.Untyped";
    }
  }
}

/** Whether a value is `Array(4)` or `Array(4).fill(false)`, what several checkboxes are bound to. */
function isArrayOfSize(node: Node): boolean {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const { callee } = node;
  if (callee.type === "Identifier") return callee.name === "Array";
  if (callee.type !== "MemberExpression") return false;
  return calledName(callee) === "fill" && isArrayOfSize(callee.object);
}

const noState: State = new Map();

/** The text of a value; what stands in it may be anything. */
function textOf(value: Expression): string | undefined {
  switch (value.type) {
    case "Literal":
      return typeof value.value === "string" ? value.value : undefined;
    case "TemplateLiteral":
      return value.quasis.map(({ value: { cooked, raw } }) => cooked ?? raw).join("unknown");
    case "TaggedTemplateExpression":
      return textOf(value.quasi);
    default:
      return undefined;
  }
}

/** What a call of `JSON.stringify` makes text of. */
function inJson(node: Node): Node {
  const value = unwrapped(node as Expression);
  if (value.type !== "CallExpression" || value.callee.type !== "MemberExpression") return value;
  const { object, property } = value.callee;
  const isJson = object.type === "Identifier" && object.name === "JSON" && property.type === "Identifier";
  return (isJson && property.name === "stringify" ? value.arguments[0] : undefined) ?? value;
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
function stateOfTree(tree: SignalTree, types: ReadonlyMap<string, string>, prefix = ""): State {
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

/** The type of an object, from those of its properties. */
export function objectType(state: State): string {
  return `{${Array.from(state, ([name, type]) => `${keyOf(name)}: ${type}`).join("; ")}}`;
}

/** Messages name a property as it is written. */
function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
