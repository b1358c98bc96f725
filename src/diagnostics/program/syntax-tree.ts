// The syntax trees of programs, as ESLint, typescript-eslint, oxlint and oxc-parser agree on them (ESTree with JSX), as
// far as our checks read them. The types of any one parser would make every user of the package install it.

/** Where something stands in a file: some parsers tell it in one way, some in the other, some in both. */
export interface Located {
  readonly range?: readonly [start: number, end: number];
  readonly start?: number;
  readonly end?: number;
  /** Linters set it; parsers by themselves do not. */
  readonly parent?: AnyNode | null | undefined;
}

/** What every parser's nodes are. */
export interface AnyNode extends Located {
  readonly type: string;
}

/** The names of the properties that hold the children of a node, by its type. Each parser comes with such a table. */
export type VisitorKeys = { readonly [type: string]: readonly string[] | undefined };

/** A node of a syntax tree. Parsers have kinds that are not listed; code that switches on `type` needs a default. */
export type Node = Located & (Expression | Wrapper | Statement | Pattern | Jsx | Part | Type);

type Expression =
  | {
      readonly type: "Literal";
      readonly value: unknown;
      readonly raw?: string;
      readonly regex?: object | null;
      readonly bigint?: string | null;
    }
  | Identifier
  | { readonly type: "UnaryExpression"; readonly operator: string; readonly argument: Node }
  | { readonly type: "UpdateExpression"; readonly argument: Node }
  | { readonly type: "BinaryExpression"; readonly operator: string; readonly left: Node; readonly right: Node }
  | {
      readonly type: "ConditionalExpression";
      readonly test: Node;
      readonly consequent: Node;
      readonly alternate: Node;
    }
  | { readonly type: "LogicalExpression"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: "AssignmentExpression"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: "SequenceExpression"; readonly expressions: readonly Node[] }
  | { readonly type: "AwaitExpression"; readonly argument: Node }
  | { readonly type: "YieldExpression"; readonly argument: Node | null; readonly delegate: boolean }
  | MemberExpression
  | { readonly type: "TaggedTemplateExpression"; readonly tag: Node; readonly quasi: TemplateLiteral }
  | { readonly type: "ArrayExpression"; readonly elements: readonly (Node | null)[] }
  | { readonly type: "ClassExpression"; readonly id: Node | null; readonly body: Node }
  | { readonly type: "NewExpression"; readonly callee: Node; readonly arguments: readonly Node[] }
  | { readonly type: "ThisExpression" }
  | { readonly type: "PrivateIdentifier"; readonly name: string }
  | FunctionNode
  | TemplateLiteral
  | ObjectExpression
  | CallExpression;

export interface Identifier extends Located {
  readonly type: "Identifier";
  readonly name: string;
  readonly typeAnnotation?: Node | null;
}

export interface MemberExpression extends Located {
  readonly type: "MemberExpression";
  readonly object: Node;
  readonly property: Node;
  readonly computed: boolean;
}

export interface FunctionNode extends Located {
  readonly type: "ArrowFunctionExpression" | "FunctionExpression" | "FunctionDeclaration";
  readonly id?: Node | null;
  readonly params: readonly Node[];
  readonly body: Node | null;
}

export interface TemplateLiteral extends Located {
  readonly type: "TemplateLiteral";
  readonly quasis: readonly { readonly value: { readonly raw: string; readonly cooked?: string | null } }[];
  readonly expressions: readonly Node[];
}

export interface ObjectExpression extends Located {
  readonly type: "ObjectExpression";
  readonly properties: readonly Node[];
}

export interface CallExpression extends Located {
  readonly type: "CallExpression";
  readonly callee: Node;
  readonly arguments: readonly Node[];
}

/** TypeScript's and the parsers' own ways to write an expression that stay what they are at run time. */
interface Wrapper {
  readonly type:
    | "TSAsExpression"
    | "TSSatisfiesExpression"
    | "TSNonNullExpression"
    | "TSTypeAssertion"
    | "TSInstantiationExpression"
    | "ParenthesizedExpression"
    | "ChainExpression";
  readonly expression: Node;
}

type Statement =
  | { readonly type: "Program"; readonly body: readonly Node[] }
  | { readonly type: "ExpressionStatement"; readonly expression: Node }
  | { readonly type: "ReturnStatement"; readonly argument: Node | null }
  | { readonly type: "IfStatement" | "WhileStatement" | "DoWhileStatement"; readonly test: Node }
  | { readonly type: "SwitchStatement"; readonly discriminant: Node }
  | { readonly type: "VariableDeclaration"; readonly kind: string; readonly declarations: readonly Declarator[] }
  | { readonly type: "ForInStatement" | "ForOfStatement"; readonly left: Node; readonly right: Node }
  | { readonly type: "CatchClause"; readonly param: Node | null }
  | { readonly type: "ClassDeclaration"; readonly id: Node | null; readonly body: Node }
  | { readonly type: "ClassBody" | "TSInterfaceBody"; readonly body: readonly Node[] }
  | {
      readonly type: "PropertyDefinition" | "MethodDefinition";
      readonly key: Node;
      readonly value: Node | null;
      readonly computed: boolean;
      readonly kind?: string;
    }
  | { readonly type: "TSEnumDeclaration"; readonly id: Node }
  | ImportDeclaration;

interface Declarator extends Located {
  readonly id: Node;
  readonly init: Node | null;
}

export interface ImportDeclaration extends Located {
  readonly type: "ImportDeclaration";
  readonly source: { readonly value: unknown };
  readonly specifiers: readonly ImportSpecifier[];
  readonly importKind?: string | null;
}

