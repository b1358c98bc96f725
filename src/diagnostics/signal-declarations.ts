import { signalsIn } from "./check-expression.js";
import type { AttributeValue } from "./check-unknown-name.js";
import { withoutCalls } from "./client-source.js";
import { type ObjectLiteral, type Property, readObject } from "./object-literal.js";

/** What a signal holds, as far as its initial value tells. */
export type SignalType = "a number" | "text" | "true or false" | "a list" | "an object";

/** A signal that an attribute makes, or gives a meaning. */
export interface Declaration {
  readonly path: string;
  readonly by: Declaring;
  readonly type: SignalType | undefined;
  /** The signals that a computed one is made of. */
  readonly of: readonly string[];
}

/** The plugins that do. */
export type Declaring = "signals" | "computed" | "bind" | "ref" | "indicator";

const declaring: ReadonlySet<string> = new Set<Declaring>(["signals", "computed", "bind", "ref", "indicator"]);
const none: readonly never[] = [];

/**
 * The signals that an attribute declares.
 *
 * @param key its key, as the client reads it
 */
export function declarationsOf(plugin: string, key: string | undefined, value: AttributeValue): readonly Declaration[] {
  if (!isDeclaring(plugin)) return none;
  const source = typeof value === "string" ? value : "";
  const isNested = plugin === "signals" || plugin === "computed";
  if (key !== undefined) return leavesOf(key, { source, object: isNested ? readObject(source) : undefined }, plugin);
  if (!isNested) return source === "" ? none : [{ path: source, by: plugin, type: undefined, of: none }];
  return insideOf("", readObject(source), plugin);
}

function isDeclaring(plugin: string): plugin is Declaring {
  return declaring.has(plugin);
}

function insideOf(prefix: string, object: ObjectLiteral | undefined, by: Declaring): readonly Declaration[] {
  return object === undefined
    ? none
    : Array.from(object).flatMap(([name, property]) => leavesOf(prefix + name, property, by));
}

function leavesOf(path: string, property: Property, by: Declaring): readonly Declaration[] {
  const { object, source } = property;
  const inside = object === undefined || object.size === 0 ? none : insideOf(`${path}.`, object, by);
  const of = by === "computed" && object === undefined ? readIn(source) : none;
  return [{ path, by, type: object === undefined ? typeOf(source) : "an object", of }, ...inside];
}

function readIn(source: string): readonly string[] {
  return signalsIn(withoutCalls(source, "@peek(")).flatMap(({ path, how }) => (how === "read" ? [path] : []));
}

const types: readonly (readonly [SignalType, RegExp])[] = [
  ["a number", /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i],
  ["text", /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")$/],
  ["true or false", /^(?:true|false)$/],
  // Of a sum of two lists, or another call, nothing is said.
  ["a list", /^(?:\[[^[\]]*\]|(?:new\s+)?Array\([^()]*\)(?:\.fill\([^()]*\))?)$/],
];

function typeOf(source: string): SignalType | undefined {
  return types.find(([, pattern]) => pattern.test(source.trim()))?.[0];
}
