import type { Entry } from "./entry-list.js";

/** Events that follow each other with nothing between them that has to stay: the newest of each thing they replace. */
interface Run {
  readonly latest: Map<string, Place>;
  /** The run that this one has become a part of. */
  whole: Run | undefined;
}

/** Where an event waits. */
interface Place {
  readonly entry: Entry;
  readonly number: number;
  /** The runs on both sides, should it turn out to separate them. */
  readonly before: Run;
  readonly after: Run;
  replaced?: string;
}

/**
 * Tells which of the events that wait are needless, since a newer one shows the same. However many wait, an event takes
 * the same time.
 *
 * What has a key takes the place of what has the same key, wherever that waits. Other events form runs: what cannot be
 * left out, or is still being made, separates two runs, and needs what was sent before it. An event that is late and
 * turns out to replace something makes one of the runs around it.
 */
export class Replacements {
  readonly #places = new Map<Entry, Place>();
  readonly #keyed = new Map<string, Place>();
  #count = 0;
  #lastRun: Run = newRun();

  /** Takes note of a place at the end. */
  append(entry: Entry): void {
    const before = this.#lastRun;
    if (entry.key === undefined) this.#lastRun = newRun();
    this.#places.set(entry, { entry, number: this.#count++, before, after: this.#lastRun });
  }

  /**
   * The event of a place is there.
   *
   * @param replaced what it replaces, if it has no key
   * @returns what is needless now; if it comes late, that may be the event itself
   */
  fill(entry: Entry, replaced: string | undefined): readonly Entry[] {
    const place = this.#places.get(entry);
    if (place === undefined) return [];
    if (entry.key !== undefined) return keepNewest(this.#keyed, entry.key, place);
    if (replaced === undefined) return [];
    place.replaced = replaced;
    const { run, needless } = join(wholeOf(place.before), wholeOf(place.after));
    return [...needless, ...keepNewest(run.latest, replaced, place)];
  }

  /** Forgets an event that does not wait any more. */
  remove(entry: Entry): void {
    const place = this.#places.get(entry);
    if (place === undefined) return;
    this.#places.delete(entry);
    if (entry.key !== undefined) forget(this.#keyed, entry.key, place);
    else if (place.replaced !== undefined) forget(wholeOf(place.before).latest, place.replaced, place);
  }
}

const newRun = (): Run => ({ latest: new Map(), whole: undefined });

/** The run that a run has become a part of. Shortens the way there for those who ask next. */
function wholeOf(run: Run): Run {
  let whole = run;
  while (whole.whole !== undefined) {
    whole.whole = whole.whole.whole ?? whole.whole;
    whole = whole.whole;
  }
  return whole;
}

/** Makes one of two runs: the smaller becomes a part of the larger. */
function join(one: Run, other: Run): { readonly run: Run; readonly needless: readonly Entry[] } {
  const [run, part] = one.latest.size < other.latest.size ? [other, one] : [one, other];
  if (run === part) return { run, needless: [] };
  part.whole = run;
  const needless = Array.from(part.latest).flatMap(([replaced, place]) => keepNewest(run.latest, replaced, place));
  part.latest.clear();
  return { run, needless };
}

/** Of two events that show the same, keeps the one that was sent later. @returns the other one */
function keepNewest(latest: Map<string, Place>, what: string, place: Place): readonly Entry[] {
  const known = latest.get(what);
  if (known !== undefined && known.number > place.number) return [place.entry];
  latest.set(what, place);
  return known === undefined ? [] : [known.entry];
}

function forget(latest: Map<string, Place>, what: string, place: Place): void {
  if (latest.get(what) === place) latest.delete(what);
}
