import { DeclaredTypes, queried } from "./declared-types.js";
import { outcomesOf } from "./outcomes.js";
import { type Imported, importedBy, ourName, type Placed, type ProgramNames } from "./scopes.js";
import { memberName, type Node, unwrapped } from "./syntax-tree.js";

/** Whether what a module exports is a set of signals. */
export type IsImportedSet = (imported: Imported) => boolean;

/** Whether a program imports a set of signals. */
export function importsSet({ scope: { module } }: ProgramNames, isImportedSet: IsImportedSet): boolean {
  return module.names.some((name) => {
    const imported = module.find(name)?.imported;
    return imported !== undefined && isImportedSet(imported);
  });
}

const actions: ReadonlySet<string> = new Set(
  "clipboard del fit get intl js patch peek post put setAll toggleAll url".split(" "),
);

/** Tells what in a program refers to signals. */
export class References {
  readonly #program: ProgramNames;
  readonly #isImportedSet: IsImportedSet;
  readonly #types: DeclaredTypes;
  // A reference can be made of itself: node = node.next.
  readonly #open = new Set<Node>();

  constructor(program: ProgramNames, isImportedSet: IsImportedSet) {
    this.#program = program;
    this.#isImportedSet = isImportedSet;
    this.#types = new DeclaredTypes(program);
  }

  /** Whether there can be any: most programs have none, and need not be looked at. */
  areThere(file: string): boolean {
    return file.includes("datastar-tsx") || importsSet(this.#program, this.#isImportedSet);
  }

  /** Whether an expression is a signal, or an expression for the browser, whatever way the program takes. */
  isReference(placed: Placed): boolean {
    return (
      this.isSignal(placed) ||
      this.#every(placed, (outcome) => this.#isSignalNode(outcome) || isExpressionNode(outcome))
    );
  }

  isExpression(placed: Placed): boolean {
    return this.#every(placed, isExpressionNode);
  }

  /** Whether it is an expression that only the browser evaluates, as `url` is not where it has no signals in it. */
  isForBrowser(placed: Placed): boolean {
    return this.#every(placed, (outcome) => isExpressionNode(outcome) && !isUrl(outcome));
  }

  isSignal(placed: Placed): boolean {
    const node = unwrapped(placed.node);
    return this.#isSignalNode({ ...placed, node }) || this.#every(placed, (outcome) => this.#isSignalNode(outcome));
  }

  isSet(placed: Placed): boolean {
    if (this.#isOfType(placed, "Signals")) return true;
    const outcomes = outcomesOf(placed, this.#program);
    // To set a signal as a property is a mistake, and makes it no other set.
    const sets = outcomes.filter(({ node }) => node.type !== "ObjectExpression");
    return sets.length > 0 && sets.every((outcome) => this.#isSetNode(outcome));
  }

  #every(placed: Placed, test: (outcome: Placed) => boolean): boolean {
    const outcomes = outcomesOf(placed, this.#program);
    return outcomes.length > 0 && outcomes.every(test);
  }

  #isSetNode({ node, scope }: Placed): boolean {
    if (node.type !== "CallExpression") {
      const imported = importedBy(node, scope);
      return imported !== undefined && this.#isImportedSet(imported);
    }
    if (ourName(node.callee, scope) === "signals") return true;
    const { callee } = node;
    return (
      callee.type === "MemberExpression" &&
      ["pick", "with"].includes(memberName(callee) ?? "") &&
      this.isSet({ node: callee.object, scope })
    );
  }

  /** Whether the program declares something with a type of ours, or with that of something else by `typeof`. */
  #isOfType(placed: Placed, name: "Signal" | "Signals"): boolean {
    const type = this.#types.of(placed);
    if (type === undefined) return false;
    const { node, scope } = this.#types.resolved(type);
    if (node.type === "TSTypeReference") return ourName(node.typeName, scope) === name;
    if (node.type !== "TSTypeQuery" || this.#open.has(node)) return false;
    this.#open.add(node);
    const value = { node: queried(node.exprName), scope };
    const isOf = name === "Signal" ? this.isSignal(value) : this.isSet(value);
    this.#open.delete(node);
    return isOf;
  }

  #isSignalNode({ node, scope }: Placed): boolean {
    if (this.#isOfType({ node, scope }, "Signal")) return true;
    if (node.type !== "MemberExpression") return false;
    if (this.#open.has(node)) return true;
    this.#open.add(node);
    const owner = { node: node.object, scope };
    const isPart = this.isSet(owner)
      ? !own.has(memberName(node) ?? "")
      : this.isSignal(owner) && memberName(node) !== "length";
    this.#open.delete(node);
    return isPart;
  }
}

// What a set has besides its signals.
const own: ReadonlySet<string> = new Set(["State", "initial", "patch", "pick", "with", "~standard"]);

function isExpressionNode({ node, scope }: Placed): boolean {
  if (node.type === "TaggedTemplateExpression") return actions.has(ourName(node.tag, scope) ?? "");
  return node.type === "CallExpression" && actions.has(ourName(node.callee, scope) ?? "");
}

function isUrl({ node, scope }: Placed): boolean {
  return node.type === "TaggedTemplateExpression" && ourName(node.tag, scope) === "url";
}
