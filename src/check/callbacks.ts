// What becomes of what functions answer with.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { unwrapped, walk } from "../compile/syntax-tree.js";
import { type FunctionNode, isFunction } from "./function-node.js";

/** What a function answers with: its expression, or what it returns. */
export function answersOf({ body }: FunctionNode): readonly Expression[] {
  if (!body) return [];
  if (body.type !== "BlockStatement") return [body];
  const answers: Expression[] = [];
  walk(body, (node) => {
    if (node.type === "ReturnStatement" && node.argument) answers.push(node.argument);
    return !isFunction(node);
  });
  return answers;
}

/** Whether a module tests others, which may make something to see that it can be made. */
export function isTest(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.type !== "CallExpression") return false;
    const callee = node.callee.type === "MemberExpression" ? node.callee.object : node.callee;
    return callee.type === "Identifier" && /^(?:bench|describe|it|test)$/.test(callee.name);
  });
}

/** The functions that a server of Node.js is made with. */
export function listeners(call: CallExpression): readonly FunctionNode[] {
  return /^create(?:Secure)?Server$/.test(nameOf(call.callee) ?? "") ? call.arguments.filter(isFunction) : [];
}

/** Functions that call back, and methods that do; nobody gets what comes of it. */
const timers: ReadonlySet<string> = new Set("queueMicrotask setImmediate setInterval setTimeout".split(" "));
const forgetful: ReadonlySet<string> = new Set("finally forEach nextTick".split(" "));
/** Those of them of which nobody hears that it fails. A loop of `forEach` may be one of a stream's, which does. */
const deaf: ReadonlySet<string> = new Set("addEventListener addListener nextTick on once".split(" "));
/** Those that are deaf when they are called for nothing but their effect. */
const deafAsStatements: ReadonlySet<string> = new Set("flatMap forEach map then".split(" "));

/** The functions that a call is given, and whose answers nobody gets. */
export function forgottenCallbacks(call: CallExpression): readonly FunctionNode[] {
  return isOneOf(call, timers, forgetful) ? call.arguments.filter(isFunction) : [];
}

/** Calls whose failure nobody hears of, in functions that a call is given. */
export function unheardCalls(call: CallExpression): readonly CallExpression[] {
  return isOneOf(call, timers, deaf) ? call.arguments.filter(isAsyncFunction).flatMap(awaitedCalls) : [];
}

/** Calls whose failure nobody hears of, in functions of a statement that is a call. */
export function unheardCallsOf(statement: CallExpression): readonly CallExpression[] {
  const callee = unwrapped(statement.callee);
  if (isAsyncFunction(callee)) return awaitedCalls(callee);
  if (!isOneOf(statement, none, deafAsStatements)) return [];
  // The second function of `then` hears of what failed before.
  const [callback, ...others] = statement.arguments;
  const isThen = nameOf(callee) === "then";
  if (!callback || !isFunction(callback) || (isThen && others.length > 0)) return [];
  const before = isThen && callee.type === "MemberExpression" ? unwrapped(callee.object as Expression) : undefined;
  return [
    ...(before?.type === "CallExpression" && nameOf(before.callee) === "then" ? unheardCallsOf(before) : []),
    ...(isThen || callback.async ? awaitedCalls(callback) : []),
  ];
}

const none: ReadonlySet<string> = new Set();

function isOneOf({ callee }: CallExpression, functions: ReadonlySet<string>, methods: ReadonlySet<string>): boolean {
  const name = nameOf(callee);
  return name !== undefined && (callee.type === "Identifier" ? functions : methods).has(name);
}

function nameOf(callee: Node): string | undefined {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return undefined;
  return callee.property.name;
}

function isAsyncFunction(node: Node): node is FunctionNode {
  return isFunction(node) && node.async;
}

/** The calls that a function waits for or answers with, but for those whose failure it catches. */
function awaitedCalls({ body }: FunctionNode): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  const add = (given: Node): void => {
    const node = unwrapped(given as Expression);
    if (node.type === "CallExpression") calls.push(node);
  };
  const visit = (root: Node): void =>
    walk(root, (node) => {
      if (isFunction(node)) return false;
      if ((node.type === "AwaitExpression" || node.type === "ReturnStatement") && node.argument) add(node.argument);
      if (node.type !== "TryStatement" || node.handler === null) return true;
      visit(node.handler);
      if (node.finalizer !== null) visit(node.finalizer);
      return false;
    });
  if (!body) return [];
  if (body.type !== "BlockStatement") add(body);
  visit(body);
  return calls;
}
