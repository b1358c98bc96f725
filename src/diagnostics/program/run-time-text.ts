import { isNamedConstant } from "./named-constant.js";
import { outcomesOf } from "./outcomes.js";
import { type Binding, importedBy, isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { comparisons, isNumber, operandsOf } from "./sums.js";
import { memberName, type Node, type TemplateLiteral } from "./syntax-tree.js";

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
const globals: ReadonlySet<string> = new Set(["Infinity", "NaN", "undefined"]);

/** How deep text is looked into that is put together from text that is put together, and so on. */
const deepest = 100;

/** How many unknown parts of a part of a text are told apart. */
const mostUnknown = 20;

/** An expression whose value is a part of another. */
interface Made {
  readonly placed: Placed;
  readonly of: Whole | undefined;
}

interface Whole {
  readonly node: Node;
  /** What it is a part of itself. */
  readonly by: Whole | undefined;
}

export function textReader(program: ProgramNames): TextReader {
  const known = new Map<Node, boolean>();
  const outcomes = new Map<Binding, readonly Placed[]>();

  /** A name that is given a thousand values can be read a thousand times. */
  const outcomesIn = (placed: Placed): readonly Placed[] => {
    const binding = placed.node.type === "Identifier" ? placed.scope.find(placed.node.name) : undefined;
    // Where it may be something else, the name itself is among them, as it stands in its place.
    if (binding === undefined || binding.isOpen) return outcomesOf(placed, program);
    const before = outcomes.get(binding) ?? outcomesOf(placed, program);
    outcomes.set(binding, before);
    return before;
  };

  // A stack of our own, since a value can be made of a thousand others, each of the one before.
  const isConstant = (placed: Placed): boolean => {
    const looked = new Set<Node>();
    const rest: Made[] = [{ placed, of: undefined }];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      for (const outcome of outcomesIn(next.placed)) {
        const { node, scope } = outcome;
        const before = known.get(node);
        // What is put together from itself is as constant as the rest of it.
        if (before === true || looked.has(node)) continue;
        const parts = before === undefined ? constantParts(outcome) : undefined;
        if (parts === undefined) {
          known.set(node, false);
          for (let made = next.of; made !== undefined; made = made.by) known.set(made.node, false);
          return false;
        }
        looked.add(node);
        const of = { node, by: next.of };
        for (const part of parts) if (part !== null) rest.push({ placed: { node: part, scope }, of });
      }
    }
    for (const node of looked) known.set(node, true);
    return true;
  };

  /** What has to be constant for an expression to be; `undefined` for one that cannot be. */
  const constantParts = ({ node, scope }: Placed): readonly (Node | null)[] | undefined => {
    const only = (condition: boolean, parts: readonly (Node | null)[] = []) => (condition ? parts : undefined);
    switch (node.type) {
      case "Literal":
        return [];
      case "Identifier":
        return only(globals.has(node.name) && scope.find(node.name) === undefined);
      case "TemplateLiteral":
        return node.expressions;
      case "TaggedTemplateExpression":
        return only(isTrusted(node.tag, scope), node.quasi.expressions);
      case "UnaryExpression":
        return node.operator === "!" || node.operator === "typeof" ? [] : [node.argument];
      case "BinaryExpression":
        return comparisons.has(node.operator) ? [] : operandsOf(node);
      case "AssignmentExpression":
        return [node.right];
      case "ArrayExpression":
        return node.elements;
      case "SpreadElement":
        return [node.argument];
      case "ObjectExpression":
        return node.properties.map((property) => (property.type === "Property" ? property.value : property));
      case "MemberExpression":
        return [node.object];
      case "CallExpression": {
        const subject = subjectOf(node.callee);
        return only(subject !== null || isTextCall(node.callee, scope), [subject, ...node.arguments]);
      }
      default:
        return undefined;
    }
  };

  const made = (placed: Placed, nodes: readonly Node[], isCertain = true): readonly RunTimeText[] => {
    const { scope } = placed;
    const parts = nodes.filter((node) => !isConstant({ node, scope }));
    if (parts.length === 0) return [];
    const data = parts.filter((node) => !mayBeSource({ node, scope }));
    const mayBeConstant = parts.every((node) => outcomesIn({ node, scope }).every(isLikelyConstant));
    const unknown = parts.flatMap((node) => (data.includes(node) ? [node] : unknownWithin({ node, scope })));
    return [{ ...placed, unknown, data, isCertain: isCertain && !mayBeConstant }];
  };

  const isLikelyConstant = (outcome: Placed): boolean => {
    if (isNamedConstant(outcome.node, outcome.scope) || isConstant(outcome)) return true;
    const texts = textsOfNode(outcome);
    return texts.length > 0 && texts.every(({ isCertain }) => !isCertain);
  };

  /** What is unknown of a text that is a part of another; the text itself where that is much. */
  const unknownWithin = (placed: Placed): readonly Node[] => {
    const within = new Set<Node>();
    for (const outcome of outcomesIn(placed)) {
      for (const { unknown } of textsOfNode(outcome)) for (const node of unknown) within.add(node);
      if (within.size > mostUnknown) break;
    }
    return within.size === 0 || within.size > mostUnknown ? [placed.node] : [...within];
  };

  /** Whether an expression has an outcome that is written as text, and so may have been written as source. */
  const mayBeSource = (placed: Placed): boolean =>
    outcomesIn(placed).some((outcome) => {
      const { node } = outcome;
      if (node.type === "Literal") return typeof node.value === "string" && /\W/.test(node.value);
      const isMade = node.type === "CallExpression" && !joins.has(methodOf(node.callee) ?? "");
      return !isMade && textsOfNode(outcome).length > 0;
    });

  const runTimeTexts = (placed: Placed): readonly RunTimeText[] =>
    outcomesIn(placed).flatMap((outcome) => textsOfNode(outcome));

  // What is put together from itself, as s = s + x, has been looked at before.
  const open = new Set<Node>();
  const read = new Map<Node, readonly RunTimeText[]>();
  let isCut = false;

  const textsOfNode = (placed: Placed): readonly RunTimeText[] => {
    const { node } = placed;
    const before = read.get(node);
    if (before !== undefined) return before;
    if (open.has(node) || open.size > deepest) {
      isCut = true;
      return [];
    }
    const wasCut = isCut;
    isCut = false;
    open.add(node);
    const texts = textsIn(placed);
    open.delete(node);
    // That there is none is not certain on the way round a circle.
    if (texts.length > 0 || !isCut) read.set(node, texts);
    isCut ||= wasCut;
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
        return outcomesIn({ node: node.object, scope }).flatMap(({ node, scope }) => {
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
    outcomesIn({ node: subject, scope }).some(
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
  const imported = importedBy(tag, scope);
  if (imported !== undefined) return ourTags.has(imported.name);
  const binding = tag.type === "Identifier" ? scope.find(tag.name) : undefined;
  const isOwn = binding !== undefined && !binding.isOpen;
  return !isOwn && ourTags.has((tag.type === "Identifier" ? tag.name : methodOf(tag)) ?? "");
}

const ourTags: ReadonlySet<string> = new Set(["js", "url"]);

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
