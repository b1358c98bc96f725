import { outcomesOf } from "./outcomes.js";
import { importedBy, isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { memberName, type Node, type TemplateLiteral, unwrapped } from "./syntax-tree.js";

/** Text that the running program puts together. */
export interface RunTimeText extends Placed {
  /** The parts of it that only the running program knows. */
  readonly unknown: readonly Node[];
  /** Those of them that may be any value. Others are text, which may be meant as source. */
  readonly data: readonly Node[];
  /** Whether it is text for certain: what a tag of somebody else's makes of a template, the program does not tell. */
  readonly isCertain: boolean;
}

/** Tells of the expressions of one program what is text, and whether the program knows it. */
export interface TextReader {
  /** Whether an expression is a constant, or a choice between constants: nothing that anybody else wrote. */
  isConstant(placed: Placed): boolean;
  /** The text that an expression evaluates to, if that is put together at run time. */
  runTimeTexts(placed: Placed): readonly RunTimeText[];
}

// Methods that return text, and for which it takes no more to know than their names.
const textMethods: ReadonlySet<string> = new Set(
  "charAt join normalize padEnd padStart repeat replace replaceAll substr substring toFixed toISOString toLocaleLowerCase toLocaleString toLocaleUpperCase toLowerCase toUpperCase trim trimEnd trimStart".split(
    " ",
  ),
);
// Those that return text if they are text's own; lists have them as well.
const sharedMethods: ReadonlySet<string> = new Set("at concat slice toString valueOf".split(" "));
const textFunctions: ReadonlySet<string> = new Set(
  "String decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape".split(" "),
);
// What these make may be a list of statements, or a template of somebody's own.
const joins: ReadonlySet<string> = new Set("concat join replace replaceAll".split(" "));
const comparisons: ReadonlySet<string> = new Set("== != === !== < > <= >= in instanceof".split(" "));
const globals: ReadonlySet<string> = new Set(["Infinity", "NaN", "undefined"]);

export function textReader(program: ProgramNames): TextReader {
  const known = new Map<Node, boolean>();

  const isConstant = (placed: Placed): boolean => {
    const outcomes = outcomesOf(placed, program);
    return outcomes.every((outcome) => {
      const before = known.get(outcome.node);
      if (before !== undefined) return before;
      // What is put together from itself is as constant as the rest of it.
      known.set(outcome.node, true);
      const constant = isConstantNode(outcome);
      known.set(outcome.node, constant);
      return constant;
    });
  };

  const isConstantNode = ({ node, scope }: Placed): boolean => {
    const all = (nodes: readonly (Node | null)[]): boolean =>
      nodes.every((node) => node === null || isConstant({ node, scope }));
    switch (node.type) {
      case "Literal":
        return true;
      case "Identifier":
        return globals.has(node.name) && scope.find(node.name) === undefined;
      case "TemplateLiteral":
        return all(node.expressions);
      case "TaggedTemplateExpression":
        return isTrusted(node.tag, scope) && all(node.quasi.expressions);
      case "UnaryExpression":
        return node.operator === "!" || node.operator === "typeof" || all([node.argument]);
      case "BinaryExpression":
        return comparisons.has(node.operator) || all(operandsOf(node));
      case "AssignmentExpression":
        return all([node.right]);
      case "ArrayExpression":
        return all(node.elements);
      case "SpreadElement":
        return all([node.argument]);
      case "ObjectExpression":
        return all(node.properties.map((property) => (property.type === "Property" ? property.value : property)));
      case "MemberExpression":
        return all([node.object]);
      case "CallExpression":
        return (
          (isTextCall(node.callee, scope) || subjectOf(node.callee) !== null) &&
          all([subjectOf(node.callee), ...node.arguments])
        );
      default:
        return false;
    }
  };

  const made = (placed: Placed, nodes: readonly Node[], isCertain = true): readonly RunTimeText[] => {
    const { scope } = placed;
    const parts = nodes.filter((node) => !isConstant({ node, scope }));
    if (parts.length === 0) return [];
    const data = parts.filter((node) => !mayBeSource({ node, scope }));
    const unknown = parts.flatMap((node) => {
      const within = data.includes(node) ? [] : runTimeTexts({ node, scope }).flatMap(({ unknown }) => unknown);
      return within.length === 0 ? [node] : within;
    });
    return [{ ...placed, unknown, data, isCertain }];
  };

  /** Whether an expression has an outcome that is written as text, and so may have been written as source. */
  const mayBeSource = (placed: Placed): boolean =>
    outcomesOf(placed, program).some((outcome) => {
      const { node } = outcome;
      if (node.type === "Literal") return typeof node.value === "string" && /\W/.test(node.value);
      const isMade = node.type === "CallExpression" && !joins.has(methodOf(node.callee) ?? "");
      return !isMade && textsOfNode(outcome).length > 0;
    });

  const runTimeTexts = (placed: Placed): readonly RunTimeText[] =>
    outcomesOf(placed, program).flatMap((outcome) => textsOfNode(outcome));

  // What is put together from itself, as s = s + x, has been looked at before.
  const open = new Set<Node>();

  const textsOfNode = (placed: Placed): readonly RunTimeText[] => {
    if (open.has(placed.node)) return [];
    open.add(placed.node);
    const texts = textsIn(placed);
    open.delete(placed.node);
    return texts;
  };

  const textsIn = (placed: Placed): readonly RunTimeText[] => {
    const { node, scope } = placed;
    switch (node.type) {
      case "TemplateLiteral":
        return made(placed, node.expressions);
      case "TaggedTemplateExpression":
        return tagged(node.tag, node.quasi, placed);
      case "BinaryExpression": {
        const operands = node.operator === "+" ? operandsOf(node) : [];
        return operands.every(isNumber) ? [] : made(placed, operands);
      }
      case "AssignmentExpression":
        return node.operator === "+=" && !isNumber(node.right) ? made(placed, [node.right]) : [];
      case "CallExpression": {
        const { callee } = node;
        const subject = subjectOf(callee);
        const isText = isTextCall(callee, scope) || (subject !== null && isOwnMethod(callee, subject, scope));
        return isText ? made(placed, [...(subject === null ? [] : [subject]), ...node.arguments]) : [];
      }
      case "MemberExpression":
        // A piece of a text.
        return outcomesOf({ node: node.object, scope }, program).flatMap(({ node, scope }) => {
          const subject =
            node.type === "CallExpression" && methodOf(node.callee) === "split" ? subjectOf(node.callee) : null;
          return subject === null ? [] : runTimeTexts({ node: subject, scope });
        });
      default:
        return [];
    }
  };

  /** Whether a method that lists have as well is called on text. */
  const isOwnMethod = (callee: Node, subject: Node, scope: Scope): boolean =>
    sharedMethods.has(methodOf(callee) ?? "") &&
    outcomesOf({ node: subject, scope }, program).some(
      (outcome) =>
        (outcome.node.type === "Literal" && typeof outcome.node.value === "string") ||
        outcome.node.type === "TemplateLiteral" ||
        textsOfNode(outcome).length > 0,
    );

  const tagged = (tag: Node, { expressions }: TemplateLiteral, placed: Placed): readonly RunTimeText[] => {
    if (isRaw(tag)) return made(placed, expressions);
    if (isTrusted(tag, placed.scope)) return [];
    const functions = outcomesOf({ node: tag, scope: placed.scope }, program).filter(({ node }) => isFunction(node));
    if (functions.length === 0) return made(placed, expressions, false);
    return functions.flatMap(({ node }) =>
      isFunction(node) ? program.returned(node).flatMap((value) => runTimeTexts(value)) : [],
    );
  };

  return { isConstant, runTimeTexts };
}

/** Whether a tag is one of ours, or goes by the name of one and is from somewhere else that we do not see. */
function isTrusted(tag: Node, scope: Scope): boolean {
  const binding = tag.type === "Identifier" ? scope.find(tag.name) : undefined;
  const isOwn = binding !== undefined && !binding.isOpen;
  const name = tag.type === "Identifier" ? tag.name : methodOf(tag);
  const original = importedBy(tag, scope)?.name ?? name;
  return !isOwn && (original === "js" || original === "url");
}

/** Whether a tag is `String.raw`. */
export function isRaw(tag: Node): boolean {
  return (
    tag.type === "MemberExpression" &&
    tag.object.type === "Identifier" &&
    tag.object.name === "String" &&
    memberName(tag) === "raw"
  );
}

function methodOf(callee: Node): string | undefined {
  return callee.type === "MemberExpression" ? memberName(callee) : undefined;
}

/** What a method is called on. */
function subjectOf(callee: Node): Node | null {
  if (callee.type !== "MemberExpression") return null;
  return callee.object.type === "Identifier" && namespaces.has(callee.object.name) ? null : callee.object;
}

const namespaces: ReadonlySet<string> = new Set(["JSON", "String"]);

function isTextCall(callee: Node, scope: Scope): boolean {
  if (callee.type === "Identifier") return textFunctions.has(callee.name) && scope.find(callee.name) === undefined;
  if (callee.type !== "MemberExpression") return false;
  const name = memberName(callee) ?? "";
  const isNamespace =
    callee.object.type === "Identifier" &&
    namespaces.has(callee.object.name) &&
    ["stringify", "raw", "fromCharCode", "fromCodePoint"].includes(name);
  return isNamespace || textMethods.has(name);
}

/** What is added up, from left to right: a long sum is deeply nested. */
export function operandsOf(node: Node): readonly Node[] {
  const operands: Node[] = [];
  let left = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.push(left.right);
    left = unwrapped(left.left);
  }
  if (left.type === "BinaryExpression" && operands.length === 0) return [left.left, left.right];
  return [...operands, left].reverse();
}

/** Whether an expression is a number, whatever is in it. */
export function isNumber(node: Node): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number" || typeof node.value === "bigint";
    case "UnaryExpression":
      return node.operator === "+" || node.operator === "-" || node.operator === "~";
    case "UpdateExpression":
      return true;
    case "BinaryExpression":
      return node.operator !== "+" && !comparisons.has(node.operator);
    case "MemberExpression":
      return memberName(node) === "length";
    default:
      return false;
  }
}
