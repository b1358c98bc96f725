import type { Cell } from "./cell.js";
import type { Context, Outcome } from "./context.js";
import {
  enumMember,
  hasSpread,
  Holders,
  nothing,
  type ObjectExpression,
  objectOf,
  pairOf,
  propertiesOf,
} from "./members.js";
import { type Binding, isFunction, type Placed, type Scope } from "./scopes.js";
import { type CallExpression, type FunctionNode, memberName, type Node, unwrapped } from "./syntax-tree.js";

// Methods of lists and collections that return all or some of the items.
const sameItems: ReadonlySet<string> = new Set("entries filter reverse slice sort toReversed toSorted".split(" "));
// Of so many objects, those that hold something by a name are looked up.
const many = 8;
const index = /^\d+$/;

/** What a name stands for. */
export interface Bound {
  readonly outcomes: readonly Outcome[];
  /** Whether it may be something else as well. */
  readonly isOpen: boolean;
}

/** Follows expressions to what they may evaluate to. */
export interface Following {
  /** Answers a question about something, once. */
  ask(about: object, question: string, context: Context, answer: (cell: Cell) => void): Cell;
  follow(node: Node, scope: Scope, context: Context): readonly Outcome[];
  /** What a name stands for; `undefined` for what is no name, or one that is given nothing. */
  binding(placed: Placed, context: Context): Bound | undefined;
  /** Adds what the functions return that an expression stands for. */
  called(cell: Cell, callee: Node, call: Node, scope: Scope, context: Context): void;
  /** Adds what a function returns. */
  enter(cell: Cell, node: FunctionNode & Node, call: Placed, context: Context): void;
}

/** What is in the objects, lists and collections of a program. */
export class Collections {
  readonly #flow: Following;
  readonly #holders = new WeakMap<readonly Outcome[], Holders>();

  constructor(flow: Following) {
    this.#flow = flow;
  }

