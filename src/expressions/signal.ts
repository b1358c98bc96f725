import { hasBrand } from "../base/brand.js";
import { type Described, describe, described } from "../base/describe.js";

const brand: unique symbol = Symbol.for("datastar-tsx.Signal");

declare const value: unique symbol;

/**
 * A typed reference to a Datastar signal. It prints as `$path` in an expression and as `path` in `data-bind`.
 * It cannot be made a string or a number: its value is in the browser.
 *
 * Nested signals are properties of their parent, so a reference carries no string-named members of its own.
 *
 * @typeParam T the type of the signal's value
 * @see https://data-star.dev/guide/reactive_signals
 */
export class Signal<out T = unknown> {
  declare readonly [value]: T;

  readonly #source: string;

  /** @param path the dotted path, without the `$`: `ui.open`; that of a component's own signal has two: `$$count` */
  constructor(path: string) {
    if (typeof path !== "string") throw new TypeError(`A signal is made of its path, not of ${describe(path)}.`);
    const isLocal = path.startsWith("$$");
    for (const name of path.slice(isLocal ? 2 : 0).split(".")) checkSignalName(name, path);
    this.#source = isLocal ? path : `$${path}`;
  }

  /** A signal has a value in the browser only, so that none can be taken for a string or a number of the server. */
  [Symbol.toPrimitive](): never {
    throw new TypeError(misuse(this.#source));
  }

  /** For messages. */
  get [described](): Described {
    return { name: `the signal ${Signal.sourceOf(this)}`, inBrowser: "signal", asData: "the browser has the value" };
  }

  /** For `JSON.stringify`, which would write an empty object. Nothing else calls it, so that it has no place in the types. */
  protected toJSON(): never {
    throw new TypeError(misuse(this.#source));
  }

  /** The source, for other copies of this package. */
  get [brand](): string | undefined {
    return #source in this ? this.#source : undefined;
  }

  /** The dotted path of `signal`, or `undefined` for anything that is not one. */
  static pathOf(signal: unknown): string | undefined {
    const source = Signal.sourceOf(signal);
    return source?.startsWith("$$") === true ? source : source?.slice(1);
  }

  /** The source that refers to `signal`, or `undefined` for anything that is not one. */
  static sourceOf(signal: unknown): string | undefined {
    if (typeof signal !== "object" || signal === null) return undefined;
    if (#source in signal) return signal.#source;
    return hasBrand(signal, brand) && typeof signal[brand] === "string" ? signal[brand] : undefined;
  }
}

/** Makes a signal whose items and properties are not declared: each name is a reference to one. */
export function openSignal(path: string): Signal {
  return Object.setPrototypeOf(new Signal(path), open) as Signal;
}

// A prototype, so that what it is asked for is what the signal itself does not have.
const open: Signal = new Proxy<Signal>(Object.create(Signal.prototype) as Signal, {
  get(target, name, signal: unknown) {
    if (typeof name === "symbol" || name === "constructor" || name === "toJSON")
      return Reflect.get(target, name, signal);
    const path = Signal.pathOf(signal) ?? "";
    try {
      return openSignal(`${path}.${name}`);
    } catch (error) {
      if (error instanceof TypeError) error.message += ` In an expression, write js\`\${${path}}[\${key}]\`.`;
      throw error;
    }
  },
});

function misuse(source: string): string {
  return (
    `The signal ${source} has its value in the browser, and none here. Write js\`…\` for an expression with it, ` +
    "url`…` for a URL, data-text={signal} to show it, and data-show, data-class or data-attr for what depends on it."
  );
}

// What the client takes for one part of a signal's path when it rewrites `$path` in an expression.
const signalName = /^\w+(?:-\w+)*$/;

/** Throws when an expression could not refer to a signal of this name. */
export function checkSignalName(name: string, path: string): void {
  if (name === "__proto__") throw new TypeError(`"${path}" cannot be a signal: "__proto__" is not a property name.`);
  if (!signalName.test(name)) {
    throw new TypeError(
      `"${path}" cannot be a signal: Datastar expressions can only name signals made of ASCII letters, digits and "_".`,
    );
  }
}
