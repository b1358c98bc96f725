import type { Node } from "./syntax-tree.js";

/** A node, and the scope in which its names mean what they do. */
export interface Placed<N extends Node = Node> {
  readonly node: N;
  readonly scope: Scope;
}

/** A value that a name is given. */
export interface GivenValue extends Placed {
  /** The call that gives it, to a parameter. */
  readonly call?: Node | undefined;
}

/** A type that is written out, and the property of a property … of it that is meant. */
export interface DeclaredType extends Placed {
  readonly path: readonly string[];
}

/** A name of a program. */
export interface Binding {
  /** What it is imported as, if it is. */
  readonly imported?: Imported | undefined;
  /** The function whose parameter it is, if it is one. */
  readonly owner?: Node | undefined;
  /** The type that the program declares it with. */
  readonly type?: DeclaredType | undefined;
  /** What it is given in the program. */
  readonly values: GivenValue[];
  /** Whether it may have another value as well, which only the running program knows. */
  isOpen: boolean;
}

/** What a name is given in one place. */
export interface Given {
  readonly values: readonly GivenValue[];
  readonly isOpen: boolean;
}

export interface Imported {
  readonly module: string;
  /** The name there: `default` for the default export, `*` for all of it. */
  readonly name: string;
}

/** The names that a block, a function or a module declares. */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #names = new Map<string, Binding>();
  /** Where `var` declares. */
  readonly function: Scope;

  constructor(parent?: Scope, isFunction = true) {
    this.#parent = parent;
    this.function = isFunction || parent === undefined ? this : parent.function;
  }

  /** What a name stands for here; `undefined` for a global one. */
  find(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.#parent?.find(name);
  }

  /** The names that are declared in this scope itself. */
  get names(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The scope of the module. */
  get module(): Scope {
    return this.#parent?.module ?? this;
  }

  declare(name: string, binding: Binding): void {
    const before = this.#names.get(name);
    if (before === undefined) this.#names.set(name, binding);
    else add(before, binding);
  }
}

export function add(binding: Binding, { values, isOpen }: Given): void {
  for (const value of values) binding.values.push(value);
  binding.isOpen ||= isOpen;
}
