import type { Expression, JSXElement, JSXFragment, Node } from "oxc-parser";
import { tagName, unwrapped, walk } from "../../compile/syntax-tree.js";
import { isFunction } from "../source/function-node.js";
import type { Scopes } from "../source/scopes.js";
import { markupIn } from "./pending-markup.js";
import { isAsked, isRepeatable } from "./repeatable.js";

/** What the server does with a value: a function of `client/values.ts` or `client/calls.ts`. */
export type Use =
  | "answered"
  | "askedAsync"
  | "awaited"
  | "called"
  | "calledAsync"
  | "child"
  | "cloned"
  | "compared"
  | "component"
  | "condition"
  | "given"
  | "inSource"
  | "inserted"
  | "itemsAsked"
  | "inspected"
  | "joined"
  | "json"
  | "listed"
  | "listener"
  | "predicate"
  | "sent"
  | "sentMarkup"
  | "sentUnheard"
  | "slept"
  | "spread"
  | "text"
  | "unheardFunction";

/** What is asked about a piece of the program. */
export interface Question {
  readonly start: number;
  readonly end: number;
  readonly use: Use;
  /** The pieces that the question is about. */
  readonly of: readonly Node[];
}

/**
 * How questions are written: beside a value, or around one that is too long to be written twice; before a statement, or
 * in a block with one that stands without braces.
 */
export type Asked = "beside" | "around" | "before" | "block";

/** A value of the program that the server uses as one of its own, of which the compiler can tell whether it is one. */
export interface ServerValue {
  readonly start: number;
  readonly end: number;
  readonly questions: readonly Question[];
  readonly asked: Asked;
}

/** A question about pieces of the program: about a culprit, which is one of them unless they are named. */
export function question({ start, end }: Pick<Node, "start" | "end">, use: Use, ...of: readonly Node[]): Question {
  return { start, end, use, of };
}

/** The questions about a module, as its values are come to. */
export class Questions {
  readonly #found = new Map<Node, ServerValue>();
  readonly #isPlain: (name: string) => boolean;
  readonly #scopes: Scopes;

  /**
   * @param isPlain whether all that has a name is text, a number or a boolean: nothing has to be asked about it. It is
   *   called when the module has been gone through
   */
  constructor(isPlain: (name: string) => boolean, scopes: Scopes) {
    this.#isPlain = isPlain;
    this.#scopes = scopes;
  }

  values(): readonly ServerValue[] {
    const isOpen = (node: Node): boolean => node.type !== "Identifier" || !this.#isPlain(node.name);
    return Array.from(this.#found.values())
      .map((value) => ({ ...value, questions: value.questions.filter(({ of }) => of.every(isOpen)) }))
      .filter(({ questions }) => questions.length > 0);
  }

  /** Asks about a value by how it is used. */
  add(given: Node | null | undefined, use: Use): void {
    if (!given || given.type === "SpreadElement") return;
    const node = unwrapped(given as Expression);
    if (use === "text" && node.type === "LogicalExpression") {
      if (node.operator !== "&&") this.add(node.left, use);
      this.add(node.right, use);
      return;
    }
    if (use === "text" && node.type === "ConditionalExpression") {
      this.add(node.consequent, use);
      this.add(node.alternate, use);
      return;
    }
    if (use === "text" || use === "joined")
      for (const markup of markupIn(node, this.#scopes))
        if (!this.#found.has(markup)) this.ask(markup, ...questionsOf(markup));
    if (isRepeatable(node)) this.ask(node, question(node, use, node));
    else if (isAsked(node) && !isKept(use) && !this.#found.has(node)) this.#askAround(node, question(node, use, node));
  }

  /** Asks about what decides which value an expression has. */
  test(given: Node | null | undefined): void {
    if (!given) return;
    const node = unwrapped(given as Expression);
    if (node.type === "LogicalExpression") [node.left, node.right].forEach((inner) => this.test(inner));
    else if (node.type === "ConditionalExpression")
      [node.consequent, node.alternate].forEach((inner) => this.test(inner));
    else this.add(node, "condition");
  }

  /** Asks where a value stands, which stays as it is. */
  ask(node: Node, ...questions: readonly Question[]): void {
    this.#put(node, "beside", questions);
  }

  /**
   * Asks before a statement: what is called may be an assertion, which is one only where it stands as a statement.
   *
   * @param isBody whether it is all that another one has in it, without braces
   */
  askBefore(statement: Node, isBody: boolean, ...questions: readonly Question[]): void {
    this.#put(statement, isBody ? "block" : "before", questions);
  }

  #askAround(node: Node, ...questions: readonly Question[]): void {
    this.#put(node, "around", questions);
  }

  #put(node: Node, asked: Asked, questions: readonly Question[]): void {
    if (questions.length === 0) return;
    const before = this.#found.get(node)?.questions ?? [];
    const { start } = node;
    const end = asked === "before" ? start : node.end;
    this.#found.set(node, { start, end, questions: [...before, ...questions], asked });
  }
}

/** Whether what a value is used for needs the value as it is. */
function isKept(use: Use): boolean {
  return use === "condition" || use === "inspected" || use === "listed" || use === "sent" || use === "spread";
}

/** Asks about what markup consists of and may have to be waited for. */
function questionsOf(markup: JSXElement | JSXFragment): readonly Question[] {
  const questions: Question[] = [];
  const ask = (node: Node, use: Use): void => void questions.push(question(node, use, node));
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
