import type { ProgramNames } from "./scopes.js";
import { isWithin, textOf } from "./source-text.js";
import { jsxName, memberName, type Node, rangeOf, unwrapped } from "./syntax-tree.js";

/** What to write where a signal is used as a value. */
export interface Remedy {
  readonly text: string;
  /** What stands for the whole of the place, if something does. */
  readonly instead?: string;
}

/**
 * Says what to write instead.
 *
 * @param used the signal
 * @param forBrowser writes an expression of the program as one for the browser, if it can be one
 */
export function remedyFor(
  node: Node,
  used: Node,
  forBrowser: (node: Node) => string | undefined,
  program: ProgramNames,
  file: string,
): Remedy {
  const signal = textOf(used, file);
  if (node.type === "SpreadElement" || node.type === "JSXSpreadAttribute") {
    return {
      text: `spreading it gives the names, and no values: write data-signals={[${signal}, …]}, or ${signal}.initial`,
    };
  }
  if (node.type === "AssignmentExpression" || node.type === "UpdateExpression")
    return { text: `to set it in the browser, write js\`\${${signal}} = …\`, or send patchSignals` };
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && node.callee.object === used) {
    const call = `js\`\${${signal}}.${memberName(node.callee) ?? ""}(…)\``;
    return { text: `write ${call} for the browser, or ask readSignals for its value in a request` };
  }
  const instead = operations.has(node.type) ? forBrowser(node) : undefined;
  const value = instead ?? signal;
  const place = placeOf(node, program);
  switch (place) {
    case undefined: {
      const expression = instead ?? `js\`\${${signal}} …\``;
      return { text: `write ${expression} where the browser decides, or ask readSignals for its value in a request` };
    }
    case "child":
      return isChoice(node)
        ? { text: `render the element always, and give it data-show={${testOf(node, forBrowser, file) ?? signal}}` }
        : { text: `write data-text={${value}} on an element` };
    case "class":
    case "className":
      return { text: `write data-class={{ name: ${testOf(node, forBrowser, file) ?? value} }}` };
    case "style":
      return { text: `write data-style={{ property: ${value} }}` };
    default:
      if (!place.startsWith("data-")) return { text: `write data-attr:${place}={${value}}` };
      return { text: `write ${value}`, ...(instead === undefined ? {} : { instead }) };
  }
}

// What computes a value of others, as the browser can.
const operations: ReadonlySet<string> = new Set([
  "BinaryExpression",
  "ConditionalExpression",
  "LogicalExpression",
  "TemplateLiteral",
  "UnaryExpression",
]);

function isChoice({ type }: Node): boolean {
  return type === "ConditionalExpression" || type === "LogicalExpression";
}

/** What a choice depends on, for the browser. */
function testOf(node: Node, forBrowser: (node: Node) => string | undefined, file: string): string | undefined {
  const test =
    node.type === "ConditionalExpression" ? node.test : node.type === "LogicalExpression" ? node.left : undefined;
  if (test === undefined) return undefined;
  return operations.has(unwrapped(test).type) ? forBrowser(test) : textOf(unwrapped(test), file);
}

/** The attribute whose value a node stands in, or `child` for what is between tags. */
function placeOf(node: Node, { found }: ProgramNames): string | undefined {
  let smallest: Node | undefined;
  let place: string | undefined;
  const consider = (around: Node, name: string | undefined): void => {
    if (!isWithin(node, around) || (smallest !== undefined && !isWithin(around, smallest))) return;
    smallest = around;
    place = name;
  };
  for (const { node: around } of found) {
    if (around.type === "JSXAttribute") consider(around, jsxName(around.name));
    if (around.type !== "JSXElement" && around.type !== "JSXFragment") continue;
    for (const child of around.children) if (child.type === "JSXExpressionContainer") consider(child, "child");
  }
  return place;
}

/**
 * An expression of the program as source in a `js` template: operators and constants as they are, all else in holes.
 * `undefined` for what the browser has no such expression for.
 */
export function jsSource(given: Node, isReference: (node: Node) => boolean, file: string): string | undefined {
  const node = unwrapped(given);
  const hole = (node: Node): string => `\${${textOf(node, file)}}`;
  switch (node.type) {
    case "UnaryExpression":
      return between(node, [node.argument], isReference, file);
    case "BinaryExpression":
    case "LogicalExpression":
      return between(node, [node.left, node.right], isReference, file);
    case "ConditionalExpression":
      return isReference(node)
        ? hole(node)
        : between(node, [node.test, node.consequent, node.alternate], isReference, file);
    case "TemplateLiteral":
      if (node.quasis.some(({ value }) => /['\\`\n]/.test(value.raw))) return undefined;
      return node.quasis
        .flatMap(({ value }, index) => {
          const next = node.expressions[index];
          return [...(value.raw === "" ? [] : [`'${value.raw}'`]), ...(next === undefined ? [] : [hole(next)])];
        })
        .join(" + ");
    case "Literal":
      return /[\\`]|\$\{/.test(textOf(node, file)) ? undefined : textOf(node, file);
    case "Identifier":
      return node.name === "undefined" ? node.name : hole(node);
    case "MemberExpression":
    case "CallExpression":
    case "TaggedTemplateExpression":
      return hole(node);
    default:
      return undefined;
  }
}

/** Writes the operands of an operation; what stands between them, parentheses and all, stays. */
function between(
  node: Node,
  operands: readonly Node[],
  isReference: (node: Node) => boolean,
  file: string,
): string | undefined {
  let source = "";
  const [start, end] = rangeOf(node);
  let position = start;
  for (const operand of operands) {
    const [first, last] = rangeOf(operand);
    const printed = jsSource(operand, isReference, file);
    if (printed === undefined) return undefined;
    // Some parsers have a node for the parentheses.
    const isGroup = operand.type === "ParenthesizedExpression" && operations.has(unwrapped(operand).type);
    source += file.slice(position, first) + (isGroup ? `(${printed})` : printed);
    position = last;
  }
  return source + file.slice(position, end);
}
