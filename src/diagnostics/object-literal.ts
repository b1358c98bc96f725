/** What is known of an object literal: each property's source, and what is in it when that is an object literal too. */
export interface ObjectLiteral extends ReadonlyMap<string, Property> {}

export interface Property {
  readonly source: string;
  readonly object: ObjectLiteral | undefined;
}

const space = /\s*/y;
const name = /(?:(?<word>[A-Za-z_$][\w$]*|\d+)|'(?<single>(?:\\.|[^'\\])*)'|"(?<double>(?:\\.|[^"\\])*)")/y;
// Whatever can stand in a value without a bracket; a slash could divide, or begin a comment.
const plain = /(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|\$(?!\{)|\$\{[^{}`]*\}|[^`\\$])*`|[^"'`/()[\]{},])+/y;
// Where a value begins, a slash is no division.
const regularExpression = /\s*\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y;
const closing: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };

/** Takes pieces off a source, from the left. */
function reader(source: string, start = 0) {
  let index = start;
  const peek = (): string => source.charAt(index);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const match = pattern.exec(source);
    if (match !== null) index = pattern.lastIndex;
    return match;
  };
  const takeCharacter = (character: string): boolean => {
    take(space);
    if (peek() !== character) return false;
    index++;
    return true;
  };

  // Takes a value, up to the comma or bracket behind it. A loop, since brackets nest deeper than calls can.
  const takeValue = (): string | undefined => {
    const start = index;
    const open: string[] = [];
    for (let isAtStart = true; ;) {
      if (isAtStart) take(regularExpression);
      isAtStart = false;
      const [taken = ""] = take(plain) ?? [];
      if (/[:=?&|!]\s*$/.test(taken) && take(regularExpression) !== null) continue;
      const next = peek();
      const close = closing[next];
      if (close !== undefined) open.push(close);
      else if (open.length === 0) break;
      else if (next === open.at(-1)) open.pop();
      else if (next !== ",") return undefined;
      isAtStart = close !== undefined || next === ",";
      index++;
    }
    return index < source.length && peek() !== "/" ? source.slice(start, index).trim() : undefined;
  };
  return { peek, take, takeCharacter, takeValue };
}

/** How many objects in each other are read; each is a part of the text of the one around it. */
const deepest = 100;

/**
 * Reads an object literal, as our serialiser prints it and most people write it, without running it.
 *
 * @returns `undefined` for anything of which it is not certain: spreads, computed names, methods, comments, other
 *   values
 */
export function readObject(source: string, depth = 0): ObjectLiteral | undefined {
  const { peek, take, takeCharacter, takeValue } = reader(source);
  const properties = new Map<string, Property>();
  const wrapped = takeCharacter("(");
  if (!takeCharacter("{")) return undefined;
  while (!takeCharacter("}")) {
    const { word, single, double } = take(name)?.groups ?? {};
    // As our serialiser writes a dollar sign: in the name of a signal it is a mistake, further inside it can be data.
    const quoted = depth === 0 ? (single ?? double)?.replaceAll("\\x24", "$") : (single ?? double);
    if ((word ?? quoted) === undefined || quoted?.includes("\\") === true) return undefined;
    const key = word ?? quoted ?? "";
    if (takeCharacter(":")) {
      const value = takeValue();
      if (value === undefined || value === "") return undefined;
      properties.set(key, { source: value, object: depth < deepest ? readObject(value, depth + 1) : undefined });
    } else if (word !== undefined) {
      properties.set(key, { source: word, object: undefined });
    } else {
      return undefined;
    }
    if (!takeCharacter(",") && (take(space), peek() !== "}")) return undefined;
  }
  if (wrapped && !takeCharacter(")")) return undefined;
  take(space);
  return peek() === "" ? properties : undefined;
}

/**
 * Reads the arguments of a call.
 *
 * @param start where they begin, behind the bracket
 * @returns `undefined` for arguments of which it is not certain
 */
export function readArguments(source: string, start: number): readonly string[] | undefined {
  const { takeCharacter, takeValue } = reader(source, start);
  const given: string[] = [];
  while (!takeCharacter(")")) {
    const value = takeValue();
    if (value === undefined || value === "") return undefined;
    given.push(value);
    takeCharacter(",");
  }
  return given;
}
