import type { Expression, JSXOpeningElement, Node } from "oxc-parser";
import { isPure, tagName, unwrapped } from "../../compile/syntax-tree.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import { namedProperties } from "./named-properties.js";

/** A name that Rocket's `data-for` gives to what is in its template. */
export interface LoopName {
  readonly name: string;
  /** Its value, as code of a virtual file. */
  readonly value: string;
}

interface Loop {
  readonly start: number;
  readonly end: number;
  readonly names: readonly LoopName[];
}

/** What the loops of a program name. */
export interface Loops {
  /** The names at an offset, those of inner loops last. */
  namesAt(offset: number): readonly LoopName[];
}

const noNames: readonly LoopName[] = [];

/** Finds the loops among the nodes of a program. */
export function loopsIn(nodes: readonly Node[], code: string): Loops {
  const loops: Loop[] = [];
  if (code.includes("data-for")) {
    for (const node of nodes) {
      if (node.type !== "JSXElement" || tagName(node.openingElement.name) !== "template") continue;
      const names = namesOf(node.openingElement, code);
      if (names.length > 0) loops.push({ start: node.start, end: node.end, names });
    }
  }
  return {
    namesAt(offset) {
      if (loops.length === 0) return noNames;
      const names = loops.filter(({ start, end }) => start <= offset && offset < end).flatMap(({ names }) => names);
      return Array.from(new Map(names.map((one) => [one.name, one])).values());
    },
  };
}

function namesOf({ attributes }: JSXOpeningElement, code: string): readonly LoopName[] {
  for (const attribute of attributes) {
    if (attribute.type === "JSXSpreadAttribute" || jsxName(attribute.name) !== "data-for" || !attribute.value) continue;
    const { value } = attribute;
    return namesGiven(
      value.type === "JSXExpressionContainer" ? unwrapped(value.expression as Expression) : value,
      code,
    );
  }
  return noNames;
}

function namesGiven(given: Node, code: string): readonly LoopName[] {
  if (given.type === "ObjectExpression") {
    const properties = new Map(namedProperties(given.properties));
    const list = properties.get("of");
    return names(textIn(properties.get("item")), textIn(properties.get("index")), list && valueOf(list, code));
  }
  const text = textIn(given);
  if (text === undefined) return names(undefined, undefined, valueOf(given, code));
  const [, item, index, list = text] = named.exec(text) ?? [];
  return names(item, index, signalIn(list));
}

function names(item = "item", index = "i", list: string | undefined): readonly LoopName[] {
  return [
    { name: item, value: list === undefined ? "__ds.unknown" : `__ds.itemOf(${list})` },
    { name: index, value: "0 as number" },
  ];
}

/** How much of the text of a `data-for` gives names. */
export function lengthOfNames(text: string): number {
  return text.length - (named.exec(text)?.[3] ?? text).length;
}

const named = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?\sin\s([^]*)$/;

function textIn(node: Node | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** A list of which the type is found without more: a signal of the program's, by its name on the server or its own. */
function valueOf(node: Node, code: string): string | undefined {
  const text = textIn(node);
  if (text !== undefined) return signalIn(text);
  return isPure(node as Expression) ? code.slice(node.start, node.end) : undefined;
}

function signalIn(source: string): string | undefined {
  const [, path] = /^\s*\$([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\s*$/.exec(source) ?? [];
  return path && `{ value: __ds.signals.${path} }`;
}
