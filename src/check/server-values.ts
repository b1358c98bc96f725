import type { CallExpression, Expression, JSXElement, JSXFragment, Node } from "oxc-parser";
import { tagName, unwrapped, walk } from "../compile/syntax-tree.js";
import { countPlainNames } from "./plain-names.js";
import { type FunctionNode, isFunction } from "./source-form.js";

/** What the server does with a value: a function of `client-values.ts`. */
export type Use =
  | "called"
  | "calledAsync"
  | "child"
  | "component"
  | "condition"
  | "given"
  | "inSource"
  | "joined"
  | "json"
  | "spread"
  | "text";

/** What is asked about a piece of the program. */
export interface Question {
  readonly start: number;
  readonly end: number;
  readonly use: Use;
}

/** A value of the program that the server uses as one of its own, of which the compiler can tell whether it is one. */
export interface ServerValue {
  readonly start: number;
  readonly end: number;
  readonly questions: readonly Question[];
  /** Whether the question takes the place of the value, which is too long to be written twice. */
  readonly isAround: boolean;
}

/**
 * Finds the values of a program that are used as conditions, as text, as JSON and the like.
 *
 * @param nodes all of the program
 * @param given what attributes take as source, and is not written out
 * @param declared how often each name is declared in the program, in whatever scope
 */
export function serverValues(
  nodes: readonly Node[],
  given: readonly Node[],
  declared: ReadonlyMap<string, number>,
): readonly ServerValue[] {
  const uses = new Uses(declared);
  for (const node of given) {
    const value = unwrapped(node as Expression);
    if (value.type === "TemplateLiteral") value.expressions.forEach((inner) => uses.add(inner, "inSource"));
    else uses.add(value, "given");
  }
  // The functions that a node stands in.
  const functions: FunctionNode[] = [];
  for (const node of nodes) {
    while ((functions.at(-1)?.end ?? Infinity) <= node.start) functions.pop();
    if (isFunction(node)) functions.push(node);
    uses.of(node, functions.at(-1)?.async ?? false);
  }
  return uses.values();
}

/** The values of a program, as what uses them is come to. */
class Uses {
  readonly #found = new Map<Node, ServerValue>();
  readonly #declared: ReadonlyMap<string, number>;
  /** How often each name is declared as text, a number or a boolean: if always, nothing has to be asked about it. */
  readonly #plain = new Map<string, number>();
  /** Templates of which a function makes what it likes. */
  readonly #tagged = new Set<Node>();

  /** @param declared how often each name is declared in the program, in whatever scope */
  constructor(declared: ReadonlyMap<string, number>) {
    this.#declared = declared;
  }

