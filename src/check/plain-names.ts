import type { Node, Program } from "oxc-parser";
import { walk } from "../compile/syntax-tree.js";
import { isFunction } from "./source-form.js";

/**
 * The names of a program that all of their declarations annotate as text, a number or a boolean: nothing has to be
 * asked about them.
 *
 * @param declared how often each name is declared, in whatever scope
 */
export function plainNames(program: Program, declared: ReadonlyMap<string, number>): ReadonlySet<string> {
  const counts = new Map<string, number>();
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
  walk(program, (node) => {
    if (isFunction(node)) for (const parameter of node.params) declare(parameter, annotationOf(parameter));
    return true;
  });
  return new Set(Array.from(counts.keys()).filter((name) => counts.get(name) === declared.get(name)));
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
