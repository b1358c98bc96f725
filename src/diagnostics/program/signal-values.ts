import { type Diagnostic, error } from "../diagnostic.js";
import { Names, type Rewrite } from "./our-names.js";
import { outcomesOf } from "./outcomes.js";
import { type Imported, importedBy, ourName, type Placed, type ProgramNames } from "./scopes.js";
import { jsSource, remedyFor } from "./signal-remedies.js";
import { listed, shortTextOf } from "./source-text.js";
import { jsxName, memberName, type MemberExpression, type Node, unwrapped } from "./syntax-tree.js";

/** A signal that the program uses as if it had a value. */
export interface SignalValue {
  readonly diagnostic: Diagnostic;
  readonly place: Node;
  /** What to write instead of the place, where that is clear. */
  readonly rewrite: Rewrite | undefined;
}

/** Whether what a module exports is a set of signals. */
export type IsImportedSet = (imported: Imported) => boolean;

/** Whether a program imports a set of signals. */
export function importsSet({ scope: { module } }: ProgramNames, isImportedSet: IsImportedSet): boolean {
  return module.names.some((name) => {
    const imported = module.find(name)?.imported;
    return imported !== undefined && isImportedSet(imported);
  });
}

/** The types of nodes that {@link signalValues} looks at. */
export const signalTypes: readonly string[] = [
  "UnaryExpression",
  "UpdateExpression",
  "BinaryExpression",
  "LogicalExpression",
  "ConditionalExpression",
  "AssignmentExpression",
  "IfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "SwitchStatement",
  "ForOfStatement",
  "TaggedTemplateExpression",
  "TemplateLiteral",
  "SpreadElement",
  "JSXSpreadAttribute",
  "CallExpression",
  "JSXElement",
  "JSXFragment",
  "JSXAttribute",
];

/**
 * Finds signals and expressions that a program uses as values: in conditions, operators and text, where their values
 * would have to be known. Only the browser knows them; the program has the names.
 */
export function signalValues(
  program: ProgramNames,
  isImportedSet: IsImportedSet,
  file: string,
): readonly SignalValue[] {
  const references = new References(program, isImportedSet);
  if (!references.areThere(file)) return [];
  const done = new Set<Node>();
  return program.found.flatMap((placed): readonly SignalValue[] => {
    const { node } = placed;
    if (done.has(node)) return [];
    const used = usedAsValues(placed, references, done);
    const [first] = used;
    if (first === undefined) return [];
    const names = listed(used.map((reference) => shortTextOf(reference, file)));
    const isExpression = used.every((reference) => references.isExpression({ ...placed, node: reference }));
    const ours = new Names(placed.scope);
    const forBrowser = (part: Node): string | undefined => {
      const source = jsSource(part, (part) => references.isReference({ ...placed, node: part }), file);
      return source === undefined ? undefined : `${ours.of("js")}\`${source}\``;
    };
    const { text, instead } = remedyFor(node, first, forBrowser, program, file);
    return [
      {
        diagnostic: error("signal-as-value", `${names}: ${isExpression ? facts.expression : facts.signal}; ${text}.`),
        place: node,
        rewrite: instead !== undefined ? ours.rewrite(instead, operations.has(node.type)) : undefined,
      },
    ];
  });
}

const facts = {
  signal: "the server knows the name of the signal, and only the browser its value",
  expression: "only the browser evaluates the expression, which is always true here",
};

// A choice may be between texts that were meant as source.
const operations: ReadonlySet<string> = new Set(["BinaryExpression", "TemplateLiteral", "UnaryExpression"]);

