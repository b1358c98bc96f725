import type { Node } from "oxc-parser";

/** Code to write: text, and expressions of the source, which stay where they are and in their order. */
export type Code = readonly (string | Node | Mark)[];

/** Says where the text behind it comes from. */
export interface Mark {
  /** An offset in the source. */
  readonly at: number;
}

/** A value in the markup. */
export interface Hole {
  /**
   * Makes code that evaluates to its text, with known markup in front of it and behind it if it takes any.
   *
   * @param values what to write in place of its {@link values}
   */
  readonly code: (before: string, after: string, values?: readonly Code[]) => Code;
  /** What is evaluated for it, where all the rest is to render that: it can then be rendered later. */
  readonly values?: readonly Code[];
  /** Whether it is an attribute of which nothing is known but its name. */
  readonly isWhole?: boolean;
  /** Whether one of its values holds several. */
  readonly holdsSeveral?: boolean;
  readonly takesMarkup: boolean;
  /** Whether its text may be there only later, as a promise. */
  readonly waits: boolean;
}

/** A value whose text is put between the markup around it. */
export function hole(code: Code, waits = false): Hole {
  return { code: () => code, takesMarkup: false, waits };
}

/** A value whose text already comes with the markup around it, so that there is less to join. */
export function wideHole(code: Hole["code"]): Hole {
  return { code, takesMarkup: true, waits: false };
}

/** A value that is rendered apart from being evaluated, with the markup around it. */
export function valueHole(
  value: Code,
  render: (value: Code, before: string, after: string) => Code,
  takesMarkup = true,
): Hole {
  return valuesHole([value], ([given = value], before, after) => render(given, before, after), takesMarkup);
}

/** The same, of several values. */
export function valuesHole(
  values: readonly Code[],
  render: (values: readonly Code[], before: string, after: string) => Code,
  takesMarkup = true,
): Hole {
  return { code: (before, after, given = values) => render(given, before, after), values, takesMarkup, waits: false };
}

/** A piece of markup: known now, or when it is rendered. */
export type Part = string | Hole;

/** Whether a piece is rendered apart from being evaluated. */
export function isValue(part: Part): boolean {
  return typeof part !== "string" && part.values !== undefined;
}

/** What is evaluated for pieces of markup; of those that are not rendered apart from that, their text. */
export function valuesIn(parts: readonly Part[]): readonly Code[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : (part.values ?? [part.code("", "")])));
}

/** The same pieces, with other code in place of their {@link valuesIn values}. */
export function withValues(parts: readonly Part[], values: readonly Code[]): readonly Part[] {
  let next = 0;
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const { values: own, waits, takesMarkup } = part;
    const given = values.slice(next, (next += own?.length ?? 1));
    const code: Hole["code"] = (before, after) =>
      own === undefined ? (given[0] ?? []) : part.code(before, after, given);
    return { code, waits, takesMarkup: takesMarkup && own !== undefined };
  });
}

// Known markup can get into code more than once, as for each side of a condition. Long pieces shall not.
const longest = 200;

/** Hands known markup to the values beside it that take it. */
export function widened(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  const known = (part: Part | undefined): string | undefined =>
    typeof part === "string" && part.length <= longest ? part : undefined;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    if (typeof part === "string" || !part.takesMarkup) {
      result.push(part);
      continue;
    }
    const before = known(result.at(-1));
    const after = known(parts[i + 1]);
    if (before !== undefined) result.pop();
    if (after !== undefined) i++;
    result.push({
      ...part,
      code: (_before, _after, values) => part.code(before ?? "", after ?? "", values),
      takesMarkup: false,
    });
  }
  return result;
}

/** Joins pieces of known markup that follow each other. */
export function merged(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

/** Joins pieces of code with text between them. */
export function joined(pieces: readonly Code[], separator: string): Code {
  const result: Code[number][] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) result.push(separator);
    result.push(...piece);
  }
  return result;
}
