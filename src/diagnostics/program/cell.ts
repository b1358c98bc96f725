import type { Context, Outcome } from "./context.js";

/** What has been found out of one question so far. It only grows until it is final. */
export class Cell {
  /** Whether there is something that the program does not tell. */
  isUnknown = false;
  /** Whether it depends on a call that has not been looked at. */
  isWaiting = false;
  /** Adds to the answer what is known by now. */
  readonly answer: (cell: Cell) => void;
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
  #outcomes: readonly Outcome[] = [];
  /** The same, once it is no other's list. */
  #own: Outcome[] | undefined;
  #known: Set<object> | undefined;

  constructor(answer: (cell: Cell) => void, otherwise: Outcome | undefined) {
    this.answer = answer;
    this.otherwise = otherwise;
  }

  get size(): number {
    return this.outcomes.length + Number(this.isUnknown) + Number(this.isWaiting);
  }

  get outcomes(): readonly Outcome[] {
    return this.#outcomes;
  }

  add(outcome: Outcome): void {
    this.#known ??= new Set(this.#outcomes.map(keyOf));
    if (this.#known.has(keyOf(outcome))) return;
    this.#known.add(keyOf(outcome));
    if (this.#own === undefined) this.#outcomes = this.#own = [...this.#outcomes];
    this.#own.push(outcome);
  }

  addAll(outcomes: readonly Outcome[]): void {
    // Names are handed on and on: what comes from one place is not copied.
    if (this.#outcomes.length === 0) this.#outcomes = outcomes;
    if (this.#outcomes === outcomes) return;
    for (const outcome of outcomes) this.add(outcome);
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

function keyOf(outcome: Outcome): object {
  return outcome.waits === undefined ? outcome.node : outcome;
}

/** How many questions lead to each other by calls: chains are longer than the stack is. */
const deepest = 300;

/**
 * Answers questions that depend on each other. Those that do so in a circle are asked again until none of them grows:
 * what goes round it is the same for all, and none of them is final before.
 */
export class Solver {
  // There are few contexts, some questions and many things to ask about.
  readonly #cells = new Map<Context, Map<string, Map<object, Cell>>>();
  /** What is not final, in the order in which it has been asked. */
  readonly #open: Cell[] = [];
  #current: Cell | undefined;
  #round = 0;
  #rounds = 0;
  #depth = 0;

  /**
   * Asks a question about something, or looks up what has been found out.
   *
   * @param answer adds to the answer what is known by now
   * @param otherwise what there is if nothing is found; by default, that is not known
   */
  ask(about: object, question: string, context: Context, answer: (cell: Cell) => void, otherwise?: Outcome): Cell {
    let questions = this.#cells.get(context);
    if (questions === undefined) this.#cells.set(context, (questions = new Map()));
    let cells = questions.get(question);
    if (cells === undefined) questions.set(question, (cells = new Map()));
    let cell = cells.get(about);
    if (cell === undefined) cells.set(about, (cell = new Cell(answer, otherwise)));
    if (!cell.isFinal) this.#solve(cell);
    return cell;
  }

  #solve(cell: Cell): void {
    const outer = this.#current;
    const isNew = cell.position < 0;
    if (isNew) cell.reach = cell.position = this.#open.push(cell) - 1;
    if (cell.isBusy || cell.round === this.#round) {
      cell.isCircular = true;
    } else if (this.#depth >= deepest) {
      this.#putOff(cell);
    } else {
      this.#ask(cell);
      if (isNew && cell.reach === cell.position) this.#settle(cell);
    }
    if (outer !== undefined && !cell.isFinal) outer.reach = Math.min(outer.reach, cell.reach);
  }

  /** Leaves a question until the calls have returned that led to it: as if it were in a circle with the first. */
  #putOff(cell: Cell): void {
    const [first] = this.#open;
    if (first !== undefined) first.isCircular = true;
    cell.reach = 0;
  }

  #ask(cell: Cell): void {
    const outer = this.#current;
    this.#current = cell;
    cell.isBusy = true;
    cell.round = this.#round;
    this.#depth++;
    cell.answer(cell);
    this.#depth--;
    cell.isBusy = false;
    this.#current = outer;
  }

  /** Ends a circle, with the question in it that was asked first. */
  #settle(first: Cell): void {
    const round = this.#round;
    // What is in no circle has its answer.
    for (let size = -1; first.isCircular && size !== this.#sizeFrom(first);) {
      size = this.#sizeFrom(first);
      this.#round = ++this.#rounds;
      // What was asked last mostly depends on nothing that was asked before.
      for (let i = this.#open.length - 1; i >= first.position; i--) {
        const cell = this.#open[i];
        if (cell !== undefined && cell.round !== this.#round) this.#ask(cell);
        // What has been found now leads into a wider circle.
        if (cell !== undefined && cell.reach < first.position) first.reach = Math.min(first.reach, cell.reach);
      }
      if (first.reach < first.position) break;
      // None of them can become more.
      if (size === this.#sizeFrom(first)) this.#complete(first);
    }
    this.#round = round;
    if (first.reach < first.position) return;
    this.#complete(first);
    while (this.#open.length > first.position) {
      const cell = this.#open.pop();
      if (cell !== undefined) cell.isFinal = true;
    }
  }

  /** How much has been found out since a question was asked. */
  #sizeFrom({ position }: Cell): number {
    let size = 0;
    for (let i = position; i < this.#open.length; i++) size += 1 + (this.#open[i]?.size ?? 0);
    return size;
  }

  /** Ends what has been asked since then and has no answer. */
  #complete({ position }: Cell): void {
    for (let i = position; i < this.#open.length; i++) {
      const cell = this.#open[i];
      if (cell === undefined || cell.size > 0) continue;
      if (cell.otherwise === undefined) cell.isUnknown = true;
      else cell.add(cell.otherwise);
    }
  }
}
