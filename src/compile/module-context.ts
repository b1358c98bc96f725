import type { Expression } from "oxc-parser";
import { setting } from "../base/client.js";
import type { Bindings } from "./bindings.js";
import { type Constant, type Evaluate, evaluator, partialEvaluator } from "./evaluate.js";
import {
  type Code,
  type Hole,
  hole,
  isValue,
  joined,
  merged,
  type Part,
  valuesIn,
  wideHole,
  widened,
  withValues,
} from "./markup-parts.js";

/** What the compiled module takes from the runtime. */
export type Helper =
  | "abandon"
  | "anyAttribute"
  | "append"
  | "attributePart"
  | "attributes"
  | "beside"
  | "drop"
  | "child"
  | "classes"
  | "component"
  | "declaration"
  | "each"
  | "expressionAttribute"
  | "Html"
  | "html"
  | "isOn"
  | "join"
  | "jsx"
  | "optional"
  | "printedFor"
  | "printsInPlace"
  | "refused"
  | "result"
  | "resultText"
  | "textAttribute"
  | "textPart"
  | "urlAttribute";

/** How many expressions in each other are compiled as one. */
const deepest = 50;

/** A module while it is compiled: what it takes from the runtime, and what is put beside it. */
export class ModuleContext {
  readonly source: string;
  readonly evaluate: Evaluate;
  /** Whether attributes of Datastar have been printed, as the client reads them that the project runs. */
  printsDatastar = false;
  readonly #bindings: Bindings;
  readonly #prefix: string;
  readonly #helpers = new Set<Helper>();
  readonly #variables = new Set<string>();
  readonly #functions: string[] = [];
  #depth = 0;
  readonly #calls = new Map<string, string>();

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

