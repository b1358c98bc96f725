/**
 * How many letters must be added, left out, replaced or swapped with their neighbour to turn one name into the other.
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** How many slips of the pen a name of this length may hold. */
export function slips(name: string): number {
  return name.length < 3 ? 0 : name.length < 6 ? 1 : 2;
}

/** No name that somebody types is longer. */
const longest = 200;

/** The candidate most like a name, within a limit; letter case does not count. */
export function nearest(name: string, candidates: Iterable<string>, limit: number = slips(name)): string | undefined {
  // To compare two names takes the product of their lengths.
  if (name.length > longest) return undefined;
  const folded = name.toLowerCase();
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const found = distance(folded, candidate.toLowerCase());
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

/** Continues a message with the candidate most like a name, or with something else when none is. */
export function suggest(name: string, candidates: Iterable<string>, otherwise: string, mark = ""): string {
  const near = nearest(name, candidates);
  return near === undefined ? otherwise : `did you mean ${mark}${near}?`;
}
