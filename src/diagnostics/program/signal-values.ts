import { type Diagnostic, error } from "../diagnostic.js";
import { typeDeclarations } from "./declared-types.js";
import { Names, type Rewrite } from "./our-names.js";
import { PrintedSignals, printingTypes } from "./printed-signals.js";
import type { Placed, ProgramNames } from "./scopes.js";
import { type IsImportedSet, References } from "./signal-references.js";
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
  "JSXOpeningElement",
  "JSXAttribute",
  ...typeDeclarations,
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
  const printed = new PrintedSignals(
    references,
    (operation) => usedAsValues(operation, references, new Set()).length > 0,
  );
  return program.found.flatMap((placed): readonly SignalValue[] => {
    const { node } = placed;
    if (done.has(node)) return [];
    if (printingTypes.has(node.type)) {
      return printed.in(placed, file).map(({ place, isExpression, remedy }) => ({
        diagnostic: error(
          "signal-as-value",
          `${shortTextOf(place, file)}: ${isExpression ? facts.evaluated : facts.signal}; write ${remedy}.`,
        ),
        place,
        rewrite: undefined,
      }));
    }
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
  evaluated: "only the browser evaluates the expression",
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
