import type { Expression, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { namedProperties } from "./named-properties.js";
import type { Scopes } from "./scopes.js";

const none: ReadonlySet<Node> = new Set();

/**
 * The values that an expression may have, as far as they are written out: both of a condition, and of a constant what
 * it is initialised with.
 *
 * @param seen what it is part of, since wrong code may make a constant of itself
 */
export function writtenValues(node: Node, scopes: Scopes, seen = none): readonly Expression[] {
  const value = unwrapped(node as Expression);
  const of = (...inner: readonly Node[]): readonly Expression[] =>
    inner.flatMap((one) => writtenValues(one, scopes, seen));
  switch (value.type) {
    case "ConditionalExpression":
      return of(value.consequent, value.alternate);
    case "LogicalExpression":
      return value.operator === "&&" ? of(value.right) : of(value.left, value.right);
    case "Identifier": {
      const initial = scopes.bindingOf(value)?.initial;
      return initial === undefined || seen.has(initial)
        ? [value]
        : writtenValues(initial, scopes, new Set([...seen, initial]));
    }
    default:
      return [value];
  }
}

/** The objects that an expression may be, as one. */
export interface WrittenObject {
  /** Their properties, with those of objects that are spread into them. */
  readonly properties: readonly (readonly [name: string, value: Node])[];
  /** What else it may be, or have spread into it. */
  readonly others: readonly Expression[];
}

/** Finds the objects that an expression may be, as far as they are written out. */
export function writtenObject(node: Node, scopes: Scopes, seen = none): WrittenObject {
  const properties: (readonly [string, Node])[] = [];
  const others: Expression[] = [];
  for (const value of writtenValues(node, scopes)) {
    if (value.type !== "ObjectExpression") others.push(value);
    else if (!seen.has(value)) {
      for (const property of value.properties) {
        if (property.type === "SpreadElement") {
          const spread = writtenObject(property.argument, scopes, new Set([...seen, value]));
          properties.push(...spread.properties);
          others.push(...spread.others);
        } else properties.push(...namedProperties([property]));
      }
    }
  }
  return { properties, others };
}
