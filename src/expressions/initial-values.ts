import { hasBrand } from "../base/brand.js";

const brand: unique symbol = Symbol.for("datastar-tsx.InitialValues");

/**
 * What holds the initial values of a set of signals. All that rendering takes, so that it does without the rest of the
 * set.
 */
export class InitialValues<T> {
  readonly #values: T;

  constructor(values: T) {
    this.#values = values;
  }

  /** The values, for other copies of this package. */
  get [brand](): T | undefined {
    return #values in this ? this.#values : undefined;
  }

  /** The initial values of a set of signals, or `undefined` for anything that is not one. */
  static of<T>(set: InitialValues<T>): T;
  static of(set: unknown): unknown;
  static of(set: unknown): unknown {
    if (typeof set !== "object" || set === null) return undefined;
    if (#values in set) return set.#values;
    return hasBrand(set, brand) ? set[brand] : undefined;
  }
}
