import type {
  Argument,
  ArrayExpressionElement,
  Expression as ExpressionNode,
  ObjectPropertyKind,
  TemplateLiteral,
} from "oxc-parser";
import { strictly } from "../base/refused-data.js";
import * as actions from "../expressions/actions.js";
import { Expression } from "../expressions/expression.js";
import { js } from "../expressions/js.js";
import { Signal } from "../expressions/signal.js";
import { signals, SignalSet } from "../expressions/signals.js";
import { Url, url } from "../expressions/url.js";
import { Html } from "../html/html.js";
import { raw } from "../html/raw.js";
import { defineRoutes } from "../routes/define-routes.js";
import type { Bindings } from "./bindings.js";
import { unwrapped } from "./syntax-tree.js";

/** What an expression evaluates to, where its source tells. */
export type Constant = { readonly value: unknown } | undefined;

/** Evaluates an expression of one module. */
export type Evaluate = (node: ExpressionNode) => Constant;

// Functions of ours whose results depend on their arguments alone, and do not change.
const functions: ReadonlyMap<string, unknown> = new Map<string, unknown>(
  Object.entries({ ...actions, defineRoutes, js, raw, signals, url }),
);

/** How many constants, or expressions in each other, may be one constant: calls nest only so deep. */
const deepest = 200;

/** Makes the function that evaluates the constant expressions of a module. */
export function evaluator(bindings: Bindings): Evaluate {
  const known = new Map<string, Constant>();
  let depth = 0;
  const named = (name: string): Constant => {
    const initial = bindings.constants.get(name);
    if (initial === undefined || depth > deepest) return known.get(name);
    if (!known.has(name)) {
      // A constant that needs itself is none.
      known.set(name, undefined);
      depth++;
      const constant = evaluate(initial);
      depth--;
      known.set(name, constant !== undefined && isImmutable(constant.value) ? constant : undefined);
    }
    return known.get(name);
  };
  const evaluate = partialEvaluator(bindings, named, () => undefined);
  return evaluate;
}

/**
 * Makes a function that evaluates expressions with unknowns in them.
 *
 * @param named evaluates a constant of the module
 * @param unknown evaluates what is not constant in objects, lists, templates and calls of our functions
 */
export function partialEvaluator(bindings: Bindings, named: (name: string) => Constant, unknown: Evaluate): Evaluate {
  const part = (node: ExpressionNode): Constant => evaluate(node) ?? unknown(node);

  let depth = 0;
  const evaluate = (given: ExpressionNode): Constant => {
    if (depth >= deepest) return undefined;
    depth++;
    const constant = constantOf(unwrapped(given));
    depth--;
    return constant;
  };

  const constantOf = (node: ExpressionNode): Constant => {
    switch (node.type) {
      case "Literal":
        // Where the parser cannot make a value of it, there is none.
        return node.value === null && node.raw !== "null" ? undefined : { value: node.value };
      case "TemplateLiteral":
        return template(node);
      case "Identifier":
        if (node.name === "undefined") return bindings.declares("undefined") ? undefined : { value: undefined };
        return named(node.name);
      case "UnaryExpression":
        return unary(node.operator, evaluate(node.argument));
      case "ArrayExpression":
        return list(node.elements);
      case "ObjectExpression":
        return object(node.properties);
      case "MemberExpression": {
        const owner = evaluate(node.object);
        if (node.computed || owner === undefined || node.property.type !== "Identifier") return undefined;
        return member(owner.value, node.property.name);
      }
      case "CallExpression": {
        const values = node.optional ? undefined : list(node.arguments);
        return values === undefined ? undefined : call(node.callee, values.value);
      }
      case "TaggedTemplateExpression": {
        const { quasis, expressions } = node.quasi;
        const values = list(expressions);
        const cooked = quasis.map(({ value }) => value.cooked ?? undefined);
        const strings = Object.assign(cooked, { raw: quasis.map(({ value }) => value.raw) });
        return values === undefined ? undefined : call(node.tag, [strings, ...values.value]);
      }
      default:
        return undefined;
    }
  };

  const call = (callee: ExpressionNode, values: readonly unknown[]): Constant => {
    const name = callee.type === "Identifier" ? bindings.imported.get(callee.name) : undefined;
    // A route, or the URL of one.
    const called = name === undefined ? evaluate(callee)?.value : functions.get(name);
    return typeof called === "function" ? attempt(() => Reflect.apply(called, undefined, values)) : undefined;
  };

  const template = ({ quasis, expressions }: TemplateLiteral): Constant => {
    const values = list(expressions);
    if (values === undefined || values.value.some((value) => typeof value === "object" || typeof value === "symbol"))
      return undefined;
    return {
      value: quasis
        .map(
          ({ value }, index) => (value.cooked ?? "") + (index < expressions.length ? String(values.value[index]) : ""),
        )
        .join(""),
    };
  };

  const list = (
    nodes: readonly (ArrayExpressionElement | Argument)[],
  ): { readonly value: readonly unknown[] } | undefined => {
    const values: unknown[] = [];
    for (const node of nodes) {
      const constant = node === null || node.type === "SpreadElement" ? undefined : part(node);
      if (constant === undefined) return undefined;
      values.push(constant.value);
    }
    return { value: values };
  };

  const object = (properties: readonly ObjectPropertyKind[]): Constant => {
    const entries: (readonly [string, unknown])[] = [];
    for (const property of properties) {
      if (property.type === "SpreadElement" || property.computed || property.method || property.kind !== "init")
        return undefined;
      const { key } = property;
      const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "__proto__";
      const constant = name === "__proto__" ? undefined : part(property.value);
      if (constant === undefined) return undefined;
      entries.push([name, constant.value]);
    }
    return { value: Object.fromEntries(entries) };
  };

  return evaluate;
}

function unary(operator: string, constant: Constant): Constant {
  if (constant === undefined) return undefined;
  if (operator === "void") return { value: undefined };
  if (operator === "!") return { value: !constant.value };
  return operator === "-" && typeof constant.value === "number" ? { value: -constant.value } : undefined;
}

/** What our functions refuse, they shall refuse when the page is rendered. */
function attempt(evaluate: () => unknown): Constant {
  try {
    return { value: strictly(evaluate) };
  } catch {
    return undefined;
  }
}

/** A signal of a set, or of the signal that it is nested in; a route, or what is known of one. */
function member(owner: unknown, name: string): Constant {
  const isOwner = owner instanceof SignalSet || owner instanceof Signal || isFrozen(owner);
  return isOwner && Object.hasOwn(owner, name) ? { value: Reflect.get(owner, name) } : undefined;
}

/** Whether it is an object that cannot change: routes are. */
function isFrozen(value: unknown): value is object {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && Object.isFrozen(value);
}

const immutable = [Expression, Html, Signal, SignalSet, Url];

function isImmutable(value: unknown): boolean {
  // What is no object is frozen.
  return Object.isFrozen(value) || immutable.some((type) => value instanceof type);
}