interface ImportSpecifier extends Located {
  readonly type: "ImportSpecifier" | "ImportDefaultSpecifier" | "ImportNamespaceSpecifier";
  readonly local: Identifier;
  readonly imported?: Node;
}

type Pattern =
  | { readonly type: "ObjectPattern"; readonly properties: readonly Node[]; readonly typeAnnotation?: Node | null }
  | { readonly type: "ArrayPattern"; readonly elements: readonly (Node | null)[] }
  | { readonly type: "AssignmentPattern"; readonly left: Node; readonly right: Node }
  | { readonly type: "RestElement"; readonly argument: Node }
  | { readonly type: "TSParameterProperty"; readonly parameter: Node };

export interface Property extends Located {
  readonly type: "Property";
  readonly kind: "init" | "get" | "set";
  readonly key: Node;
  readonly value: Node;
  readonly computed: boolean;
  readonly shorthand: boolean;
}

type Part =
  | Property
  | { readonly type: "SpreadElement"; readonly argument: Node }
  | { readonly type: "BlockStatement" | "StaticBlock" | "ForStatement" | "TemplateElement" };

/** Types, as far as they name others and have members. */
type Type =
  | { readonly type: "TSTypeAnnotation"; readonly typeAnnotation: Node }
  | { readonly type: "TSTypeReference"; readonly typeName: Node; readonly typeArguments?: Node | null }
  | { readonly type: "TSTypeParameterInstantiation"; readonly params: readonly Node[] }
  | { readonly type: "TSTypeQuery"; readonly exprName: Node }
  | { readonly type: "TSQualifiedName"; readonly left: Node; readonly right: Node }
  | { readonly type: "TSIntersectionType"; readonly types: readonly Node[] }
  | { readonly type: "TSTypeLiteral"; readonly members: readonly Node[] }
  | {
      readonly type: "TSPropertySignature";
      readonly key: Node;
      readonly optional?: boolean;
      readonly typeAnnotation?: Node | null;
    }
  | { readonly type: "TSInterfaceDeclaration"; readonly id: Identifier; readonly body: Node }
  | { readonly type: "TSTypeAliasDeclaration"; readonly id: Identifier; readonly typeAnnotation: Node };

type Jsx =
  | JsxAttribute
  | JsxElement
  | JsxOpeningElement
  | { readonly type: "JSXSpreadAttribute"; readonly argument: Node }
  | { readonly type: "JSXIdentifier"; readonly name: string }
  | {
      readonly type: "JSXNamespacedName";
      readonly namespace: { readonly name: string };
      readonly name: { readonly name: string };
    }
  | { readonly type: "JSXMemberExpression" }
  | { readonly type: "JSXExpressionContainer"; readonly expression: Node }
  | { readonly type: "JSXEmptyExpression" }
  | { readonly type: "JSXText"; readonly value: string }
  | JsxFragment;

export interface JsxElement extends Located {
  readonly type: "JSXElement";
  readonly openingElement: JsxOpeningElement;
  readonly children: readonly Node[];
  readonly loc?: { readonly start: { readonly line: number } };
}

export interface JsxFragment extends Located {
  readonly type: "JSXFragment";
  readonly children: readonly Node[];
}

export interface JsxOpeningElement extends Located {
  readonly type: "JSXOpeningElement";
  readonly name: Node;
  readonly attributes: readonly Node[];
}

export interface JsxAttribute extends Located {
  readonly type: "JSXAttribute";
  readonly name: Node;
  readonly value: Node | null;
}

/** Takes a parser's node as ours. All of them follow ESTree in what is declared above. */
export function nodeOf(node: AnyNode): Node {
  return node as Node;
}

/** The first offset of a node, and the one behind it. */
export function rangeOf(node: Located): readonly [start: number, end: number] {
  // ESLint's tester of rules throws where `start` is read.
  return node.range ?? [node.start ?? 0, node.end ?? 0];
}

/** The name of an attribute or element; `undefined` for `a.b`. */
export function jsxName(node: Node): string | undefined {
  if (node.type === "JSXIdentifier") return node.name;
  return node.type === "JSXNamespacedName" ? `${node.namespace.name}:${node.name.name}` : undefined;
}

/** The name of an element that becomes one of the page, and is no component. */
export function intrinsicName({ name }: JsxOpeningElement): string | undefined {
  const tag = jsxName(name);
  return tag !== undefined && (/^[a-z]/.test(tag) || tag.includes("-")) ? tag : undefined;
}

/** The name of a property, if the source tells it and the value. */
export function propertyName({ kind, key, computed }: Property): string | undefined {
  // What a getter returns, the source does not tell.
  if (kind !== "init") return undefined;
  if ((key.type === "Identifier" || key.type === "PrivateIdentifier") && !computed) return key.name;
  return key.type === "Literal" && (typeof key.value === "string" || typeof key.value === "number")
    ? String(key.value)
    : undefined;
}

/** The properties of an object whose names the source tells. */
export function namedProperties(properties: readonly Node[]): readonly (readonly [name: string, property: Property])[] {
  return properties.flatMap((property) => {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    return property.type === "Property" && name !== undefined ? [[name, property] as const] : [];
  });
}

/** The name of the property that a member expression reads; `undefined` for one that only the running program knows. */
export function memberName({ property, computed }: MemberExpression): string | undefined {
  if (!computed)
    return property.type === "Identifier" || property.type === "PrivateIdentifier" ? property.name : undefined;
  return property.type === "Literal" && (typeof property.value === "string" || typeof property.value === "number")
    ? String(property.value)
    : undefined;
}

/** Takes off what only the type checker sees. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ParenthesizedExpression":
    case "ChainExpression":
      return unwrapped(node.expression);
    default:
      return node;
  }
}

export function isFunction(node: Node): node is FunctionNode & Node {
  return (
    node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration"
  );
}
