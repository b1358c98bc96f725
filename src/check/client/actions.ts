// The actions of a Datastar expression, as the browser has them.
// oxlint-disable typescript/no-explicit-any
import type { Action, ActionOptions, SignalFilter } from "../../expressions/actions.js";
import type { Expression } from "../../expressions/expression.js";
import type { Signal } from "../../expressions/signal.js";

/** What the options of a request are in the browser. */
type ClientOptions = {
  [K in keyof ActionOptions]: K extends "filterSignals"
    ? SignalFilter
    : unknown extends ActionOptions[K]
      ? any
      : InBrowser<ActionOptions[K]>;
};
/** What an expression or a signal gives; anything else is what it is. */
type InBrowser<T> = T extends Expression<infer Held> | Signal<infer Held> ? Held : T;
type Request = (url: string, options?: ClientOptions) => Promise<void>;

/** The actions of Datastar. */
export interface Actions {
  get: Request;
  post: Request;
  put: Request;
  patch: Request;
  delete: Request;
  query: Request;
  peek<T>(read: () => T): T;
  setAll(value: unknown, filter?: SignalFilter): void;
  toggleAll(filter?: SignalFilter): void;
  clipboard(text: string, isBase64?: boolean): void;
  fit(
    value: number,
    oldMin: number,
    oldMax: number,
    newMin: number,
    newMax: number,
    clamp?: boolean,
    round?: boolean,
  ): number;
  intl(type: string, value: any, options?: object, locale?: string | readonly string[]): string;
}

/** The action that a helper calls: what {@link action} was given. */
export type ActionOf<T> =
  T extends Action<infer Args, infer Result>
    ? (...args: Args extends any[] ? Args : any[]) => Result
    : (...args: any[]) => any;

/** What `@name(…)` calls in an expression. */
