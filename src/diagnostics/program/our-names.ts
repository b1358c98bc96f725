import { ourName, type Scope } from "./scopes.js";

/** What to write instead of an expression. */
export interface Rewrite {
  readonly text: string;
  /** Whether it is the one right answer. */
  readonly isCertain: boolean;
  /** The names of our package that it needs and the file lacks. */
  readonly missing: readonly string[];
}

/** The names under which a file has what our package exports. */
export class Names {
  readonly #scope: Scope;
  readonly #missing = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  of(name: string): string {
    const local = this.#scope.module.names.find(
      (local) => ourName({ type: "Identifier", name: local }, this.#scope) === name,
    );
    if (local === undefined) this.#missing.add(name);
    return local ?? name;
  }

  rewrite(text: string, isCertain: boolean): Rewrite | undefined {
    const missing = [...this.#missing];
    // Something else goes by the name.
    if (missing.some((name) => this.#scope.find(name) !== undefined)) return undefined;
    return { text, isCertain, missing };
  }
}
