import {
  type JsxAttribute,
  jsxName,
  type JsxOpeningElement,
  namedProperties,
  type Node,
  type Property,
  unwrapped,
} from "../diagnostics/program/syntax-tree.js";
import { jsxValue } from "./attribute-value.js";
import { outcomes } from "./static-value.js";

/** An attribute that a program writes out: in TSX, or in an object that is spread into the element. */
export interface WrittenAttribute {
  readonly name: string;
  /** Where its name stands, and where all of it does. */
  readonly namePlace: Node;
  readonly place: Node;
  /** Its value as an expression; `undefined` where there is a name alone. */
  readonly value: Node | undefined;
  /** What to write for another name; `undefined` if the place cannot hold that. */
  readonly renamed: (to: string) => string | undefined;
}

/** The attributes that an element has or may have: `{...(open && { title: "a" })}` may be one. */
export function possibleAttributes({ attributes }: JsxOpeningElement): readonly WrittenAttribute[] {
  return attributes.flatMap((given) => {
    if (given.type === "JSXAttribute") return ofTsx(given);
    return given.type === "JSXSpreadAttribute" ? outcomes(given.argument).flatMap(ofObject) : [];
  });
}

/** The attributes that an element has for certain: of a name, the last one, in the place of the first. */
export function certainAttributes({ attributes }: JsxOpeningElement): readonly WrittenAttribute[] {
  const all = attributes.flatMap((given) => {
    if (given.type === "JSXAttribute") return ofTsx(given);
    return given.type === "JSXSpreadAttribute" ? ofObject(unwrapped(given.argument)) : [];
  });
  return Array.from(new Map(all.map((attribute) => [attribute.name, attribute])).values());
}

/** Whether the program writes out all attributes that an element has. */
export function isWrittenOut({ attributes }: JsxOpeningElement): boolean {
  return attributes.every((given) => {
    const object = given.type === "JSXSpreadAttribute" ? unwrapped(given.argument) : given;
    if (object.type !== "ObjectExpression") return object.type === "JSXAttribute";
    return namedProperties(object.properties).length === object.properties.length;
  });
}

function ofTsx(attribute: JsxAttribute): readonly WrittenAttribute[] {
  const name = jsxName(attribute.name);
  if (name === undefined) return [];
  // TSX spells no dots in a name.
  const renamed = (to: string): string | undefined => (/^[\w-]+(?::[\w-]+)?$/.test(to) ? to : undefined);
  return [{ name, namePlace: attribute.name, place: attribute, value: jsxValue(attribute), renamed }];
}

function ofObject(node: Node): readonly WrittenAttribute[] {
  if (node.type !== "ObjectExpression") return [];
  return namedProperties(node.properties).map(([name, property]) => ({
    name,
    namePlace: property.key,
    place: property,
    value: property.value,
    renamed: renaming(property),
  }));
}

function renaming({ shorthand, computed }: Property): WrittenAttribute["renamed"] {
  return (to) => (shorthand || computed ? undefined : JSON.stringify(to));
}
