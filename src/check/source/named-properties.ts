import type { Node, ObjectPropertyKind } from "oxc-parser";

/** The properties of an object whose names are written out. */
export function namedProperties(properties: readonly ObjectPropertyKind[]): readonly (readonly [string, Node])[] {
  return properties.flatMap((property): [string, Node][] => {
    if (property.type !== "Property" || property.computed) return [];
    const { key } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    return name === undefined ? [] : [[name, property.value]];
  });
}
