// The start tags in what Deno's `"jsx": "precompile"` makes of TSX: pieces of markup, with values between them.

/** An attribute that is in the markup. */
export interface WrittenAttribute {
  readonly name: string;
  /** With its value, as it is written. */
  readonly text: string;
}

/** Where something stands in the pieces. */
interface Position {
  readonly piece: number;
  readonly index: number;
}

export interface StartTag {
  /** Behind the name. */
  readonly start: Position;
  /** In front of the bracket. */
  readonly end: Position;
  /** Those that are written there, and the indices of the values that are attributes. */
  readonly attributes: readonly (WrittenAttribute | number)[];
}

const opening = /<[a-z][^\s>]*/gi;
// Brackets stand in values as character references only.
const next = /\s*(?:>|(?<name>[^\s=">]+)(?:="[^"]*")?)/y;

/** Finds the start tags, whose brackets stand nowhere else in the pieces. */
export function readStartTags(pieces: readonly string[]): readonly StartTag[] {
  const tags: StartTag[] = [];
  let open: { readonly start: Position; readonly attributes: (WrittenAttribute | number)[] } | undefined;
  for (const [piece, text] of pieces.entries()) {
    let index = 0;
    const take = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = index;
      const match = pattern.exec(text);
      if (match !== null) index = pattern.lastIndex;
      return match;
    };
    for (;;) {
      const match = take(open === undefined ? opening : next);
      if (match === null) break;
      const name = match.groups?.["name"];
      if (open === undefined) open = { start: { piece, index }, attributes: [] };
      else if (name !== undefined) open.attributes.push({ name, text: match[0].trimStart() });
      else {
        tags.push({ ...open, end: { piece, index: index - 1 } });
        open = undefined;
      }
    }
    open?.attributes.push(piece);
  }
  return tags;
}
