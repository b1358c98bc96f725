import { attributeOf } from "../../html/attribute.js";
import { datastarFor } from "../../html/plain-value.js";
import type { Placed, Scope } from "./scopes.js";
import type { References } from "./signal-references.js";
import { shortTextOf } from "./source-text.js";
import { intrinsicName, jsxName, namedProperties, type Node, propertyName, unwrapped } from "./syntax-tree.js";

/** A signal, or an expression for the browser, where the server would have to print its value. */
export interface PrintedSignal {
  readonly place: Node;
  readonly isExpression: boolean;
  /** What to write instead. */
  readonly remedy: string;
}

/** The types of nodes that print what they are given. */
export const printingTypes: ReadonlySet<string> = new Set(["JSXElement", "JSXFragment", "JSXOpeningElement"]);

/** What a value is for: an attribute, and the class or declaration in it, or a child. */
interface Use {
  readonly tag: string;
  readonly name: string;
  readonly part?: string | undefined;
  /** Whether it stands in a list or an object. */
  readonly isPart?: true;
  readonly takesExpressions?: true;
}

const asChild: Use = { tag: "", name: "children" };
// A component can take an expression as its child, and give it to an attribute.
const ofComponent: Use = { ...asChild, takesExpressions: true };

/** Finds the signals and expressions among the children of elements, and in attributes that are not Datastar's. */
export class PrintedSignals {
  readonly #references: References;
  readonly #isReported: (operation: Placed) => boolean;
  // An object can be spread into several elements, and into itself.
  readonly #seen = new Set<Node>();
  readonly #spread = new Set<Node>();

  /** @param isReported whether it is said of an operation already that it takes signals for values */
  constructor(references: References, isReported: (operation: Placed) => boolean) {
    this.#references = references;
    this.#isReported = isReported;
  }

  in({ node, scope }: Placed, file: string): readonly PrintedSignal[] {
    return this.#usesIn(node, scope).flatMap(([use, value]) =>
      this.#signalsIn(value, use).map(([place, use]) => ({
        place,
        isExpression: !this.#references.isSignal({ node: place, scope: value.scope }),
        remedy: remedyFor(use, shortTextOf(place, file)),
      })),
    );
  }

  #usesIn(node: Node, scope: Scope): readonly (readonly [Use, Placed])[] {
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      const isComponent = node.type === "JSXElement" && intrinsicName(node.openingElement) === undefined;
      const use = isComponent ? ofComponent : asChild;
      return node.children.flatMap((child) =>
        child.type === "JSXExpressionContainer" ? [[use, { node: child.expression, scope }] as const] : [],
      );
    }
    const tag = node.type === "JSXOpeningElement" ? intrinsicName(node) : undefined;
    // What a component does with a signal is its own affair.
    if (node.type !== "JSXOpeningElement" || tag === undefined) return [];
    return node.attributes
      .flatMap((given) => this.#valuesIn(given, scope))
      .flatMap(([name, value]) => (/^(?:data-|key$)/i.test(name) ? [] : [[{ tag, name }, value] as const]));
  }

  #valuesIn(given: Node, scope: Scope): readonly (readonly [name: string, value: Placed])[] {
    if (given.type === "JSXSpreadAttribute") return entriesOf({ node: given.argument, scope }, this.#spread);
    const name = given.type === "JSXAttribute" ? jsxName(given.name) : undefined;
    if (given.type !== "JSXAttribute" || name === undefined || given.value?.type !== "JSXExpressionContainer")
      return [];
    return [[name, { node: given.value.expression, scope }]];
  }

  #signalsIn({ node: given, scope }: Placed, use: Use): readonly (readonly [Node, Use])[] {
    const node = unwrapped(given);
    if (this.#seen.has(node)) return [];
    const all = (nodes: readonly (Node | null)[], of = use): readonly (readonly [Node, Use])[] =>
      nodes.flatMap((node) => (node === null ? [] : this.#signalsIn({ node, scope }, of)));
    const isChoice = node.type === "ConditionalExpression" || node.type === "LogicalExpression";
    if (isChoice && this.#isReported({ node, scope })) return [];
    if (this.#references.isSignal({ node, scope }) || (!isChoice && this.#isExpression({ node, scope }, use))) {
      this.#seen.add(node);
      return [[node, use]];
    }
    switch (node.type) {
      case "ConditionalExpression":
        return all([node.consequent, node.alternate]);
      case "LogicalExpression":
        return all(node.operator === "&&" ? [node.right] : [node.left, node.right]);
      case "ArrayExpression":
        this.#seen.add(node);
        // What is spread is looked at by itself.
        return all(
          node.elements.filter((element) => element?.type !== "SpreadElement"),
          { ...use, isPart: true },
        );
      case "ObjectExpression":
        this.#seen.add(node);
        return /^(?:class|className|style)$/.test(use.name) ? this.#signalsInObject(node.properties, scope, use) : [];
      case "Identifier": {
        const literal = literalOf({ node, scope });
        return literal === undefined ? [] : this.#signalsIn(literal, use);
      }
      default:
        return [];
    }
  }

  /** A template of `js` as the value of an attribute is reported as one that stands in the wrong place. */
  #isExpression({ node, scope }: Placed, { name, isPart, takesExpressions }: Use): boolean {
    if (takesExpressions) return false;
    const isReported = node.type === "TaggedTemplateExpression" && name !== "children" && !isPart;
    return !isReported && this.#references.isForBrowser({ node, scope });
  }

  #signalsInObject(properties: readonly Node[], scope: Scope, use: Use): readonly (readonly [Node, Use])[] {
    return properties.flatMap((property) => {
      if (property.type === "SpreadElement") return this.#signalsIn({ node: property.argument, scope }, use);
      if (property.type !== "Property") return [];
      return this.#signalsIn({ node: property.value, scope }, { ...use, part: propertyName(property), isPart: true });
    });
  }
}

