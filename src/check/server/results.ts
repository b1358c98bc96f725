import type { CallExpression, Node } from "oxc-parser";
import { calledName } from "../source/called-name.js";
import { type FunctionNode, isFunction } from "../source/function-node.js";
import type { Scopes } from "../source/scopes.js";
import {
  answersOf,
  forgottenCallbacks,
  forgottenCallbacksOf,
  listeners,
  type UnheardCall,
  unheardCalls,
  unheardCallsOf,
} from "./callbacks.js";
import { callsIn, type DroppedCall, droppingStatements } from "./dropped-calls.js";
import { question, type Question, type Questions } from "./questions.js";
import { isReference } from "./repeatable.js";

/** Asks about the results of calls that nobody gets. */
export class Results {
  readonly #questions: Questions;
  readonly #scopes: Scopes;
  readonly #isTest: boolean;

  /** @param isTest whether results may be made for their own sake */
  constructor(questions: Questions, scopes: Scopes, isTest: boolean) {
    this.#questions = questions;
    this.#scopes = scopes;
    this.#isTest = isTest;
  }

  /** Asks about what becomes of the functions that a call is given. */
  ofCall(call: CallExpression, isAsync: boolean): void {
    forgottenCallbacks(call).forEach((callback) => this.#forgotten(callback, isAsync));
    listeners(call).forEach((listener) => this.#listener(listener));
    unheardCalls(call, this.#scopes).forEach((unheard) => this.#unheard(unheard));
  }

  /** Asks about what is called for nothing but its effect. */
  ofStatements(statements: readonly Node[], isAsync: boolean): void {
    for (const statement of statements) {
      for (const dropping of droppingStatements(statement)) {
        for (const dropped of callsIn(dropping.expression)) {
          if (!this.#isTest)
            this.#questions.askBefore(dropping, dropping !== statement, ...questionsAbout(dropped, isAsync));
          this.#dropped(dropped, isAsync);
        }
      }
    }
  }

  /** Asks about the functions that a call is given which is a statement. */
  #dropped({ call, isAwaited }: DroppedCall, isAsync: boolean): void {
    if (call.type !== "CallExpression") return;
    forgottenCallbacksOf(call).forEach((callback) => this.#forgotten(callback, isAsync));
    if (!isAwaited) unheardCallsOf(call, this.#scopes).forEach((unheard) => this.#unheard(unheard));
  }

  /** Asks about what a function answers with. */
  #forgotten(callback: FunctionNode, isAsync: boolean): void {
    if (this.#isTest) return;
    for (const dropped of answersOf(callback).flatMap((answer) => callsIn(answer)))
      this.#questions.ask(dropped.call, ...questionsAbout(dropped, isAsync));
  }

  /** Asks about what answers the requests of a server of Node.js, which looks at no result. */
  #listener(listener: Node): void {
    if (isReference(listener)) this.#questions.ask(listener, question(listener, "listener", listener));
    if (!isFunction(listener)) return;
    const [, response] = listener.params;
    if (response?.type !== "Identifier") return;
    for (const { call } of answersOf(listener).flatMap((answer) => callsIn(answer)))
      if (call.type === "CallExpression" && isReference(call.callee))
        this.#questions.ask(call, question(call.callee, "answered", call.callee, response));
  }

  /** Asks about what may be a send, of which nobody hears that it fails. `close` never does. */
  #unheard({ call, name }: UnheardCall): void {
    const { callee } = call;
    if (callee.type !== "MemberExpression" || !isReference(callee.object)) return;
    if (calledName(callee) === "close") return;
    this.#questions.ask(
      call,
      name ? question(name, "unheardFunction", callee.object) : question(callee, "sentUnheard", callee.object),
    );
  }
}

/** What is asked about a call for nothing but its effect. */
function questionsAbout({ call, isAwaited }: DroppedCall, isAsync: boolean): readonly Question[] {
  const callee = call.type === "CallExpression" ? call.callee : call.tag;
  if (!isReference(callee)) return [];
  const use = isAwaited ? "awaited" : isAsync ? "calledAsync" : "called";
  const isSleep = callee.type === "MemberExpression" && calledName(callee) === "sleep";
  return [question(callee, use, callee), ...(isSleep && !isAwaited ? [question(callee, "slept", callee.object)] : [])];
}