/** The references that a node takes for values. What it consists of is not looked at again. */
function usedAsValues({ node, scope }: Placed, references: References, done: Set<Node>): readonly Node[] {
  const only = (nodes: readonly (Node | null | undefined)[]): readonly Node[] =>
    nodes.flatMap((node) => (node && references.isReference({ node, scope }) ? node : []));
  const operands = (given: Node, isUsed: boolean): readonly Node[] => {
    const node = unwrapped(given);
    done.add(node);
    switch (node.type) {
      case "UnaryExpression":
        return node.operator === "typeof" || node.operator === "void" || node.operator === "delete"
          ? []
          : operands(node.argument, true);
      case "BinaryExpression":
        if (node.operator === "in" || node.operator === "instanceof") return [];
        return [...operands(node.left, true), ...operands(node.right, true)];
      case "LogicalExpression":
        return [...operands(node.left, true), ...operands(node.right, isUsed)];
      case "ConditionalExpression":
        return [
          ...operands(node.test, true),
          ...operands(node.consequent, isUsed),
          ...operands(node.alternate, isUsed),
        ];
      default:
        done.delete(node);
        return isUsed ? only([node]) : [];
    }
  };
  switch (node.type) {
    case "UnaryExpression":
    case "BinaryExpression":
    case "LogicalExpression":
    case "ConditionalExpression":
      return operands(node, false);
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return operands(node.test, true);
    case "SwitchStatement":
      return operands(node.discriminant, true);
    case "ForOfStatement":
      return only([node.right]);
    case "UpdateExpression":
      return only([node.argument]);
    case "AssignmentExpression":
      if (node.left.type === "MemberExpression" && references.isSignal({ node: node.left, scope })) return [node.left];
      return node.operator === "=" ? [] : only([node.right]);
    case "TaggedTemplateExpression":
      // Its values are whatever the tag makes of them.
      done.add(node.quasi);
      return [];
    case "TemplateLiteral":
      return node.expressions.filter((part) => references.isSignal({ node: part, scope }));
    case "SpreadElement":
    case "JSXSpreadAttribute":
      return references.isSet({ node: node.argument, scope }) || references.isSignal({ node: node.argument, scope })
        ? [node.argument]
        : [];
    case "CallExpression":
      if (isMethodOfValues(node.callee)) return only([node.callee.object]);
      return takesValues(node.callee, { node, scope }) ? only(node.arguments) : [];
    case "JSXElement":
    case "JSXFragment":
      return node.children.flatMap((child) =>
        child.type === "JSXExpressionContainer" && references.isSignal({ node: child.expression, scope })
          ? child.expression
          : [],
      );
    default:
      return [];
  }
}

/**
 * Finds what the server negates for an attribute that shows what the browser knows. It may be no signal that is
 * negated; but then it is hardly this attribute that was meant.
 */
export function negations({ found }: ProgramNames): readonly Omit<SignalValue, "rewrite">[] {
  return found.flatMap(({ node }) => {
    const name = node.type === "JSXAttribute" ? (jsxName(node.name) ?? "") : "";
    if (node.type !== "JSXAttribute" || !/^data-(?:show|text)$/.test(name)) return [];
    const value = node.value?.type === "JSXExpressionContainer" ? branches(node.value.expression) : [];
    return value.flatMap((place) =>
      place.type === "UnaryExpression" && place.operator === "!"
        ? [
            {
              place,
              diagnostic: error(
                "invalid-value",
                `${name}: the server works this ! out, and once only; for the browser to do it, write js\`!\${…}\`.`,
              ),
            },
          ]
        : [],
    );
  });
}

function branches(given: Node): readonly Node[] {
  const node = unwrapped(given);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap(branches);
  if (node.type !== "LogicalExpression") return [node];
  return (node.operator === "&&" ? [node.right] : [node.left, node.right]).flatMap(branches);
}

const functions: ReadonlySet<string> = new Set(
  "BigInt Boolean Number String encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt".split(" "),
);

/** Whether a function of the language is called, which makes another value of one. */
function takesValues(callee: Node, { scope }: Placed): boolean {
  if (callee.type === "Identifier") return functions.has(callee.name) && scope.find(callee.name) === undefined;
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return false;
  const { name } = callee.object;
  return (name === "JSON" || name === "Math" || name === "Number") && scope.find(name) === undefined;
}

const values: readonly object[] = [Array.prototype, Number.prototype, String.prototype];

/** Whether a method of lists, numbers or text is called. */
function isMethodOfValues(callee: Node): callee is MemberExpression & Node {
  const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  return name !== undefined && values.some((prototype) => Object.hasOwn(prototype, name));
}

const actions: ReadonlySet<string> = new Set(
  "clipboard del fit get intl js patch peek post put setAll toggleAll url".split(" "),
);

/** Tells what in a program refers to signals. */
class References {
  readonly #program: ProgramNames;
  readonly #isImportedSet: IsImportedSet;
  // A reference can be made of itself: node = node.next.
  readonly #open = new Set<Node>();

  constructor(program: ProgramNames, isImportedSet: IsImportedSet) {
    this.#program = program;
    this.#isImportedSet = isImportedSet;
  }

  /** Whether there can be any: most programs have none, and need not be looked at. */
  areThere(file: string): boolean {
    return file.includes("datastar-tsx") || importsSet(this.#program, this.#isImportedSet);
  }

  /** Whether an expression is a signal, or an expression for the browser, whatever way the program takes. */
  isReference(placed: Placed): boolean {
    return this.#every(placed, (outcome) => this.#isSignalNode(outcome) || isExpressionNode(outcome));
  }

  isExpression(placed: Placed): boolean {
    return this.#every(placed, isExpressionNode);
  }

  isSignal(placed: Placed): boolean {
    const node = unwrapped(placed.node);
    return this.#isSignalNode({ ...placed, node }) || this.#every(placed, (outcome) => this.#isSignalNode(outcome));
  }

  isSet(placed: Placed): boolean {
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

  #isSignalNode({ node, scope }: Placed): boolean {
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
