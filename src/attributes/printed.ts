import { datastarAttribute } from "./datastar-attribute.js";

/** An attribute as HTML has it: a name, and a value not yet escaped or `true` for none. */
export type Attribute = readonly [name: string, value: string | true];

/**
 * The printer of a Datastar attribute in TSX, for those who look at the attributes that the client reads and want no
 * markup; `undefined` when `name` is not one.
 *
 * @param name the name as written in TSX
 * @throws TypeError for a name that Datastar would refuse
 */
export function datastarAttributes(name: string): ((value: unknown) => readonly Attribute[]) | undefined {
  const serialise = datastarAttribute(name, (...attribute) => `${JSON.stringify(attribute)}\n`);
  return (
    serialise &&
    ((value) =>
      serialise(value)
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Attribute))
  );
}
