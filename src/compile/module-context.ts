import type { Expression } from "oxc-parser";
import type { Bindings } from "./bindings.js";
import { type Constant, type Evaluate, evaluator, partialEvaluator } from "./evaluate.js";
import { type Code, type Hole, hole, joined, merged, type Part, wideHole, widened } from "./markup-parts.js";

/** What the compiled module takes from the runtime. */
export type Helper =
  | "anyAttribute"
  | "append"
  | "attributePart"
  | "attributes"
  | "child"
  | "classes"
  | "component"
  | "declaration"
  | "each"
  | "expressionAttribute"
  | "Html"
  | "html"
  | "join"
  | "jsx"
  | "optional"
  | "printsInPlace"
  | "result"
  | "resultText"
  | "textAttribute"
  | "textPart"
  | "urlAttribute";

/** A module while it is compiled: what it takes from the runtime, and what is put beside it. */
export class ModuleContext {
  readonly source: string;
  readonly evaluate: Evaluate;
  readonly #bindings: Bindings;
  readonly #prefix: string;
  readonly #helpers = new Set<Helper>();
  readonly #variables = new Set<string>();
  readonly #functions: string[] = [];

  constructor(source: string, bindings: Bindings) {
    this.source = source;
    this.evaluate = evaluator(bindings);
    this.#bindings = bindings;
    // No name of the module begins like ours.
    let prefix = "_$";
    for (let i = 0; source.includes(prefix); i++) prefix = `_$${i}$`;
    this.#prefix = prefix;
  }

  /** The name of a function of the runtime. */
  helper(name: Helper): string {
    this.#helpers.add(name);
    return this.#prefix + name;
  }

  /** Evaluates an expression whose parts need not all be constant. */
  evaluatePartly(node: Expression, unknown: Evaluate): Constant {
    const named = (name: string): Constant => this.evaluate({ type: "Identifier", name, start: 0, end: 0 });
    return partialEvaluator(this.#bindings, named, unknown)(node);
  }

  /** Whether a name is a function of the module, wherever it stands. */
  isFunction(name: string): boolean {
    return this.#bindings.functions.has(name);
  }

  /** A variable of the module that nothing else uses. */
  variable(name: string): string {
    const variable = this.#prefix + name;
    this.#variables.add(variable);
    return variable;
  }

  /** The name of a parameter, which hides no name of the module. */
  parameter(index: number): string {
    return `${this.#prefix}${index}`;
  }

  /** Code for the text of markup, or for a promise of it. */
  text(given: readonly Part[]): { readonly code: Code; readonly waits: boolean } {
    const parts = widened(merged(given));
    const codes = parts.map((part): Code => (typeof part === "string" ? [JSON.stringify(part)] : part.code("", "")));
    const waits = parts.some((part) => typeof part !== "string" && part.waits);
    if (parts.length === 0) return { code: ['""'], waits };
    if (parts.length === 1 || !waits) return { code: joined(codes, " + "), waits };
    const holes = codes.filter((_, index) => typeof parts[index] !== "string");
    return { code: [`${this.#template(parts)}(`, ...joined(holes, ", "), ")"], waits };
  }

  /** Markup that depends on a condition. */
  choice(test: Code, yes: readonly Part[], no: readonly Part[]): Hole {
    const code = (before: string, after: string): Code => {
      const either = (parts: readonly Part[]): Code => this.text([before, ...parts, after]).code;
      return ["(", ...test, " ? ", ...either(yes), " : ", ...either(no), ")"];
    };
    const waits = [...yes, ...no].some((part) => typeof part !== "string" && part.waits);
    // What is there only later is put where it stands.
    return waits ? hole(code("", ""), true) : wideHole(code);
  }

  /** Code for markup as the value of a TSX expression. */
  html(given: readonly Part[]): Code {
    const parts = merged(given);
    if (parts.every((part) => typeof part === "string")) {
      const constant = this.variable(`html${this.#variables.size}`);
      return [`(${constant} ??= new ${this.helper("Html")}(${JSON.stringify(parts.join(""))}))`];
    }
    const { code, waits } = this.text(parts);
    return [waits ? `${this.helper("html")}(` : `new ${this.helper("Html")}(`, ...code, ")"];
  }

  /** Declares a function that fills its arguments into markup, and returns its name. */
  #template(parts: readonly Part[]): string {
    const names: string[] = [];
    const waiting: string[] = [];
    const terms = parts.map((part) => {
      if (typeof part === "string") return JSON.stringify(part);
      const parameter = this.parameter(names.length);
      names.push(parameter);
      if (part.waits) waiting.push(parameter);
      return parameter;
    });
    const isThere = waiting.map((parameter) => `typeof ${parameter} === "string"`).join(" && ");
    return this.function(
      "template",
      names,
      `${isThere} ? ${terms.join(" + ")} : ${this.helper("join")}([${terms.join(", ")}])`,
    );
  }

  /** Declares a function in the module that returns a value, and returns its name. */
  function(kind: string, parameters: readonly string[], value: string): string {
    const name = `${this.#prefix}${kind}${this.#functions.length}`;
    this.#functions.push(`function ${name}(${parameters.join(", ")}) { return ${value}; }`);
    return name;
  }

  /**
   * What goes to the end of the module. Functions, and variables without a value, are there from the start: modules
   * that import each other in a circle may call before this one has run.
   */
  declarations(runtime: string): string {
    if (this.#helpers.size === 0) return "";
    const names = [...this.#helpers].map((name) => `${name} as ${this.#prefix}${name}`);
    return [
      `import { ${names.join(", ")} } from ${JSON.stringify(runtime)};`,
      ...(this.#variables.size === 0 ? [] : [`var ${[...this.#variables].join(", ")};`]),
      ...this.#functions,
    ].join("\n");
  }
}