  values(): readonly ServerValue[] {
    return Array.from(this.#found)
      .filter(([node]) => node.type !== "Identifier" || !this.#isPlain(node.name))
      .map(([, value]) => value);
  }

  /** Adds what a node uses. */
  of(node: Node, isAsync: boolean): void {
    if (isFunction(node)) countPlainNames(node, this.#plain);
    switch (node.type) {
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
      case "ConditionalExpression":
        this.#test(node.test);
        break;
      case "LogicalExpression":
        this.#test(node.left);
        break;
      case "UnaryExpression":
        if (node.operator === "!") this.#test(node.argument);
        else if (/^[-+~]$/.test(node.operator)) this.add(node.argument, "text");
        break;
      case "TaggedTemplateExpression":
        if (!isRaw(node.tag)) this.#tagged.add(node.quasi);
        break;
      case "TemplateLiteral":
        if (!this.#tagged.has(node)) node.expressions.forEach((inner) => this.add(inner, "text"));
        break;
      case "BinaryExpression":
        if (node.operator !== "+") break;
        this.#addend(node.left, node.right);
        this.#addend(node.right, node.left);
        break;
      case "AssignmentExpression":
        if (node.operator === "+=") this.#addend(node.right, node.left);
        break;
      case "ObjectExpression":
        for (const property of node.properties)
          if (property.type === "SpreadElement") this.add(property.argument, "spread");
        break;
      case "JSXSpreadAttribute":
        this.add(node.argument, "spread");
        break;
      case "CallExpression":
        this.#call(node);
        break;
      case "BlockStatement":
      case "Program":
        node.body.forEach((statement) => this.#statement(statement, isAsync));
        break;
    }
  }

  add(given: Node | undefined, use: Use): void {
    if (given === undefined || given.type === "SpreadElement") return;
    const node = unwrapped(given as Expression);
    const { start, end } = node;
    const isSimple = isRepeatable(node);
    if (use === "text" && node.type === "LogicalExpression") {
      if (node.operator !== "&&") this.add(node.left, use);
      this.add(node.right, use);
    } else if (use === "text" && node.type === "ConditionalExpression") {
      this.add(node.consequent, use);
      this.add(node.alternate, use);
    } else if (use === "text" && (node.type === "JSXElement" || node.type === "JSXFragment")) {
      this.#ask(node, questionsOf(node), false);
    } else if (isSimple || (isAsked(node) && !isKept(use))) this.#ask(node, [{ start, end, use }], !isSimple);
  }

  #ask(node: Node, questions: readonly Question[], isAround: boolean): void {
    const before = this.#found.get(node);
    if (questions.length === 0 || (before && isAround)) return;
    const { start, end } = node;
    this.#found.set(node, { start, end, questions: [...(before?.questions ?? []), ...questions], isAround });
  }

  /** Adds what decides which value an expression has. */
  #test(given: Node | null | undefined): void {
    if (!given) return;
    const node = unwrapped(given as Expression);
    if (node.type === "LogicalExpression") [node.left, node.right].forEach((inner) => this.#test(inner));
    else if (node.type === "ConditionalExpression")
      [node.consequent, node.alternate].forEach((inner) => this.#test(inner));
    else this.add(node, "condition");
  }

  /** Adds what something is added to. What is longer may be a number, and would be none any more. */
  #addend(node: Node, other: Node): void {
    if (isRepeatable(node) || /^(?:TemplateLiteral|Literal)$/.test(other.type)) this.add(node, "text");
  }

  #call({ callee, arguments: [first] }: CallExpression): void {
    if (this.#isGlobal(callee, "Boolean")) this.#test(first);
    else if (this.#isGlobal(callee, "String") || this.#isGlobal(callee, "Number")) this.add(first, "text");
    if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return;
    const { object, property } = callee;
    const { name } = property;
    if (name === "json" || (name === "stringify" && this.#isGlobal(object, "JSON"))) this.add(first, "json");
    else if (name === "join") this.add(object, "joined");
    else if (name === "toString" || name === "toLocaleString") this.add(object, "text");
    else if (asking.has(name) && first?.type === "ArrowFunctionExpression" && first.body.type !== "BlockStatement")
      this.#test(first.body);
  }

  /** Adds what is called for nothing but its effect. */
  #statement(statement: Node, isAsync: boolean): void {
    const call = statement.type === "ExpressionStatement" ? unwrapped(statement.expression) : undefined;
    if (call?.type !== "CallExpression" || !isReference(call.callee)) return;
    const { start, end } = call.callee;
    // Asked before it: what is called may be an assertion, which is one only where it stands as a statement.
    this.#found.set(statement, {
      start: statement.start,
      end: statement.start,
      questions: [{ start, end, use: isAsync ? "calledAsync" : "called" }],
      isAround: false,
    });
  }

  #isPlain(name: string): boolean {
    return this.#plain.has(name) && this.#plain.get(name) === this.#declared.get(name);
  }

  #isGlobal(node: Node, name: string): boolean {
    return node.type === "Identifier" && node.name === name && !this.#declared.has(name);
  }
}

/** Methods of lists that ask a question of each item. */
const asking: ReadonlySet<string> = new Set("every filter find findIndex findLast findLastIndex some".split(" "));

/** Whether a node names something other than the object that it stands in. */
function isReference(given: Node): boolean {
  const node = unwrapped(given as Expression);
  if (node.type === "ChainExpression") return isReference(node.expression);
  if (node.type === "MemberExpression")
    return (
      (isReference(node.object) || node.object.type === "ThisExpression") &&
      (!node.computed || node.property.type === "Literal" || isReference(node.property))
    );
  return node.type === "Identifier" && node.name !== "undefined";
}

/** Whether a node is worth asking about, and short enough to be written twice. */
function isRepeatable(given: Node): boolean {
  const node = unwrapped(given as Expression);
  if (isReference(node)) return true;
  const call = node.type === "ChainExpression" ? node.expression : node;
  return (
    call.type === "CallExpression" &&
    isReference(call.callee) &&
    call.arguments.every((argument) => argument.type === "Literal" || isReference(argument))
  );
}

/** Whether the type of a node does not show in what it is. */
function isAsked({ type }: Node): boolean {
  return /^(?:ArrayExpression|AwaitExpression|CallExpression|ChainExpression|MemberExpression|ObjectExpression)$/.test(
    type,
  );
}

/** Whether what a value is used for needs the value as it is. */
function isKept(use: Use): boolean {
  return use === "condition" || use === "spread";
}

function isRaw(tag: Node): boolean {
  return (
    tag.type === "MemberExpression" &&
    tag.object.type === "Identifier" &&
    tag.object.name === "String" &&
    tag.property.type === "Identifier" &&
    tag.property.name === "raw"
  );
}

/** Asks about what markup consists of and may have to be waited for. */
function questionsOf(markup: JSXElement | JSXFragment): readonly Question[] {
  const questions: Question[] = [];
  const ask = ({ start, end }: Node, use: Use): void => void questions.push({ start, end, use });
  walk(markup, (node) => {
    if (node.type === "JSXElement" && tagName(node.openingElement.name) === undefined) {
      ask(node.openingElement.name, "component");
      // What a component does with its children is its own affair.
    } else if (node.type === "JSXElement" || node.type === "JSXFragment") {
      for (const child of node.children)
        if (child.type === "JSXExpressionContainer" && isRepeatable(child.expression)) ask(child.expression, "child");
    }
    // The names of what functions are given mean nothing here.
    return !isFunction(node);
  });
  return questions;
}
