// What `datastar-tsx check` is answered about a value of the server. What is wrong has a name, from which the message is
// made.

declare const wrong: unique symbol;
export interface Wrong {
  readonly [wrong]: true;
}
/** What is said of a value that is used as it can be. */
export type Fine = string;

export type IsAny<T> = 0 extends 1 & T ? true : false;

declare const unknown: unique symbol;
/** Nothing but `never` is a subtype of it, and `any`. */
export interface Unknown {
  readonly [unknown]: true;
}
