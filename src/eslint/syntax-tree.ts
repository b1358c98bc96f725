// The parts of ESLint and of its syntax trees that the rules need. ESLint's own types would make every user of the
// package install them.

/** Where something stands in a file. */
export interface Located {
  readonly range: readonly [start: number, end: number];
}

/** A node of a syntax tree. Parsers have kinds that are not listed; code that switches on `type` needs a default. */
export type Node = Located & (Expression | Wrapper | Jsx | Part);

type Expression =
  | {
      readonly type: "Literal";
      readonly value: unknown;
      readonly raw?: string;
      readonly regex?: object | null;
      readonly bigint?: string | null;
    }
  | { readonly type: "Identifier"; readonly name: string }
  | { readonly type: "UnaryExpression"; readonly operator: string; readonly argument: Node }
  | { readonly type: "ArrowFunctionExpression" | "FunctionExpression" }
  | { readonly type: "ConditionalExpression"; readonly consequent: Node; readonly alternate: Node }
  | { readonly type: "LogicalExpression"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: "MemberExpression"; readonly property: Node; readonly computed: boolean }
  | { readonly type: "TaggedTemplateExpression"; readonly tag: Node; readonly quasi: TemplateLiteral }
  | { readonly type: "ArrayExpression"; readonly elements: readonly (Node | null)[] }
  | TemplateLiteral
  | ObjectExpression
  | CallExpression;

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
    | "ParenthesizedExpression"
    | "ChainExpression";
  readonly expression: Node;
}

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
  | { readonly type: "Program" | "TemplateElement" };

type Jsx =
  | JsxAttribute
  | JsxElement
  | JsxOpeningElement
  | { readonly type: "JSXSpreadAttribute" }
  | { readonly type: "JSXIdentifier"; readonly name: string }
  | {
      readonly type: "JSXNamespacedName";
      readonly namespace: { readonly name: string };
      readonly name: { readonly name: string };
    }
  | { readonly type: "JSXMemberExpression" }
  | { readonly type: "JSXExpressionContainer"; readonly expression: Node }
  | { readonly type: "JSXEmptyExpression" }
  | { readonly type: "JSXText" }
  | JsxFragment;

export interface JsxElement extends Located {
  readonly type: "JSXElement";
  readonly openingElement: JsxOpeningElement;
  readonly children: readonly Node[];
  readonly parent: Node;
  readonly loc: { readonly start: { readonly line: number } };
}

export interface JsxFragment extends Located {
  readonly type: "JSXFragment";
  readonly children: readonly Node[];
  readonly parent: Node;
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

/** Makes one change of the source. */
export type Fix = (fixer: { replaceTextRange(range: [number, number], text: string): Edit }) => Edit;

/** A change as ESLint knows it. */
interface Edit {
  range: [number, number];
  text: string;
}

/** What a rule tells ESLint of a mistake. */
export interface Report {
  readonly node: Located;
  readonly messageId: string;
  readonly data: { readonly [name: string]: string };
  readonly fix?: Fix;
  readonly suggest?: {
    readonly messageId: string;
    readonly data: { readonly [name: string]: string };
    readonly fix: Fix;
  }[];
}

/** The name of an attribute or element; `undefined` for `a.b`. */
export function jsxName(node: Node): string | undefined {
  if (node.type === "JSXIdentifier") return node.name;
  return node.type === "JSXNamespacedName" ? `${node.namespace.name}:${node.name.name}` : undefined;
}

/** The value of an attribute as an expression, and its text if it is a string by itself. */
export function jsxValue({ value }: JsxAttribute): Node | undefined {
  if (value?.type === "JSXExpressionContainer") return value.expression;
  return value?.type === "Literal" && typeof value.value === "string"
    ? { ...value, value: unescaped(value.value, value.raw) }
    : (value ?? undefined);
}

const entities: { readonly [name: string]: string } = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: "\u00a0",
  quot: '"',
};

/**
 * The text of a string in JSX, whose entities oxlint leaves as they are written. Those that are letters change nothing.
 */
function unescaped(text: string, raw: string | undefined): string {
  if (text !== raw?.slice(1, -1)) return text;
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (entity, decimal?: string, hexadecimal?: string, name = "") => {
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return code <= 0x10ffff
        ? String.fromCodePoint(code)
        : Object.hasOwn(entities, name)
          ? (entities[name] ?? entity)
          : entity;
    },
  );
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
  if (key.type === "Identifier" && !computed) return key.name;
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

/** Takes off what only the type checker sees. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ParenthesizedExpression":
    case "ChainExpression":
      return unwrapped(node.expression);
    default:
      return node;
  }
}
