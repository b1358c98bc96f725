import type { Node } from "oxc-parser";
import type { FunctionNode } from "./function-node.js";

/** Counts the names of which the parameters of a function say that they are text, numbers or booleans. */
export function countPlainNames({ params }: FunctionNode, counts: Map<string, number>): void {
  const declare = (pattern: Node, type: Node | null | undefined): void => {
    if (pattern.type === "AssignmentPattern") declare(pattern.left, type ?? annotationOf(pattern.left));
    else if (pattern.type === "Identifier") {
      if (isPlain(type)) counts.set(pattern.name, (counts.get(pattern.name) ?? 0) + 1);
    } else if (pattern.type === "ObjectPattern" && type?.type === "TSTypeLiteral") {
      for (const property of pattern.properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier") continue;
        const { name } = property.key;
        const member = type.members.find(
          (one) => one.type === "TSPropertySignature" && one.key.type === "Identifier" && one.key.name === name,
        );
        if (member?.type === "TSPropertySignature") declare(property.value, member.typeAnnotation?.typeAnnotation);
      }
    }
  };
  for (const parameter of params) declare(parameter, annotationOf(parameter));
}

function annotationOf(node: Node): Node | undefined {
  return "typeAnnotation" in node && node.typeAnnotation?.type === "TSTypeAnnotation"
    ? node.typeAnnotation.typeAnnotation
    : undefined;
}

function isPlain(type: Node | null | undefined): boolean {
  switch (type?.type) {
    case "TSStringKeyword":
    case "TSNumberKeyword":
    case "TSBooleanKeyword":
    case "TSUndefinedKeyword":
    case "TSNullKeyword":
    case "TSLiteralType":
      return true;
    case "TSUnionType":
      return type.types.every(isPlain);
    default:
      return false;
  }
}
