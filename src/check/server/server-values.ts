import type { CallExpression, Expression, MemberExpression, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { testOf } from "../source/conditions.js";
import { type FunctionNode, isFunction } from "../source/function-node.js";
import { countPlainNames } from "../source/plain-names.js";
import type { Scopes } from "../source/scopes.js";
import { answersOf, isTest } from "./callbacks.js";
import { question, Questions, type ServerValue, type Use } from "./questions.js";
import { isReference, isRepeatable } from "./repeatable.js";
import { Results } from "./results.js";

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
  scopes: Scopes,
): readonly ServerValue[] {
  const uses = new Uses(declared, scopes, isTest(nodes));
  for (const node of given) uses.ofSource(unwrapped(node as Expression));
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
  readonly #declared: ReadonlyMap<string, number>;
  /** How often each name is declared as text, a number or a boolean. */
  readonly #plain = new Map<string, number>();
  /** Templates of which a function makes what it likes. */
  readonly #tagged = new Set<Node>();
  readonly #questions: Questions;
  readonly #results: Results;

  /** @param declared how often each name is declared in the program, in whatever scope */
  constructor(declared: ReadonlyMap<string, number>, scopes: Scopes, isTest: boolean) {
    this.#declared = declared;
    const isPlain = (name: string): boolean => this.#plain.has(name) && this.#plain.get(name) === declared.get(name);
    this.#questions = new Questions(isPlain, scopes);
    this.#results = new Results(this.#questions, scopes, isTest);
  }

  values(): readonly ServerValue[] {
    return this.#questions.values();
  }

  /** Adds what an attribute takes as source. */
  ofSource(value: Node): void {
    if (value.type === "TemplateLiteral") value.expressions.forEach((inner) => this.#add(inner, "inSource"));
    else this.#add(value, "given");
  }

  /** Adds what a node uses. */
  of(node: Node, isAsync: boolean): void {
    if (isFunction(node)) countPlainNames(node, this.#plain);
    this.#questions.test(testOf(node));
    switch (node.type) {
      case "LogicalExpression":
        this.#questions.test(node.left);
        break;
      case "UnaryExpression":
        if (node.operator === "!") this.#questions.test(node.argument);
        else if (/^[-+~]$/.test(node.operator)) this.#add(node.argument, "text");
        break;
      case "TaggedTemplateExpression":
        if (isRaw(node.tag)) break;
        this.#tagged.add(node.quasi);
        if (isSql(node.tag)) node.quasi.expressions.forEach((inner) => this.#add(inner, "inserted"));
        break;
      case "TemplateLiteral":
        if (!this.#tagged.has(node)) node.expressions.forEach((inner) => this.#add(inner, "text"));
        break;
      case "BinaryExpression":
        this.#operation(node);
        break;
      case "ForInStatement":
        this.#add(node.right, "listed");
        break;
      case "AssignmentExpression":
        if (node.operator === "+=") this.#addend(node.right, node.left);
        break;
      case "ObjectExpression":
        for (const property of node.properties)
          if (property.type === "SpreadElement") this.#add(property.argument, "spread");
        break;
      case "JSXSpreadAttribute":
        this.#add(node.argument, "spread");
        break;
      case "CallExpression":
        this.#call(node, isAsync);
        break;
      case "BlockStatement":
      case "Program":
        this.#results.ofStatements(node.body, isAsync);
        break;
      case "SwitchCase":
        this.#results.ofStatements(node.consequent, isAsync);
        break;
    }
  }

  #add(given: Node | null | undefined, use: Use): void {
    this.#questions.add(given, use);
  }

  #operation({ operator, left, right, start, end }: Extract<Node, { type: "BinaryExpression" }>): void {
    if (operator === "+") {
      this.#addend(left, right);
      this.#addend(right, left);
    } else if (operator === "in") {
      // Who asks so wants to know whether it is a promise.
      if (left.type !== "Literal" || !/^(?:catch|finally|then)$/.test(String(left.value))) this.#add(right, "listed");
    } else if (/^[!=]==?$/.test(operator)) {
      this.#comparison(left, right);
      this.#comparison(right, left);
      if (isRepeatable(left) && isRepeatable(right))
        this.#questions.ask(left, question({ start, end }, "compared", left, right));
    }
  }

  /** Adds what is asked for its type, or whether it is there. */
  #comparison(node: Node, other: Node): void {
    const isNothing =
      (other.type === "Literal" && other.value === null && "raw" in other && other.raw === "null") ||
      (other.type === "Identifier" && other.name === "undefined");
    if (isNothing) this.#add(node, "inspected");
    else if (
      node.type === "UnaryExpression" &&
      node.operator === "typeof" &&
      other.type === "Literal" &&
      other.value !== "object"
    )
      this.#add(node.argument, "inspected");
  }

  /** Adds what something is added to. What is longer may be a number, and would be none any more. */
  #addend(node: Node, other: Node): void {
    if (isRepeatable(node) || /^(?:TemplateLiteral|Literal)$/.test(other.type)) this.#add(node, "text");
  }

  #call(node: CallExpression, isAsync: boolean): void {
    const {
      callee,
      arguments: [first],
    } = node;
    if (this.#isGlobal(callee, "Boolean")) this.#questions.test(first);
    else if (this.#isGlobal(callee, "String") || this.#isGlobal(callee, "Number")) this.#add(first, "text");
    else if (this.#isGlobal(callee, "structuredClone")) this.#add(first, "cloned");
    this.#results.ofCall(node, isAsync);
    if (callee.type === "MemberExpression") this.#methodCall(callee, node);
  }

  #methodCall({ object, property, computed }: MemberExpression, { arguments: given }: CallExpression): void {
    if (computed || property.type !== "Identifier") return;
    const { name } = property;
    const [first, ...others] = given;
    if (name === "json" || (name === "stringify" && this.#isGlobal(object, "JSON"))) this.#add(first, "json");
    else if (name === "join") this.#add(object, "joined");
    else if (name === "toString" || name === "toLocaleString") this.#add(object, "text");
    else if (name === "dispatchCustomEvent") this.#add(others[0], "json");
    else if (/^(?:entries|hasOwn|keys|values)$/.test(name) && this.#isGlobal(object, "Object"))
      this.#add(first, "listed");
    else if (name === "assign" && this.#isGlobal(object, "Object")) others.forEach((one) => this.#add(one, "spread"));
    else if (
      (name === "isArray" && this.#isGlobal(object, "Array")) ||
      (/^is[A-Z]/.test(name) && this.#isGlobal(object, "Number"))
    )
      this.#add(first, "inspected");
    else if (/^(?:sort|toSorted)$/.test(name) && first === undefined) this.#sorted(object);
    else if (/^(?:end|send|write)$/.test(name) && first !== undefined) this.#sent(object, first);
    else if (asking.has(name) && first !== undefined)
      // Who filters so wants what is there.
      if (!this.#isGlobal(first, "Boolean")) this.#predicate(object, first);
      else if (name !== "filter") this.#add(object, "itemsAsked");
  }

  /** Adds a list that is sorted as text. */
  #sorted(list: Node): void {
    const copied = list.type === "ArrayExpression" && list.elements.length === 1 ? list.elements[0] : undefined;
    const items = copied?.type === "SpreadElement" ? copied.argument : list;
    if (isRepeatable(items)) this.#add(items, "joined");
  }

  /** Adds what a response is given that takes anything. */
  #sent(response: Node, given: Node): void {
    if (!isRepeatable(response)) return;
    const value = unwrapped(given as Expression);
    if (value.type === "JSXElement" || value.type === "JSXFragment")
      this.#questions.ask(value, question(value, "sentMarkup", response));
    else if (isRepeatable(value)) this.#questions.ask(value, question(value, "sent", value, response));
  }

  /** Adds what a list asks each of its items. */
  #predicate(list: Node, asked: Node): void {
    if (isReference(asked)) {
      if (isRepeatable(list)) this.#questions.ask(asked, question(asked, "predicate", asked, list));
      return;
    }
    if (!isFunction(asked)) return;
    const { start } = asked;
    if (!asked.async) answersOf(asked).forEach((answer) => this.#questions.test(answer));
    else if (isRepeatable(list))
      this.#questions.ask(list, question({ start, end: start + "async".length }, "askedAsync", list));
  }

  #isGlobal(node: Node, name: string): boolean {
    return node.type === "Identifier" && node.name === name && !this.#declared.has(name);
  }
}

/** Methods of lists that ask a question of each item. */
const asking: ReadonlySet<string> = new Set("every filter find findIndex findLast findLastIndex some".split(" "));

function isRaw(tag: Node): boolean {
  return (
    tag.type === "MemberExpression" &&
    tag.object.type === "Identifier" &&
    tag.object.name === "String" &&
    tag.property.type === "Identifier" &&
    tag.property.name === "raw"
  );
}

function isSql(given: Node): boolean {
  const tag = given.type === "MemberExpression" ? given.property : given;
  return tag.type === "Identifier" && /^sql$/i.test(tag.name);
}