  /**
   * Goes into an expression, as far as that pays: calls nest only so deep, and each level holds the code of all that is
   * in it.
   *
   * @param otherwise leaves it to the runtime; TSX in it is compiled for itself
   */
  within<T>(go: () => T, otherwise: () => T): T {
    if (this.#depth >= deepest) return otherwise();
    this.#depth++;
    try {
      return go();
    } finally {
      this.#depth--;
    }
  }

  /** Code for the text of markup, or for a promise of it. */
  text(given: readonly Part[]): { readonly code: Code; readonly waits: boolean } {
    const parts = widened(merged(given));
    const waits = parts.some((part) => typeof part !== "string" && part.waits);
    if (parts.length === 0) return { code: ['""'], waits };
    // Of several values, each may be a promise that an attribute cannot hold.
    if (!(waits && parts.length > 1) && valuesIn(parts.filter(isValue)).length < 2) {
      const codes = parts.map((part): Code => (typeof part === "string" ? [JSON.stringify(part)] : part.code("", "")));
      return { code: joined(codes, " + "), waits };
    }
    return { code: [`${this.#template(parts)}(`, ...joined(valuesIn(parts), ", "), ")"], waits };
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

  /** The same, where what is in it may be refused: that is rendered when all else has been evaluated. */
  valueChoice(test: Code, yes: readonly Part[], no: readonly Part[]): Hole {
    const inPlace = this.choice(test, yes, no);
    if (![...yes, ...no].some(isValue)) return inPlace;
    const either = (isYes: boolean, parts: readonly Part[]): Code => [
      ...joined([[`[${isYes}`], ...valuesIn(parts)], ", "),
      "]",
    ];
    const values = [["(", ...test, " ? ", ...either(true, yes), " : ", ...either(false, no), ")"]];
    const code: Hole["code"] = (before, after, given) => {
      const [value] = given ?? [];
      if (value === undefined) return inPlace.code(before, after);
      const held = (parts: readonly Part[]): readonly Part[] =>
        withValues(
          parts,
          valuesIn(parts).map((_, index) => [...value, `[${index + 1}]`]),
        );
      return this.choice([...value, "[0]"], held(yes), held(no)).code(before, after);
    };
    return { ...inPlace, code, values, holdsSeveral: true };
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

  /**
   * Declares a function that fills its arguments into markup, and returns its name. Attributes are rendered in it, when
   * the children have been: promises among them are then looked after, if an attribute is refused.
   */
  #template(parts: readonly Part[]): string {
    const count = valuesIn(parts).length;
    const parameters: string[] = [];
    const waiting: string[] = [];
    const values: string[] = [];
    // What stands between the pieces that may be there only later.
    const rendered: string[] = [];
    const terms: string[] = [];
    let between: string[] = [];
    const end = (): void => {
      const [first] = between;
      if (between.length === 1 && first !== undefined) terms.push(first);
      else if (first !== undefined) {
        const name = this.parameter(count + rendered.length);
        rendered.push(`${name} = ${between.join(" + ")}`);
        terms.push(name);
      }
      between = [];
    };
    for (const part of parts) {
      if (typeof part === "string") {
        between.push(JSON.stringify(part));
        continue;
      }
      const given = valuesIn([part]).map((_, index) => this.parameter(parameters.length + index));
      parameters.push(...given);
      if (part.values !== undefined) {
        values.push(...given);
        between.push(
          part
            .code(
              "",
              "",
              given.map((name) => [name]),
            )
            .join(""),
        );
      } else if (part.waits) {
        waiting.push(...given);
        end();
        terms.push(...given);
      } else between.push(...given);
    }
    end();
    const isThere = waiting.map((parameter) => `typeof ${parameter} === "string"`).join(" && ");
    const markup = terms.join(" + ");
    const body =
      (rendered.length === 0 ? "" : `const ${rendered.join(", ")}; `) +
      `return ${isThere === "" ? markup : `${isThere} ? ${markup} : ${this.helper("join")}([${terms.join(", ")}])`};`;
    const areSeveral = values.length > 1 || parts.some((part) => typeof part !== "string" && part.holdsSeveral);
    return this.#declare("template", parameters, areSeveral ? this.#safely(body, values) : body);
  }

  /**
   * Declares a function in the module that returns a value, and returns its name.
   */
  function(kind: string, parameters: readonly string[], value: string): string {
    return this.#declare(kind, parameters, `return ${value};`);
  }

  /** Code that lets go of values when it throws. */
  #safely(body: string, values: readonly string[]): string {
    return `try { ${body} } catch (error) { throw ${this.helper("beside")}(error, [${values.join(", ")}]); }`;
  }

  /**
   * Declares a function in the module that calls a component of the module, and returns its name. The call in it is one
   * that engines can inline.
   *
   * @param isPart whether the markup is put beside other markup
   * @param drops whether children are to be looked after that the component may not render
   */
  call(component: string, isPart: boolean, drops: boolean): string {
    const key = `${component} ${isPart} ${drops}`;
    const known = this.#calls.get(key);
    if (known !== undefined) return known;
    const props = this.parameter(0);
    const render = `${this.helper(isPart ? "resultText" : "result")}(${component}(${props}), ${component})`;
    const call = drops ? `(${this.helper("drop")}(${props}.children), ${render})` : render;
    const fail = isPart
      ? `return ${this.helper("refused")}(error, ${props});`
      : `throw ${this.helper("beside")}(error, ${props});`;
    const name = this.#declare("call", [props], `try { return ${call}; } catch (error) { ${fail} }`);
    this.#calls.set(key, name);
    return name;
  }

  #declare(kind: string, parameters: readonly string[], body: string): string {
    const name = `${this.#prefix}${kind}${this.#functions.length}`;
    this.#functions.push(`function ${name}(${parameters.join(", ")}) { ${body} }`);
    return name;
  }

  /**
   * What goes to the end of the module. Functions, and variables without a value, are there from the start: modules
   * that import each other in a circle may call before this one has run.
   */
  declarations(runtime: string): string {
    if (this.#helpers.size === 0) return "";
    const printed = this.printsDatastar
      ? [`${this.helper("printedFor")}(${JSON.stringify(setting.client.alias)});`]
      : [];
    const names = [...this.#helpers].map((name) => `${name} as ${this.#prefix}${name}`);
    return [
      `import { ${names.join(", ")} } from ${JSON.stringify(runtime)};`,
      ...(this.#variables.size === 0 ? [] : [`var ${[...this.#variables].join(", ")};`]),
      ...this.#functions,
      ...printed,
    ].join("\n");
  }
}
