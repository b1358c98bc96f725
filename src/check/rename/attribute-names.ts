import type { Expression, JSXOpeningElement, Node } from "oxc-parser";
import { builtIn, type Plugin } from "../../attributes/plugins.js";
import { unwrapped } from "../../compile/syntax-tree.js";
import { type AttributeName, parseName, readKey } from "../../diagnostics/parse-name.js";
import { jsxName } from "../../diagnostics/program/syntax-tree.js";
import { namedProperties } from "../source/named-properties.js";
import { joinNames, type Names, namesInPath, noNames, type SignalName } from "./name-places.js";
import { namesInState } from "./object-names.js";

/** The names of signals in the attributes of an element, but for those in source. */
export function namesInElement({ attributes }: JSXOpeningElement): Names {
  return joinNames(
    attributes.map((attribute) => {
      if (attribute.type !== "JSXSpreadAttribute")
        return namesInAttribute(jsxName(attribute.name) ?? "", attribute.name.start, attribute.value);
      const given = unwrapped(attribute.argument);
      if (given.type !== "ObjectExpression") return noNames;
      return joinNames(
        given.properties.map((property) => {
          if (property.type !== "Property" || property.key.type !== "Literal") return noNames;
          return namesInAttribute(String(property.key.value), property.key.start + 1, property.value);
        }),
      );
    }),
  );
}

/** @param start where the name of the attribute begins */
function namesInAttribute(name: string, start: number, value: Node | null): Names {
  const attribute = parseName(name);
  const plugin = attribute && builtIn(attribute.plugin);
  if (attribute === undefined || plugin?.declares !== "named") return noNames;
  const key = namesInKey(attribute, plugin, start + name.indexOf(":") + 1);
  const form = key.length > 0 ? plugin.keyed : plugin.value;
  const prefix = key.length > 0 ? `${key.at(-1)?.path}.` : "";
  const given = value?.type === "JSXExpressionContainer" ? (value.expression as Node) : value;
  const within = given ? namesInValue(given, form, prefix) : noNames;
  return joinNames([{ names: key, states: [] }, within]);
}

function namesInValue(given: Node, form: Plugin["value"], prefix: string): Names {
  if (form === "data" || form === "functions" || form === "datum") return namesInState(given, prefix, "signal");
  if (form !== "path") return noNames;
  const node = unwrapped(given as Expression) as Node;
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? pathAt(node.value, node.start + 1) : noNames;
    case "TemplateLiteral": {
      const [quasi] = node.quasis;
      return quasi && node.expressions.length === 0 ? pathAt(quasi.value.raw, node.start + 1) : noNames;
    }
    case "ConditionalExpression":
      return joinNames([node.consequent, node.alternate].map((one) => namesInValue(one, form, prefix)));
    case "LogicalExpression":
      return joinNames([node.left, node.right].map((one) => namesInValue(one, form, prefix)));
    case "ArrayExpression":
      return joinNames(node.elements.map((one) => (one ? namesInValue(one, form, prefix) : noNames)));
    case "ObjectExpression": {
      const signal = namedProperties(node.properties).find(([name]) => name === "signal")?.[1];
      return signal ? namesInValue(signal, form, prefix) : noNames;
    }
    default:
      return noNames;
  }
}

function pathAt(path: string, start: number): Names {
  return { names: namesInPath(path, (index) => start + index, "signal"), states: [] };
}

/** The names in the key of an attribute, each with what tells how it is written there. */
function namesInKey(attribute: AttributeName, plugin: Plugin, start: number): readonly SignalName[] {
  const { key = "" } = attribute;
  const path = readPath(attribute, plugin)?.split(".") ?? [];
  const parts = key.split(".");
  if (key === "" || path.length !== parts.length) return [];
  return parts.map((part, index) => {
    const at = start + parts.slice(0, index).join(".").length + Math.min(1, index);
    const form = { attribute, index };
    return { path: path.slice(0, index + 1).join("."), start: at, end: at + part.length, form, declares: "signal" };
  });
}

/** The path that an attribute's key is to the client; `undefined` for one that it cannot be told. */
export function readPath(attribute: AttributeName, plugin = builtIn(attribute.plugin)): string | undefined {
  try {
    return plugin && readKey(attribute, plugin, "");
  } catch {
    return undefined;
  }
}
