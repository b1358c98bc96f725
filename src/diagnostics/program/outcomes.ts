import { isPlainAssignment } from "./object-changes.js";
import { type Binding, isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import {
  type CallExpression,
  type FunctionNode,
  memberName,
  type MemberExpression,
  type Node,
  type Property,
  propertyName,
  rangeOf,
  unwrapped,
} from "./syntax-tree.js";

/**
 * The expressions one of which an expression evaluates to, as far as the program tells: the branches of a conditional,
 * what a name, a parameter or a property of an object was given, what a function of the program returns. What cannot be
 * followed further, or may be something else as well, stands for itself.
 */
export function outcomesOf(placed: Placed, program: ProgramNames): readonly Placed[] {
  return new Follower(program).follow(placed);
}

// Functions that give back what they get.
const passing: ReadonlySet<string> = new Set(["Object.freeze", "Object.seal", "Promise.resolve"]);
// Methods of lists that return one of the items.
const oneItem: ReadonlySet<string> = new Set("at find findLast pop shift".split(" "));
// Methods of lists and collections that return all or some of the items.
const sameItems: ReadonlySet<string> = new Set("entries filter reverse slice sort toReversed toSorted".split(" "));
// Programs in which a value can take more ways than this are not followed to the end.
const mostSteps = 10_000;

class Follower {
  readonly #program: ProgramNames;
  /** The names and functions that have been followed, so that circles end. */
  readonly #seen = new Set<object>();
  /** The calls by which functions have been entered: their parameters have what those give. */
  readonly #calls = new Map<Node, Node>();
  /** The properties that are being read of objects, so that `list = [...list, item]` ends. */
  readonly #reading = new Map<Node, Set<string | undefined>>();
  #steps = 0;

  constructor(program: ProgramNames) {
    this.#program = program;
  }

  follow({ node: given, scope }: Placed): readonly Placed[] {
    const node = unwrapped(given);
    const itself = [{ node, scope }];
    if (++this.#steps > mostSteps) return itself;
    const all = (nodes: readonly Node[]): readonly Placed[] => nodes.flatMap((node) => this.follow({ node, scope }));
    switch (node.type) {
      case "ConditionalExpression":
        return all([node.consequent, node.alternate]);
      case "LogicalExpression":
        // What is falsy in front of an `&&` leaves the attribute out.
        return all(node.operator === "&&" ? [node.right] : [node.left, node.right]);
      case "SequenceExpression":
        return all(node.expressions.slice(-1));
      case "AssignmentExpression":
        return isPlainAssignment(node.operator) ? all([node.right]) : itself;
      case "AwaitExpression":
        return all([node.argument]);
      case "Identifier":
        return this.#values(scope.find(node.name), itself);
      case "ThisExpression":
        return this.#values(scope.find("this"), itself);
      case "MemberExpression":
        return this.#members(node, scope) ?? itself;
      case "NewExpression":
        return all([node.callee]).some(({ node }) => node.type === "ObjectExpression") ? all([node.callee]) : itself;
      case "CallExpression":
        return this.#returned(node, scope) ?? itself;
      default:
        return itself;
    }
  }

  #values(binding: Binding | undefined, itself: readonly Placed[]): readonly Placed[] {
    if (binding === undefined || binding.values.length === 0) return itself;
    if (this.#seen.has(binding)) return [];
    const call = binding.owner && this.#calls.get(binding.owner);
    const isGiven = call !== undefined && binding.values.some((value) => value.call === call);
    const values = isGiven
      ? binding.values.filter((value) => value.call === undefined || value.call === call)
      : binding.values;
    this.#seen.add(binding);
    const followed = values.flatMap((value) => this.follow(value));
    this.#seen.delete(binding);
    return binding.isOpen && !isGiven ? [...followed, ...itself] : followed;
  }

  #returned(node: CallExpression & Node, scope: Scope): readonly Placed[] | undefined {
    const { callee, arguments: given } = node;
    const [first] = given;
    if (callee.type === "MemberExpression") {
      const method = memberName(callee) ?? "";
      const name = callee.object.type === "Identifier" ? `${callee.object.name}.${method}` : method;
      if (first !== undefined && passing.has(name)) return this.follow({ node: first, scope });
      if (first !== undefined && name === "Object.fromEntries") return this.#object(first, scope);
      const found = this.#returnedBy(method, node, callee.object, scope);
      if (found !== undefined) return found;
      if (name === "Object.assign") return given.flatMap((node) => this.follow({ node, scope }));
      if (oneItem.has(method)) return orNothing(this.#itemsOf(callee.object, scope), scope);
      if (method === "reduce" || method === "reduceRight") {
        const results = given.flatMap((node) => this.follow({ node, scope }));
        return results.flatMap((result) => (isFunction(result.node) ? this.#enter(result.node, node) : [result]));
      }
    }
    return this.#called(callee, node, scope);
  }

  /** What the methods of functions and of collections return. */
  #returnedBy(method: string, call: Node, object: Node, scope: Scope): readonly Placed[] | undefined {
    if (method === "call" || method === "apply") return this.#called(object, call, scope);
    if (method === "get") return orNothing(this.#partsOf(this.#itemsOf(object, scope), "1"), scope);
    const bound = method === "bind" ? this.follow({ node: object, scope }) : [];
    return bound.some(({ node }) => isFunction(node)) ? bound : undefined;
  }

  #called(callee: Node, call: Node, scope: Scope): readonly Placed[] | undefined {
    const returned = this.follow({ node: callee, scope }).flatMap(({ node }) =>
      isFunction(node) ? this.#enter(node, call) : [],
    );
    return returned.length > 0 ? returned : undefined;
  }

  /** What a function returns when it is called. */
  #enter(node: FunctionNode & Node, call: Node): readonly Placed[] {
    if (this.#seen.has(node)) return [];
    this.#seen.add(node);
    this.#calls.set(node, call);
    const returned = this.#program.returned(node).flatMap((value) => this.follow(value));
    this.#calls.delete(node);
    this.#seen.delete(node);
    return returned;
  }

  /** What a property holds in each object that it can be read of, and the node itself if one of them does not tell. */
  #members(node: MemberExpression & Node, here: Scope): readonly Placed[] | undefined {
    const objects = this.follow({ node: node.object, scope: here });
    const name = memberName(node);
    const held: Placed[] = [];
    let isKnown = true;
    for (const object of objects) {
      const found = this.#heldBy(object, name);
      held.push(...(found ?? []));
      isKnown &&= found !== undefined;
    }
    if (held.length === 0) return undefined;
    return isKnown ? held : [...held, { node, scope: here }];
  }

  /** @param name `undefined` for a property that only the running program knows */
  #heldBy(object: Placed, name: string | undefined): readonly Placed[] | undefined {
    return this.#once(object.node, name, () => this.#read(object, name));
  }

  /** What an object is made of that is made of itself adds nothing to what it holds. */
  #once<Held>(node: Node, name: string | undefined, read: () => Held): Held | readonly Placed[] {
    const names = this.#reading.get(node) ?? new Set();
    if (names.has(name)) return [];
    this.#reading.set(node, names.add(name));
    const held = read();
    names.delete(name);
    return held;
  }

  #read({ node: object, scope }: Placed, name: string | undefined): readonly Placed[] | undefined {
    if (object.type === "TSEnumDeclaration") return [{ node: { type: "Literal", value: name ?? "", raw: "" }, scope }];
    const all = (nodes: readonly Node[]): readonly Placed[] => nodes.flatMap((node) => this.follow({ node, scope }));
    if (object.type === "ArrayExpression") {
      if (name === undefined)
        return object.elements.flatMap((element) => (element ? this.#element(element, scope) : []));
      if (object.elements.some((element) => element?.type === "SpreadElement")) return undefined;
      return all([object.elements[Number(name)]].flatMap((element) => element ?? []));
    }
    if (object.type === "CallExpression" && name === undefined) return this.#made(object, scope);
    // A collection of the language: new Map([…]).
    if (object.type === "NewExpression" && name === undefined && object.arguments[0] !== undefined)
      return this.#itemsOf(object.arguments[0], scope);
    if (object.type !== "ObjectExpression") return undefined;
    const found = object.properties.flatMap((property) => {
      if (property.type === "SpreadElement") {
        return this.follow({ node: property.argument, scope }).flatMap((spread) => this.#heldBy(spread, name) ?? []);
      }
      if (property.type !== "Property") return [];
      const isGetter = property.kind === "get";
      const key = propertyName(isGetter ? { ...property, kind: "init" } : property);
      if (key === undefined || (name !== undefined && key !== name)) return [];
      return isGetter && isFunction(property.value)
        ? this.#enter(property.value, property.value)
        : this.follow({ node: property.value, scope });
    });
    return found.length === 0 ? undefined : found;
  }

  #itemsOf(list: Node, scope: Scope): readonly Placed[] | undefined {
    const items = this.follow({ node: list, scope }).flatMap((object) =>
      object.node.type === "ObjectExpression" ? [] : (this.#heldBy(object, undefined) ?? []),
    );
    return items.length === 0 ? undefined : items;
  }

  /** An item of a list, or the items of another that is spread there: what is not known stands for itself. */
  #element(element: Node, scope: Scope): readonly Placed[] {
    if (element.type !== "SpreadElement") return this.follow({ node: element, scope });
    return this.#itemsOf(element.argument, scope) ?? [{ node: element.argument, scope }];
  }

  #partsOf(wholes: readonly Placed[] | undefined, name: string): readonly Placed[] | undefined {
    return wholes?.flatMap((whole) => this.#heldBy(whole, name) ?? [whole]);
  }

  /** The object that `Object.fromEntries(…)` makes of a list of names and values. */
  #object(list: Node, scope: Scope): readonly Placed[] | undefined {
    return this.#itemsOf(list, scope)?.map((pair) =>
      pair.node.type === "ArrayExpression" ? { node: objectOf(pair.node), scope: pair.scope } : pair,
    );
  }

  /** The values of an object, or its names and values in pairs. */
  #entriesOf(object: Node, scope: Scope, inPairs: boolean): readonly Placed[] {
    return this.follow({ node: object, scope }).flatMap((outcome) => {
      const { node, scope } = outcome;
      if (node.type !== "ObjectExpression") return [outcome];
      const read = (): readonly Placed[] =>
        node.properties.flatMap((property) => {
          if (property.type === "SpreadElement") return this.#entriesOf(property.argument, scope, inPairs);
          if (property.type !== "Property") return [];
          return inPairs ? [{ node: pairOf(property), scope }] : this.follow({ node: property.value, scope });
        });
      return this.#once(node, undefined, read);
    });
  }

  /** The items of a list that a call makes. */
  #made(call: CallExpression & Node, scope: Scope): readonly Placed[] | undefined {
    const { callee, arguments: given } = call;
    if (callee.type !== "MemberExpression") return undefined;
    const method = memberName(callee) ?? "";
    const [first] = given;
    const isOfObject = callee.object.type === "Identifier" && callee.object.name === "Object";
    if (isOfObject && first !== undefined && (method === "entries" || method === "values"))
      return this.#entriesOf(first, scope, method === "entries");
    if (method === "values") return this.#partsOf(this.#itemsOf(callee.object, scope), "1");
    if (method === "from" && given.length === 1 && first !== undefined) return this.#itemsOf(first, scope);
    if (sameItems.has(method)) return this.#itemsOf(callee.object, scope);
    if (method !== "map" && method !== "flatMap" && method !== "from") return undefined;
    const functions = given.flatMap((node) => this.follow({ node, scope }));
    const made = functions.flatMap(({ node }) => (isFunction(node) ? this.#enter(node, call) : []));
    return made.length === 0 ? undefined : made;
  }
}

/** What is looked up need not be there. */
function orNothing(found: readonly Placed[] | undefined, scope: Scope): readonly Placed[] | undefined {
  return found && [...found, { node: { type: "Identifier", name: "undefined" }, scope }];
}

type ArrayExpression = Extract<Node, { readonly type: "ArrayExpression" }>;

/** A property as a list of its name and its value. */
function pairOf({ key, value, computed }: Property): Node {
  const range = rangeOf(value);
  const name: Node = key.type === "Identifier" && !computed ? { type: "Literal", value: key.name, range } : key;
  return { type: "ArrayExpression", elements: [name, value], range };
}

/** The object of one property that a list of its name and its value stands for. */
function objectOf({ elements: [key, value], ...place }: ArrayExpression): Node {
  const range = rangeOf(place);
  const properties: readonly Node[] =
    key && value ? [{ type: "Property", kind: "init", key, value, computed: true, shorthand: false, range }] : [];
  return { type: "ObjectExpression", properties, range };
}