/**
 * What is spread, where the program writes it out: of other objects some of the properties may be left out before.
 *
 * @param seen the objects that have been spread before
 */
function entriesOf(
  { node: given, scope }: Placed,
  seen: Set<Node>,
): readonly (readonly [name: string, value: Placed])[] {
  const node = unwrapped(given);
  const all = (nodes: readonly Node[]): readonly (readonly [name: string, value: Placed])[] =>
    nodes.flatMap((node) => entriesOf({ node, scope }, seen));
  switch (node.type) {
    case "ConditionalExpression":
      return all([node.consequent, node.alternate]);
    case "LogicalExpression":
      return all(node.operator === "&&" ? [node.right] : [node.left, node.right]);
    case "Identifier": {
      const literal = literalOf({ node, scope });
      return literal === undefined ? [] : entriesOf(literal, seen);
    }
    case "ObjectExpression":
      if (seen.has(node)) return [];
      seen.add(node);
      return namedProperties(node.properties).map(([name, { value }]) => [name, { node: value, scope }] as const);
    default:
      return [];
  }
}

/** The list or object that a name was declared with, if it has no other value. */
function literalOf({ node, scope }: Placed): Placed | undefined {
  const binding = node.type === "Identifier" ? scope.find(node.name) : undefined;
  const value = binding?.values[0];
  if (binding === undefined || binding.isOpen || value === undefined || binding.values.length > 1) return undefined;
  const literal = unwrapped(value.node);
  const isLiteral = literal.type === "ObjectExpression" || literal.type === "ArrayExpression";
  return isLiteral ? { node: literal, scope: value.scope } : undefined;
}

const fields: ReadonlySet<string> = new Set(["input", "select", "textarea"]);

function remedyFor({ tag, name, part }: Use, signal: string): string {
  if (name === "children") return `data-text={${signal}} on an element`;
  if (name === "value" || name === "checked") {
    return fields.has(tag) ? `data-bind={${signal}}` : `data-attr:${name}={${signal}}`;
  }
  const remedy = datastarFor(htmlName(name, tag), signal, part);
  return name === "hidden" ? `${remedy}, or data-show={js\`!\${${signal}}\`}` : remedy;
}

function htmlName(name: string, tag: string): string {
  try {
    return attributeOf(name, tag).name;
  } catch {
    // What is wrong with the name, other checks tell.
    return name;
  }
}
