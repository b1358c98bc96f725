import type { Context, Outcome } from "./context.js";

/** What has been found out of one question so far. It only grows until it is final. */
export class Cell {
  readonly outcomes: Outcome[] = [];
  /** Whether there is something that the program does not tell. */
  isUnknown = false;
  /** Whether it depends on a call that has not been looked at. */
  isWaiting = false;
  /** What there is if nothing is found; otherwise that is not known. */
  readonly otherwise: Outcome | undefined;
  isFinal = false;
  /** Where it stands among those that are not final. */
  position = -1;
  /** The first of those that its answer depends on. */
  reach = -1;
  round = -1;
  isBusy = false;
  isCircular = false;
  readonly #known = new Set<object>();

  constructor(otherwise: Outcome | undefined) {
    this.otherwise = otherwise;
  }

  get size(): number {
    return this.outcomes.length + Number(this.isUnknown) + Number(this.isWaiting);
  }

  add(outcome: Outcome): void {
    const key = outcome.waits === undefined ? outcome.node : outcome;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.outcomes.push(outcome);
  }

  addAll(outcomes: readonly Outcome[]): void {
    // It may be its own.
    for (let i = 0, end = outcomes.length; i < end; i++) {
      const outcome = outcomes[i];
      if (outcome !== undefined) this.add(outcome);
    }
  }

  /** Takes what another has, whether or not there is something that is not known. */
  takeAll({ outcomes, isWaiting }: Cell): void {
    this.addAll(outcomes);
    this.isWaiting ||= isWaiting;
  }

  /** Takes what another has, and tells whether that is all. */
  takeKnown(other: Cell): boolean {
    this.takeAll(other);
    return !other.isUnknown;
  }
}

/**
 * Answers questions that depend on each other. Those that do so in a circle are asked again until none of them grows:
 * what goes round it is the same for all, and none of them is final before.
 */
export class Solver {
  readonly #cells = new Map<object, Map<Context, Map<string, Cell>>>();
  /** What is not final, in the order in which it has been asked. */
  readonly #open: Cell[] = [];
  #current: Cell | undefined;
  #round = 0;
  #rounds = 0;

  /**
   * Asks a question about something, or looks up what has been found out.
   *
   * @param answer adds to the answer what is known by now
   * @param otherwise what there is if nothing is found; by default, that is not known
   */
  ask(about: object, question: string, context: Context, answer: (cell: Cell) => void, otherwise?: Outcome): Cell {
    let contexts = this.#cells.get(about);
    if (contexts === undefined) this.#cells.set(about, (contexts = new Map()));
    let cells = contexts.get(context);
    if (cells === undefined) contexts.set(context, (cells = new Map()));
    let cell = cells.get(question);
    if (cell === undefined) cells.set(question, (cell = new Cell(otherwise)));
    if (!cell.isFinal) this.#solve(cell, answer);
    return cell;
  }

  #solve(cell: Cell, answer: (cell: Cell) => void): void {
    const outer = this.#current;
    if (cell.isBusy || cell.round === this.#round) {
      cell.isCircular = true;
    } else {
      const isNew = cell.position < 0;
      if (isNew) cell.reach = cell.position = this.#open.push(cell) - 1;
      this.#ask(cell, answer);
      if (isNew && cell.reach === cell.position) this.#settle(cell, answer);
    }
    if (outer !== undefined && !cell.isFinal) outer.reach = Math.min(outer.reach, cell.reach);
  }

  #ask(cell: Cell, answer: (cell: Cell) => void): void {
    const outer = this.#current;
    this.#current = cell;
    cell.isBusy = true;
    cell.round = this.#round;
    answer(cell);
    cell.isBusy = false;
    this.#current = outer;
  }

  /** Ends a circle, with the question in it that was asked first. */
  #settle(first: Cell, answer: (cell: Cell) => void): void {
    const round = this.#round;
    const sizes = (): number => {
      let sum = 0;
      for (let i = first.position; i < this.#open.length; i++) sum += 1 + (this.#open[i]?.size ?? 0);
      return sum;
    };
    for (let size = -1, isComplete = false; !isComplete;) {
      isComplete = true;
      // What is in no circle has its answer.
      while (first.isCircular && size !== sizes()) {
        size = sizes();
        this.#round = ++this.#rounds;
        this.#ask(first, answer);
        // What has been found now leads into a wider circle.
        if (first.reach < first.position) {
          this.#round = round;
          return;
        }
      }
      for (let i = first.position; i < this.#open.length; i++) {
        const cell = this.#open[i];
        if (cell === undefined || cell.size > 0) continue;
        if (cell.otherwise === undefined) cell.isUnknown = true;
        else cell.add(cell.otherwise);
        isComplete = !first.isCircular;
      }
    }
    this.#round = round;
    for (const cell of this.#open.splice(first.position)) cell.isFinal = true;
  }
}