  /** What a property holds in each object that it can be read of. */
  members(given: Node, name: string | undefined, scope: Scope, from: Context): Cell {
    const object = unwrapped(given);
    const context = from.at(object);
    const about = bindingOf(object, scope) ?? object;
    return this.#flow.ask(about, name === undefined ? "[]" : `.${name}`, context, (cell) => {
      const binding = this.#flow.binding({ node: object, scope }, context);
      const objects = binding?.outcomes ?? this.#flow.follow(object, scope, context);
      if (binding?.isOpen) cell.isUnknown = true;
      let read = objects;
      let isMoved = name !== undefined && index.test(name) && objects.length > 1;
      if (name !== undefined && objects.length > many) {
        const held = this.#holdersOf(objects).of(name);
        if (!held.isInAll) cell.isUnknown = true;
        isMoved &&= !held.isInAllLists;
        read = held.outcomes;
      } else {
        isMoved &&= !objects.every(
          ({ node }) => node.type !== "ArrayExpression" || Number(name) < node.elements.length,
        );
      }
      for (const object of read) if (!this.#read(cell, object, name, context)) cell.isUnknown = true;
      // What is pushed onto a list is behind all that was there before.
      if (isMoved && !cell.takeKnown(this.items(object, scope, context))) cell.isUnknown = true;
    });
  }

  #holdersOf(objects: readonly Outcome[]): Holders {
    let holders = this.#holders.get(objects);
    if (holders === undefined) this.#holders.set(objects, (holders = new Holders(objects)));
    return holders;
  }

  /**
   * Adds what an object has by a name.
   *
   * @param name `undefined` for a property that only the running program knows
   * @returns whether the program tells
   */
  #read(cell: Cell, { node: object, scope, waits }: Outcome, name: string | undefined, context: Context): boolean {
    if (waits !== undefined) return (cell.isWaiting = true);
    const given = (node: Node | null | undefined): void => {
      if (node) cell.addAll(this.#flow.follow(node, scope, context));
    };
    switch (object.type) {
      case "TSEnumDeclaration":
        cell.add({ node: enumMember(object, name), scope });
        return true;
      case "ArrayExpression":
        if (name === undefined) for (const element of object.elements) this.#element(cell, element, scope, context);
        else if (hasSpread(object)) return false;
        else given(object.elements[Number(name)]);
        return true;
      case "ObjectExpression":
        return this.#property(cell, object, name, scope, context);
      case "CallExpression":
        return name === undefined && this.#made(cell, object, scope, context);
      case "NewExpression":
        // A collection of the language: new Map([…]).
        return (
          name === undefined &&
          object.arguments[0] !== undefined &&
          cell.takeKnown(this.items(object.arguments[0], scope, context))
        );
      default:
        return false;
    }
  }

  #property(cell: Cell, object: ObjectExpression, name: string | undefined, scope: Scope, context: Context): boolean {
    const { named, computed, spread } = propertiesOf(object);
    const properties =
      name === undefined ? [...[...named.values()].flat(), ...computed] : (named.get(name) ?? computed);
    for (const { kind, value } of properties)
      if (kind !== "get") cell.addAll(this.#flow.follow(value, scope, context));
      else if (isFunction(value)) this.#flow.enter(cell, value, { node: value, scope }, context);
    if (spread.length === 0) return properties.length > 0;
    const spreadIn = this.#flow.ask(object, `...${name ?? "[]"}`, context.at(object), (cell) => {
      for (const node of spread) cell.takeAll(this.members(node, name, scope, context));
    });
    return cell.takeKnown(spreadIn) || properties.length > 0;
  }

  /** The items of a list; not known if there are none. */
  items(given: Node, scope: Scope, from: Context): Cell {
    const list = unwrapped(given);
    const context = from.at(list);
    return this.#flow.ask(bindingOf(list, scope) ?? list, "items", context, (cell) => {
      const binding = this.#flow.binding({ node: list, scope }, context);
      for (const object of binding?.outcomes ?? this.#flow.follow(list, scope, context))
        if (object.node.type !== "ObjectExpression") this.#read(cell, object, undefined, context);
    });
  }

  /** One of the items of a list, or what it has by a name, where something is looked up: it need not be there. */
  looked(given: Node, name: string | undefined, scope: Scope, from: Context): Cell {
    const list = unwrapped(given);
    const context = from.at(list);
    return this.#flow.ask(bindingOf(list, scope) ?? list, `one${name ?? ""}`, context, (cell) => {
      const items = this.items(list, scope, context);
      if (name === undefined) cell.takeAll(items);
      else this.#part(cell, items, name, context);
      if (items.outcomes.length > 0) cell.add({ node: nothing, scope });
    });
  }

  /** An item of a list, or the items of another that is spread there: what is not known stands for itself. */
  #element(cell: Cell, element: Node | null, scope: Scope, context: Context): void {
    if (element === null) return;
    if (element.type !== "SpreadElement") return cell.addAll(this.#flow.follow(element, scope, context));
    if (!cell.takeKnown(this.items(element.argument, scope, context))) cell.add({ node: element.argument, scope });
  }

  /** What each of many lists has by a name. */
  #part(cell: Cell, wholes: Cell, name: string, context: Context): void {
    cell.isWaiting ||= wholes.isWaiting;
    for (const whole of wholes.outcomes) if (!this.#read(cell, whole, name, context)) cell.add(whole);
  }

  /** The object that `Object.fromEntries(…)` makes of a list of names and values. */
  object(cell: Cell, list: Node, scope: Scope, context: Context): void {
    const pairs = this.items(list, scope, context);
    cell.isWaiting ||= pairs.isWaiting;
    for (const pair of pairs.outcomes)
      cell.add(pair.node.type === "ArrayExpression" ? { ...pair, node: objectOf(pair.node) } : pair);
  }

  /** The values of an object, or its names and values in pairs. */
  #entries(given: Node, scope: Scope, from: Context, inPairs: boolean): Cell {
    const object = unwrapped(given);
    const context = from.at(object);
    return this.#flow.ask(
      bindingOf(object, scope) ?? object,
      inPairs ? "pairs" : "values",
      context.at(object),
      (cell) => {
        for (const outcome of this.#flow.follow(object, scope, context)) {
          const { node, scope, waits } = outcome;
          if (waits !== undefined) cell.isWaiting = true;
          else if (node.type !== "ObjectExpression") cell.add(outcome);
          else
            for (const property of node.properties)
              if (property.type === "SpreadElement")
                cell.takeAll(this.#entries(property.argument, scope, context, inPairs));
              else if (property.type === "Property" && inPairs) cell.add({ node: pairOf(property), scope });
              else if (property.type === "Property") cell.addAll(this.#flow.follow(property.value, scope, context));
        }
      },
    );
  }

  /** Adds the items of a list that a call makes. */
  #made(cell: Cell, call: CallExpression & Node, scope: Scope, context: Context): boolean {
    const { callee, arguments: given } = call;
    if (callee.type !== "MemberExpression") return false;
    const { object } = callee;
    const method = memberName(callee) ?? "";
    const [first] = given;
    if (object.type === "Identifier" && object.name === "Object" && first !== undefined)
      if (method === "entries" || method === "values") {
        cell.takeAll(this.#entries(first, scope, context, method === "entries"));
        return true;
      }
    if (method === "values") {
      const pairs = this.items(object, scope, context);
      this.#part(cell, pairs, "1", context);
      return !pairs.isUnknown;
    }
    if (method === "from" && first !== undefined && given.length === 1)
      return cell.takeKnown(this.items(first, scope, context));
    if (sameItems.has(method)) return cell.takeKnown(this.items(object, scope, context));
    if (method !== "map" && method !== "flatMap" && method !== "from") return false;
    const made = this.#flow.ask(call, "made", context.at(call), (cell) => {
      for (const node of given) this.#flow.called(cell, node, call, scope, context);
    });
    return cell.takeKnown(made);
  }
}

/** What stands for the same wherever it is written. */
export function bindingOf(node: Node, scope: Scope): Binding | undefined {
  if (node.type === "ThisExpression") return scope.find("this");
  return node.type === "Identifier" ? scope.find(node.name) : undefined;
}
