// Objects and lists that a program writes out, by what they hold: large ones are read many times.
import type { Outcome } from "./context.js";
import { type Node, type Property, propertyName, rangeOf } from "./syntax-tree.js";

type Type<T extends string> = Extract<Node, { readonly type: T }>;
export type ObjectExpression = Type<"ObjectExpression">;
type ArrayExpression = Type<"ArrayExpression">;

/** Makes something of a node once. */
export function once<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(key)));
    return made;
  };
}

/** The properties of an object. */
export interface Properties {
  /** Those whose names the source tells, by their names: getters as well. */
  readonly named: ReadonlyMap<string, readonly Property[]>;
  /** Those whose names only the running program knows. */
  readonly computed: readonly Property[];
  /** What is spread into it. */
  readonly spread: readonly Node[];
}

export const propertiesOf: (object: ObjectExpression) => Properties = once(({ properties }) => {
  const named = new Map<string, Property[]>();
  const computed: Property[] = [];
  const spread: Node[] = [];
  for (const property of properties) {
    if (property.type === "SpreadElement") spread.push(property.argument);
    if (property.type !== "Property") continue;
    const name = propertyName(property.kind === "get" ? { ...property, kind: "init" } : property);
    if (name === undefined) {
      computed.push(property);
      continue;
    }
    const others = named.get(name);
    if (others === undefined) named.set(name, [property]);
    else others.push(property);
  }
  return { named, computed, spread };
});

/** Whether the source tells all names of an object. */
function isTold({ computed, spread }: Properties): boolean {
  return computed.length === 0 && spread.length === 0;
}

/** Whether it is known at what place each item of a list stands. */
export const hasSpread: (list: ArrayExpression) => boolean = once(({ elements }) =>
  elements.some((element) => element?.type === "SpreadElement"),
);

/** A property as a list of its name and its value. */
export function pairOf(property: Property): Node {
  let pair = pairs.get(property);
  if (pair === undefined) {
    const { key, value, computed } = property;
    const range = rangeOf(value);
    const name: Node = key.type === "Identifier" && !computed ? { type: "Literal", value: key.name, range } : key;
    pairs.set(property, (pair = { type: "ArrayExpression", elements: [name, value], range }));
  }
  return pair;
}

/** The object of one property that a list of its name and its value stands for. */
export const objectOf: (pair: ArrayExpression) => Node = once((pair) => {
  const range = rangeOf(pair);
  const [key, value] = pair.elements;
  if (!key || !value) return { type: "ObjectExpression", properties: [], range };
  const property = { type: "Property", kind: "init", key, value, computed: true, shorthand: false, range } as const;
  // There and back again, it is the same: o = Object.fromEntries(Object.entries(o)) ends.
  pairs.set(property, pair);
  return { type: "ObjectExpression", properties: [property], range };
});

const pairs = new WeakMap<Property, Node>();

const enumMembers = new WeakMap<Node, Map<string, Node>>();

/** What an enumeration has by a name. */
export function enumMember(node: Node, name = ""): Node {
  let members = enumMembers.get(node);
  if (members === undefined) enumMembers.set(node, (members = new Map()));
  let member = members.get(name);
  if (member === undefined) members.set(name, (member = { type: "Literal", value: name, raw: "" }));
  return member;
}

/** What there is where something is looked up and not found. */
export const nothing: Node = { type: "Identifier", name: "undefined" };

/** Those of many objects and lists that hold something by a name. */
interface Holding {
  readonly holders: Outcome[];
  /** How many of them are objects. */
  objects: number;
  /** How many of them are lists. */
  lists: number;
}

const none: Holding = { holders: [], objects: 0, lists: 0 };

/** Many objects and lists, which may become more, by what they hold. */
export class Holders {
  readonly #all: readonly Outcome[];
  readonly #named = new Map<string, Holding>();
  readonly #others: Outcome[] = [];
  #objects = 0;
  #lists = 0;
  #count = 0;

  constructor(all: readonly Outcome[]) {
    this.#all = all;
  }

  /** What may hold something by a name. */
  of(name: string): {
    readonly outcomes: readonly Outcome[];
    readonly isInAll: boolean;
    readonly isInAllLists: boolean;
  } {
    for (; this.#count < this.#all.length; this.#count++) this.#add(this.#all[this.#count]);
    const { holders, objects, lists } = this.#named.get(name) ?? none;
    return {
      outcomes: [...holders, ...this.#others],
      isInAll: objects === this.#objects,
      isInAllLists: lists === this.#lists,
    };
  }

  #add(outcome: Outcome | undefined): void {
    if (outcome === undefined) return;
    const { node, waits } = outcome;
    if (waits === undefined && node.type === "ObjectExpression" && isTold(propertiesOf(node))) {
      this.#objects++;
      for (const name of propertiesOf(node).named.keys()) this.#hold(name, outcome).objects++;
    } else if (waits === undefined && node.type === "ArrayExpression" && !hasSpread(node)) {
      this.#lists++;
      for (const index of node.elements.keys()) this.#hold(String(index), outcome).lists++;
    } else {
      this.#others.push(outcome);
    }
  }

  #hold(name: string, outcome: Outcome): Holding {
    let holding = this.#named.get(name);
    if (holding === undefined) this.#named.set(name, (holding = { holders: [], objects: 0, lists: 0 }));
    holding.holders.push(outcome);
    return holding;
  }
}
