/** What is known of an object literal: each property's source, and what is in it when that is an object literal too. */
export interface ObjectLiteral extends ReadonlyMap<string, Property> {}

export interface Property {
  readonly source: string;
  readonly object: ObjectLiteral | undefined;
}

const space = /\s*/y;
const name = /(?:(?<word>[A-Za-z_$][\w$]*|\d+)|'(?<single>(?:\\.|[^'\\])*)'|"(?<double>(?:\\.|[^"\\])*)")/y;
// Whatever can stand in a value without a bracket; a slash could divide, or begin a comment.
const plain = /(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\$])*`|[^"'`/()[\]{},])+/y;
// Where a value begins, a slash is no division.
const regularExpression = /\s*\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y;
const closing: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };

/**
 * Reads an object literal, as our serialiser prints it and most people write it, without running it.
 *
 * @returns `undefined` for anything of which it is not certain: spreads, computed names, methods, comments, other values
 */
export function readObject(source: string): ObjectLiteral | undefined {
  let index = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const match = pattern.exec(source);
    if (match !== null) index = pattern.lastIndex;
    return match;
  };
  const takeCharacter = (character: string): boolean => {
    take(space);
    if (source[index] !== character) return false;
    index++;
    return true;
  };

  // Takes a value, up to the comma or bracket behind it.
  const takeValue = (): string | undefined => {
    const start = index;
    take(regularExpression);
    for (;;) {
      take(plain);
      const close = closing[source.charAt(index)];
      if (close === undefined) break;
      index++;
      while (source[index] !== close) {
        if (takeValue() === undefined) return undefined;
        if (source[index] === ",") index++;
        else if (source[index] !== close) return undefined;
      }
      index++;
    }
    return index < source.length && source[index] !== "/" ? source.slice(start, index).trim() : undefined;
  };

  const properties = new Map<string, Property>();
  const wrapped = takeCharacter("(");
  if (!takeCharacter("{")) return undefined;
  while (!takeCharacter("}")) {
    const { word, single, double } = take(name)?.groups ?? {};
    const quoted = single ?? double;
    if ((word ?? quoted) === undefined || quoted?.includes("\\") === true) return undefined;
    const key = word ?? quoted ?? "";
    if (takeCharacter(":")) {
      const value = takeValue();
      if (value === undefined || value === "") return undefined;
      properties.set(key, { source: value, object: readObject(value) });
    } else if (word !== undefined) {
      properties.set(key, { source: word, object: undefined });
    } else {
      return undefined;
    }
    if (!takeCharacter(",") && (take(space), source[index] !== "}")) return undefined;
  }
  if (wrapped && !takeCharacter(")")) return undefined;
  take(space);
  return index === source.length ? properties : undefined;
}
