// What becomes of what functions answer with.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { unwrapped, walk } from "../../compile/syntax-tree.js";
import { calledName } from "../source/called-name.js";
import { type FunctionNode, isFunction } from "../source/function-node.js";
import type { Scopes } from "../source/scopes.js";

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

/** What a server of Node.js is made with to answer requests. */
export function listeners({ callee, arguments: given }: CallExpression): readonly Node[] {
  const [first, ...others] = given;
  if (calledName(callee) === "on" && callee.type === "MemberExpression")
    return first?.type === "Literal" && first.value === "request" ? others : [];
  return /^create(?:Secure)?Server$/.test(calledName(callee) ?? "") ? given : [];
}

/** Functions that call back, and methods that do; nobody gets what comes of it. */
const timers: ReadonlySet<string> = new Set("queueMicrotask setImmediate setInterval setTimeout".split(" "));
const forgetful: ReadonlySet<string> = new Set("finally forEach nextTick".split(" "));
/** Those of which nobody gets it when they are called for nothing but their effect. */
const forgetfulAsStatements: ReadonlySet<string> = new Set("catch flatMap map then".split(" "));
/** Those of which nobody hears that it fails. */
const deaf: ReadonlySet<string> = new Set("addEventListener addListener listen nextTick on once subscribe".split(" "));
/** The same for statements. A loop of `forEach` elsewhere may be one of a stream's, which hears of it. */
const deafAsStatements: ReadonlySet<string> = new Set("flatMap forEach map then".split(" "));

/** The functions that a call is given, and whose answers nobody gets. */
export function forgottenCallbacks(call: CallExpression): readonly FunctionNode[] {
  return isOneOf(call, timers, forgetful) ? call.arguments.filter(isFunction) : [];
}

/** The same for a call that is a statement. */
export function forgottenCallbacksOf(statement: CallExpression): readonly FunctionNode[] {
  return isOneOf(statement, none, forgetfulAsStatements) ? statement.arguments.filter(isFunction) : [];
}

/** A call whose failure nobody hears of. */
export interface UnheardCall {
  readonly call: CallExpression;
  /** What names the function that it stands in, if that stands elsewhere. */
  readonly name: Node | undefined;
}

/** Calls whose failure nobody hears of, in functions that a call is given. */
export function unheardCalls(call: CallExpression, scopes: Scopes): readonly UnheardCall[] {
  return isOneOf(call, timers, deaf) ? call.arguments.flatMap((given) => unheardIn(given, scopes)) : [];
}

/** Calls whose failure nobody hears of, in functions of a statement that is a call. */
export function unheardCallsOf(statement: CallExpression, scopes: Scopes): readonly UnheardCall[] {
  const { callee } = statement;
  if (callee.type !== "MemberExpression") return unheardIn(callee, scopes);
  if (!isOneOf(statement, none, deafAsStatements)) return [];
  const [callback, ...others] = statement.arguments;
  if (callback === undefined) return [];
  if (calledName(callee) !== "then") return unheardIn(callback, scopes);
  // The second function of `then` hears of what failed before.
  if (others.length > 0) return [];
  const before = unwrapped(callee.object as Expression);
  return [
    ...(before.type === "CallExpression" && calledName(before.callee) === "then" ? unheardCallsOf(before, scopes) : []),
    ...(isFunction(callback) ? awaitedCalls(callback).map((call) => ({ call, name: undefined })) : []),
  ];
}

const none: ReadonlySet<string> = new Set();

/** The calls that an asynchronous function waits for. */
function unheardIn(given: Node, scopes: Scopes): readonly UnheardCall[] {
  const found = functionOf(given, scopes);
  const name = given.type === "Identifier" ? given : undefined;
  return found?.async === true && !found.generator ? awaitedCalls(found).map((call) => ({ call, name })) : [];
}

/** The function that a node is, or names. */
function functionOf(given: Node, scopes: Scopes): FunctionNode | undefined {
  const node = unwrapped(given as Expression);
  if (isFunction(node)) return node;
  const binding = node.type === "Identifier" ? scopes.bindingOf(node) : undefined;
  const value = binding?.function ?? (binding?.initial && unwrapped(binding.initial));
  return value && isFunction(value) ? value : undefined;
}

function isOneOf({ callee }: CallExpression, functions: ReadonlySet<string>, methods: ReadonlySet<string>): boolean {
  const name = calledName(callee);
  return name !== undefined && (callee.type === "Identifier" ? functions : methods).has(name);
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
