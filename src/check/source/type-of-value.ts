import type { Expression, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { typeOutside } from "./local-types.js";
import type { Binding, Scopes } from "./scopes.js";

/**
 * How to write the type of a value outside of the function that it stands in: of what the module declares, of
 * parameters whose types are written, of their properties, and of what functions return.
 */
export function typeOfValue(value: Node, scopes: Scopes, code: string): string | undefined {
  const node = unwrapped(value as Expression);
  const within = (before: string, inner: Node, after: string): string | undefined => {
    const type = typeOfValue(inner, scopes, code);
    return type && before + type + after;
  };
  switch (node.type) {
    case "Identifier": {
      const binding = scopes.bindingOf(node);
      return binding && typeOfBinding(binding, scopes, code);
    }
    case "MemberExpression":
      return node.computed || node.property.type !== "Identifier"
        ? undefined
        : within("__ds.At<", node.object, `, ${JSON.stringify(node.property.name)}>`);
    case "CallExpression":
      return within("__ds.ReturnOf<", node.callee, ">");
    case "AwaitExpression":
      return within("Awaited<", node.argument, ">");
    default:
      return undefined;
  }
}

function typeOfBinding({ name, parameter, isOfModule }: Binding, scopes: Scopes, code: string): string | undefined {
  if (isOfModule) return `typeof ${name}`;
  const pattern = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  if (pattern?.type !== "Identifier" && pattern?.type !== "ObjectPattern") return undefined;
  const annotation = pattern.typeAnnotation?.typeAnnotation;
  const type = annotation && typeOutside(annotation, scopes, code);
  if (type === undefined || pattern.type === "Identifier") return type;
  for (const property of pattern.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    const { value } = property;
    const declared = value.type === "AssignmentPattern" ? value.left : value;
    if (declared.type === "Identifier" && declared.name === name)
      return `__ds.At<${type}, ${JSON.stringify(property.key.name)}>`;
  }
  return undefined;
}
