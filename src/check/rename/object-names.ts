import { type Expression, type Node, parseSync } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import type { WrittenSource } from "../source/written-source.js";
import { joinNames, type Names, noNames, type SignalName } from "./name-places.js";

/**
 * The names in a value whose properties are signals: those that are written out, and what else they come from.
 *
 * @param prefix the path of the signal that it is the value of, with a dot behind it
 */
export function namesInState(given: Node, prefix: string, declares: SignalName["declares"]): Names {
  const node = unwrapped(given as Expression) as Node;
  switch (node.type) {
    case "ObjectExpression":
      return joinNames(node.properties.map((property) => namesInProperty(property, prefix, declares)));
    case "ConditionalExpression":
      return joinNames([node.consequent, node.alternate].map((one) => namesInState(one, prefix, declares)));
    case "LogicalExpression":
      return joinNames([node.left, node.right].map((one) => namesInState(one, prefix, declares)));
    case "Identifier":
    case "MemberExpression":
    case "CallExpression":
    case "AwaitExpression":
      return { names: [], states: [{ start: node.start, end: node.end, prefix, form: "value" }] };
    default:
      return noNames;
  }
}

function namesInProperty(property: Node, prefix: string, declares: SignalName["declares"]): Names {
  if (property.type === "SpreadElement") return namesInState(property.argument, prefix, declares);
  if (property.type !== "Property" || property.computed) return noNames;
  const { key, value, shorthand } = property;
  const quote = key.type === "Literal" && typeof key.value === "string" ? 1 : 0;
  const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
  const path = prefix + name;
  const [start, end] = [key.start + quote, key.end - quote];
  const here: SignalName = { path, start, end, form: shorthand ? "shorthand" : "plain", declares };
  const within: Names = shorthand
    ? { names: [], states: [{ start, end, prefix: `${path}.`, form: "shorthand" }] }
    : namesInState(value, `${path}.`, declares);
  return joinNames([{ names: [here], states: [] }, within]);
}

/** The names in source that is an object of signals, as in `data-signals="{ count: 0 }"`. */
export function namesInObjectSource({ texts }: WrittenSource, prefix: string): readonly SignalName[] {
  const offsets = texts.flatMap(({ offsets }) => offsets);
  // A digit in place of a value, which has one character as well.
  const text = `(${texts.map(({ text }) => text).join("0")}\n)`;
  const { program, errors } = parseSync("source.js", text);
  const [statement] = program.body;
  if (errors.length > 0 || statement?.type !== "ExpressionStatement") return [];
  const { names } = namesInState(statement.expression, prefix, "signal");
  return names.map((name) => ({
    ...name,
    start: offsets[name.start - 1] ?? 0,
    end: (offsets[name.end - 2] ?? 0) + 1,
  }));
}
