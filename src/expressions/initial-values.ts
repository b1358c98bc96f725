/**
 * What holds the initial values of a set of signals. All that rendering takes, so that it does without the rest of the
 * set.
 */
export class InitialValues<T> {
  readonly #values: T;

  constructor(values: T) {
    this.#values = values;
  }

  /** The initial values of a set of signals, or `undefined` for anything that is not one. */
  static of<T>(set: InitialValues<T>): T;
  static of(set: unknown): unknown;
  static of(set: unknown): unknown {
    return typeof set === "object" && set !== null && #values in set ? set.#values : undefined;
  }
}
