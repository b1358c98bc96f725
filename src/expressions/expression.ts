import { hasBrand } from "../base/brand.js";
import { type Described, describe, described } from "../base/describe.js";
import { abandon } from "../base/promises.js";

const brand: unique symbol = Symbol.for("datastar-tsx.Expression");

declare const result: unique symbol;

/**
 * A piece of Datastar expression source, recognised by a brand: data that only looks like one stays data.
 *
 * {@link js}, {@link url} and the actions make them. The constructor takes source text as it is, which makes it the
 * escape hatch for expressions that are put together at run time: never pass it anything a user wrote.
 *
 * @typeParam T what the expression evaluates to in the browser
 * @see https://data-star.dev/guide/datastar_expressions
 */
export class Expression<out T = unknown> {
  declare readonly [result]: T;

  get [brand](): true {
    return true;
  }

  // Declared only: a field would be set twice, and cost each construction a call.
  /** The source text, as the Datastar client reads it. */
  declare readonly source: string;

  /** @throws TypeError for what is no text */
  constructor(source: string) {
    if (typeof source !== "string") {
      abandon(source);
      throw new TypeError(`An expression is made of source, not of ${describe(source)}.`);
    }
    this.source = source;
  }

  /** For messages. */
  get [described](): Described {
    return {
      name: `the expression ${shortened(this.source)}`,
      inBrowser: "expression",
      asData: "the browser has the value",
    };
  }

  toString(): string {
    return this.source;
  }

  /**
   * Keeps the parts of an expression from being sent as data.
   *
   * @throws TypeError always
   */
  toJSON(): unknown {
    throw new TypeError(
      `JSON cannot carry the expression ${shortened(this.source)}: only the browser works it out. Its source is String(expression).`,
    );
  }
}

/** Whether a value is an expression, of this copy of the package or of another. */
export function isExpression(value: unknown): value is Expression {
  return value instanceof Expression || hasBrand(value, brand);
}

function shortened(source: string): string {
  return source.length > 60 ? `${source.slice(0, 60)}…` : source;
}
