import { findPlugin, type Plugin } from "../attributes/plugins.js";
import { bareName, type SignalUse, signalsIn } from "./check-expression.js";
import type { AttributeValue } from "./check-unknown-name.js";
import { keptByEffect } from "./effects.js";
import { readObject } from "./object-literal.js";
import { type AttributeName, parseName, readKey } from "./parse-name.js";
import { type Declaration, declarationsOf } from "./signal-declarations.js";
import { addPath, newTree, type SignalTree, treeOf } from "./signal-tree.js";

/** What an attribute declares. */
interface Declared {
  /** The signals that it declares; `unknown` when it declares some that cannot be told from its text. */
  readonly declares: SignalTree | "unknown" | undefined;
  /** Those of them that its text tells, each with what it is. */
  readonly declarations: readonly Declaration[];
}

/** What an attribute has to do with signals. */
export interface AttributeSignals extends Declared {
  /** The name of the attribute. */
  readonly attribute: string;
  readonly uses: readonly SignalUse[];
  /** Those that an effect sets whenever they change. */
  readonly keeps: readonly string[];
  /** A dotted name that is the whole expression, which may be a signal that lacks its `$`. */
  readonly bare: string | undefined;
}

/**
 * The signals of an attribute; `undefined` when it has nothing to do with any.
 *
 * @param name as for `checkAttribute`
 */
export function attributeSignals(name: string, value: AttributeValue): AttributeSignals | undefined {
  const parsed = parseName(name);
  const plugin = parsed && findPlugin(parsed.plugin);
  if (parsed === undefined || plugin === undefined) return undefined;
  const source = typeof value === "string" ? value : "";
  const declares = declared(parsed, plugin, value);
  const isExpression = plugin.runs !== undefined;
  const uses = isExpression ? signalsIn(source) : [];
  const keeps = plugin.runs === "effect" ? keptByEffect(source) : none;
  const bare = isExpression ? bareName(source) : undefined;
  const declarations = declarationsOf(parsed.plugin, keyOf(parsed, plugin), value);
  return declares === undefined && uses.length === 0 && bare === undefined
    ? undefined
    : { attribute: name, declares, declarations, uses, keeps, bare };
}

const none: readonly never[] = [];

/**
 * The signals that an attribute declares, without a look at those that it uses.
 *
 * @param name as for `checkAttribute`
 */
export function declaredSignals(name: string, value: AttributeValue): Declared | undefined {
  const parsed = parseName(name);
  const plugin = parsed && findPlugin(parsed.plugin);
  if (parsed === undefined || plugin?.declares === undefined) return undefined;
  return {
    declares: declared(parsed, plugin, value),
    declarations: declarationsOf(parsed.plugin, keyOf(parsed, plugin), value),
  };
}

function declared(name: AttributeName, plugin: Plugin, value: AttributeValue): AttributeSignals["declares"] {
  if (plugin.declares !== "named") return plugin.declares;
  const key = keyOf(name, plugin);
  const object = typeof value === "string" ? readObject(value) : undefined;
  if (key === undefined && plugin.value !== "path") return object === undefined ? "unknown" : treeOf(object);
  const path = key ?? value;
  if (typeof path !== "string") return "unknown";
  const tree = newTree();
  addPath(
    tree,
    path,
    key === undefined || object === undefined || object.size === 0 || name.plugin !== "signals"
      ? "open"
      : treeOf(object),
  );
  return tree;
}

function keyOf(name: AttributeName, plugin: Plugin): string | undefined {
  if (name.key === undefined || name.key === "") return undefined;
  try {
    return readKey(name, plugin, "");
  } catch {
    return name.key;
  }
}
