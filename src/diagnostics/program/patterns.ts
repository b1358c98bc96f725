import { memberOf } from "./arguments.js";
import { type Assigned, changedBy, changeOf, isPlainAssignment, propertySetBy } from "./object-changes.js";
import { type DeclaredType, Scope } from "./scope.js";
import { type Located, type Node, propertyName, rangeOf } from "./syntax-tree.js";

/** What a pattern is given. */
export interface Given {
  readonly nodes: readonly Node[];
  readonly isOpen: boolean;
  readonly call?: Node;
  /** Whether it is what a call gives to parameters: what they are by default has been declared before. */
  readonly isCall?: true;
  readonly owner?: Node;
  readonly type?: DeclaredType | undefined;
}

export const unknown: Given = { nodes: [], isOpen: true };

export function whole(node: Node): Given {
  return { nodes: [node], isOpen: false };
}

/** Declares the names of a pattern: each stands for a part of what is given, where the source tells which. */
export function declare(pattern: Node, given: Given, scope: Scope, target: Scope): void {
  const { nodes, isOpen, call, isCall, owner } = given;
  const type = typeOf(pattern, scope) ?? given.type;
  switch (pattern.type) {
    case "Identifier":
      target.declare(pattern.name, { owner, type, values: nodes.map((node) => ({ node, scope, call })), isOpen });
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        const name = property.type === "Property" ? propertyName(property) : undefined;
        if (property.type !== "Property") declare(property, { ...given, isOpen: true }, scope, target);
        else if (name === undefined) declare(property.value, { ...given, ...unknown, type: undefined }, scope, target);
        else {
          const part = type && { ...type, path: [...type.path, name] };
          declare(property.value, { ...given, nodes: parts(nodes, name, property), type: part }, scope, target);
        }
      }
      break;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries())
        if (element !== null)
          declare(element, { ...given, nodes: parts(nodes, String(index), element), type: undefined }, scope, target);
      break;
    case "AssignmentPattern":
      // What has a default may be left out: the type of the property says less then.
      declare(
        pattern.left,
        isCall ? given : { ...given, nodes: [...nodes, pattern.right], type: undefined },
        scope,
        target,
      );
      break;
    case "RestElement":
      // Of a list, which items there are is not followed.
      declare(pattern.argument, { ...given, isOpen: true, type: undefined }, scope, target);
      break;
    case "TSParameterProperty":
      declare(pattern.parameter, given, scope, target);
      break;
  }
}

function typeOf(pattern: Node, scope: Scope): DeclaredType | undefined {
  const isTyped = pattern.type === "Identifier" || pattern.type === "ObjectPattern";
  return isTyped && pattern.typeAnnotation ? { node: pattern.typeAnnotation, scope, path: [] } : undefined;
}

/** A property of each value, as if the program read it by name. */
function parts(values: readonly Node[], name: string, place: Located): readonly Node[] {
  const range = rangeOf(place);
  return values.map((object) => memberOf(object, { type: "Literal", value: name, range }, place));
}

/** The names that a node gives another value, or something more: a property, or an item. */
export function namesAssignedBy(node: Node): readonly Assigned[] {
  switch (node.type) {
    case "AssignmentExpression":
      if (node.left.type === "MemberExpression") return changeOf(node.left.object, propertySetBy(node.left, node));
      if (node.left.type !== "Identifier") return namesOf(node.left, whole(node.right));
      // Of `+=` and its like, the value is what both make together.
      return [{ name: node.left.name, value: isPlainAssignment(node.operator) ? node.right : node }];
    case "CallExpression":
      return changedBy(node);
    case "UpdateExpression":
      return node.argument.type === "Identifier" ? [{ name: node.argument.name, value: undefined }] : [];
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration" ? [] : namesOf(node.left, unknown);
    default:
      return [];
  }
}

function namesOf(pattern: Node, given: Given): readonly Assigned[] {
  const target = new Scope();
  declare(pattern, given, target, target);
  return target.names.flatMap((name): readonly Assigned[] => {
    const { values = [], isOpen = true } = target.find(name) ?? {};
    return values.length === 0
      ? [{ name, value: undefined }]
      : values.map(({ node: value }) => ({ name, value, isOpen }));
  });
}
