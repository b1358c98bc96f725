import type { Placed } from "./scopes.js";
import { isWithin } from "./source-text.js";
import type { Node } from "./syntax-tree.js";

/** What an expression may evaluate to. */
export interface Outcome extends Placed {
  /** For what depends on a call that has not been looked at: the calls that have. It is to be followed again inside it. */
  readonly waits?: Context;
}

/** How many calls in each other are told apart; behind that, a parameter may have what any call gives. */
const deepest = 8;
/** How many chains of calls are told apart in a program. */
const mostChains = 10_000;

/**
 * The calls by which functions have been entered where an expression is looked at: their parameters have what those
 * give. The same calls are the same object.
 */
export class Context {
  readonly #waiting = new Map<Node, Outcome>();
  /** Whether a parameter of a function that has not been entered has to wait for the call. */
  readonly waits: boolean;
  /** The function that has been entered last, and the call. */
  readonly #owner: Node | undefined;
  readonly #call: Node | undefined;
  /** What it has been entered from; `undefined` outside of all functions. */
  readonly #outer: Context | undefined;
  /** Where a parameter of a function that has not been entered may have what any call gives; elsewhere it waits. */
  readonly #any: Context;
  readonly #inner = new Map<Node, Map<Node, Context>>();
  #count = 0;

  private constructor(outer: Context | undefined, owner: Node | undefined, call: Node | undefined, any?: Context) {
    this.#outer = outer;
    this.#owner = owner;
    this.#call = call;
    this.#any = any ?? this;
    this.waits = outer?.waits ?? any !== undefined;
  }

  /** Where parameters may have what any call gives, and where they wait for the call. */
  static roots(): readonly [any: Context, none: Context] {
    const any = new Context(undefined, undefined, undefined);
    return [any, new Context(undefined, undefined, undefined, any)];
  }

  /** An expression that depends on the call of a function that has not been entered. */
  waiting({ node, scope }: Placed): Outcome {
    let outcome = this.#waiting.get(node);
    if (outcome === undefined) this.#waiting.set(node, (outcome = { node, scope, waits: this }));
    return outcome;
  }

  /** The call by which a function has been entered. */
  callOf(owner: Node): Node | undefined {
    for (let next: Context = this; next.#outer !== undefined; next = next.#outer)
      if (next.#owner === owner) return next.#call;
    return undefined;
  }

  /** The same inside of a function; `undefined` if it is in it by this call: that would have no end. */
  entering(owner: Node, call: Node): Context | undefined {
    let depth = 0;
    for (let next: Context = this; next.#outer !== undefined; next = next.#outer, depth++)
      if (next.#owner === owner && next.#call === call) return undefined;
    const isMuch = depth > 0 && this.#any.#count++ > mostChains;
    return depth > deepest || isMuch ? this.#any : this.#with(owner, call);
  }

  /** The same as it was when a function was called. */
  leaving(owner: Node): Context {
    if (this.#outer === undefined) return this;
    if (this.#owner === owner) return this.#outer;
    return this.#again(this.#outer.leaving(owner));
  }

  /** All calls of this one inside of others. */
  inside(other: Context): Context | undefined {
    if (this.#outer === undefined || this.#owner === undefined || this.#call === undefined) return other;
    return this.#outer.inside(other)?.entering(this.#owner, this.#call);
  }

  /** The calls on which it depends what an expression is: those of functions around it, and around such calls. */
  at(node: Node): Context {
    if (this.#outer === undefined) return this;
    const kept: Context[] = [];
    let isAll = true;
    let next: Context = this;
    for (; next.#outer !== undefined; next = next.#outer) {
      const owner = next.#owner;
      const isAround = (inner: Node | undefined): boolean =>
        owner !== undefined && inner !== undefined && isWithin(inner, owner);
      if (isAround(node) || kept.some((context) => isAround(context.#call))) kept.push(next);
      else isAll = false;
    }
    return isAll ? this : kept.reduceRight((outer, context) => context.#again(outer), next);
  }

  #again(outer: Context): Context {
    return this.#owner && this.#call ? outer.#with(this.#owner, this.#call) : outer;
  }

  #with(owner: Node, call: Node): Context {
    let calls = this.#inner.get(owner);
    if (calls === undefined) this.#inner.set(owner, (calls = new Map()));
    let inner = calls.get(call);
    if (inner === undefined) calls.set(call, (inner = new Context(this, owner, call, this.#any)));
    return inner;
  }
}
