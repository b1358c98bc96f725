import { type Cell, Solver } from "./cell.js";
import { bindingOf, type Bound, Collections, type Following } from "./collections.js";
import { Context, type Outcome } from "./context.js";
import { isPlainAssignment } from "./object-changes.js";
import type { GivenValue } from "./scope.js";
import { type Binding, isFunction, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { type CallExpression, type FunctionNode, memberName, type Node, unwrapped } from "./syntax-tree.js";

// Functions that give back what they get.
const passing: ReadonlySet<string> = new Set(["Object.freeze", "Object.seal", "Promise.resolve"]);
// Methods of lists that return one of the items.
const oneItem: ReadonlySet<string> = new Set("at find findLast pop shift".split(" "));

/**
 * How values flow through a program. Each question is answered once: what a name stands for, what its members are, what
 * a function returns. What a function returns of its parameters waits for the call.
 */
export class Flow implements Following {
  readonly #program: ProgramNames;
  readonly #solver = new Solver();
  readonly #collections: Collections = new Collections(this);
  readonly #anyCall: Context;
  readonly #noCall: Context;
  readonly #given = new WeakMap<Binding, Map<Node | undefined, GivenValue[]>>();

  /** What a name was given, and the same with the name itself. */
  readonly #open = new WeakMap<Node, { readonly given: readonly Outcome[]; readonly all: readonly Outcome[] }>();

  constructor(program: ProgramNames) {
    this.#program = program;
    [this.#anyCall, this.#noCall] = Context.roots();
  }

  outcomesOf({ node, scope }: Placed): readonly Placed[] {
    return this.follow(node, scope, this.#anyCall);
  }

  /** What the names and members that stand for the same have in common. */
  givenTo({ node: given, scope }: Placed): readonly Placed[] | undefined {
    const node = unwrapped(given);
    if (node.type === "CallExpression") return this.follow(node, scope, this.#anyCall);
    return node.type === "MemberExpression"
      ? this.#collections.members(node.object, memberName(node), scope, this.#anyCall).outcomes
      : this.binding({ node, scope }, this.#anyCall)?.outcomes;
  }

  ask(about: object, question: string, context: Context, answer: (cell: Cell) => void, otherwise?: Outcome): Cell {
    return this.#solver.ask(about, question, context, answer, otherwise);
  }

  follow(given: Node, scope: Scope, context: Context): readonly Outcome[] {
    const node = unwrapped(given);
    switch (node.type) {
      case "Identifier":
      case "ThisExpression":
        return this.#named({ node, scope }, context);
      case "CallExpression":
      case "MemberExpression":
      case "NewExpression":
        return this.#value({ node, scope }, context.at(node)).outcomes;
    }
    const branches = branchesOf(node);
    if (branches === undefined) return [{ node, scope }];
    // A stack of our own: chains of conditions are long.
    const found: Outcome[] = [];
    const rest = [...branches].reverse();
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const inner = branchesOf(unwrapped(next));
      if (inner === undefined) for (const outcome of this.follow(next, scope, context)) found.push(outcome);
      else rest.push(...[...inner].reverse());
    }
    return found;
  }

  binding({ node, scope }: Placed, from: Context): Bound | undefined {
    const binding = bindingOf(node, scope);
    if (binding === undefined || binding.values.length === 0) return undefined;
    const { owner, isOpen } = binding;
    const context = from.at(node);
    const call = owner && context.callOf(owner);
    const given = owner && this.#givenBy(binding);
    const isCalled = given !== undefined && given.size > Number(given.has(undefined));
    if (isCalled && call === undefined && context.waits)
      return { outcomes: [context.waiting({ node, scope })], isOpen: false };
    // By a call that gives nothing, it is as if it had been any.
    const isGiven = call !== undefined && given?.has(call) === true;
    const { outcomes } = this.ask(binding, "value", context, (cell) => {
      const defaults = isGiven ? given.get(undefined) : binding.values;
      for (const value of [...(defaults ?? []), ...((isGiven && given.get(call)) || [])]) {
        const isArgument = owner !== undefined && value.call !== undefined;
        cell.addAll(this.follow(value.node, value.scope, isArgument ? context.leaving(owner) : context));
      }
    });
    return { outcomes, isOpen: isOpen && !isGiven };
  }

  #named(placed: Placed, context: Context): readonly Outcome[] {
    const found = this.binding(placed, context);
    if (found === undefined) return [placed];
    if (!found.isOpen) return found.outcomes;
    const before = this.#open.get(placed.node);
    if (before?.given === found.outcomes && before.all.length > found.outcomes.length) return before.all;
    const all = [...found.outcomes, placed];
    this.#open.set(placed.node, { given: found.outcomes, all });
    return all;
  }

  /** The values of a parameter, by the calls that give them. */
  #givenBy(binding: Binding): ReadonlyMap<Node | undefined, readonly GivenValue[]> {
    let given = this.#given.get(binding);
    if (given === undefined) {
      given = new Map();
      for (const value of binding.values) {
        const others = given.get(value.call);
        if (others === undefined) given.set(value.call, [value]);
        else others.push(value);
      }
      this.#given.set(binding, given);
    }
    return given;
  }

  #value(placed: Placed, context: Context): Cell {
    const answer = (cell: Cell): void => {
      const { node, scope } = placed;
      if (node.type === "MemberExpression") {
        const held = this.#collections.members(node.object, memberName(node), scope, context);
        cell.addAll(held.outcomes);
        cell.isWaiting ||= held.isWaiting;
        if (held.isUnknown) cell.add(placed);
      }
      if (node.type === "NewExpression") {
        const made = this.follow(node.callee, scope, context);
        cell.isWaiting ||= made.some(({ waits }) => waits !== undefined);
        if (made.some(({ node }) => node.type === "ObjectExpression")) cell.addAll(made);
      }
      if (node.type === "CallExpression") this.#call(cell, node, scope, context);
      if (cell.isWaiting) cell.add(context.waiting(placed));
    };
    return this.ask(placed.node, "value", context, answer, placed);
  }

  #call(cell: Cell, node: CallExpression & Node, scope: Scope, context: Context): void {
    const { callee, arguments: given } = node;
    const [first] = given;
    if (callee.type === "MemberExpression") {
      const { object } = callee;
      const method = memberName(callee) ?? "";
      const name = object.type === "Identifier" ? `${object.name}.${method}` : method;
      const follow = (node: Node): readonly Outcome[] => this.follow(node, scope, context);
      if (first !== undefined && passing.has(name)) return cell.addAll(follow(first));
      if (first !== undefined && name === "Object.fromEntries")
        return this.#collections.object(cell, first, scope, context);
      if (name === "Object.assign") return given.forEach((node) => cell.addAll(follow(node)));
      if (method === "reduce" || method === "reduceRight")
        return given.forEach((argument) => {
          for (const result of follow(argument))
            if (result.waits !== undefined) cell.isWaiting = true;
            else if (isFunction(result.node)) this.enter(cell, result.node, { node, scope }, context);
            else cell.add(result);
        });
      if (method === "call" || method === "apply") this.called(cell, object, node, scope, context);
      if (method === "bind") {
        const bound = follow(object);
        cell.isWaiting ||= bound.some(({ waits }) => waits !== undefined);
        if (bound.some(({ node }) => isFunction(node))) cell.addAll(bound);
      }
      if (method === "get") cell.takeAll(this.#collections.looked(object, "1", scope, context));
      if (oneItem.has(method)) cell.takeAll(this.#collections.looked(object, undefined, scope, context));
    }
    this.called(cell, callee, node, scope, context);
  }

  called(cell: Cell, callee: Node, call: Node, scope: Scope, context: Context): void {
    for (const { node, waits } of this.follow(callee, scope, context))
      if (waits !== undefined) cell.isWaiting = true;
      else if (isFunction(node)) this.enter(cell, node, { node: call, scope }, context);
  }

  /** What a function returns when it is called. */
  enter(cell: Cell, node: FunctionNode & Node, call: Placed, context: Context): void {
    const { outcomes } = this.ask(node, "returned", this.#noCall, (returned) => {
      for (const value of this.#program.returned(node))
        returned.addAll(this.follow(value.node, value.scope, this.#noCall));
    });
    for (const outcome of outcomes) {
      if (outcome.waits === undefined) {
        cell.add(outcome);
        continue;
      }
      const entered = context.entering(node, call.node);
      const inside = entered && outcome.waits.inside(entered);
      // A function that calls itself could be entered without end.
      if (inside === undefined) cell.add(call);
      else cell.addAll(this.follow(outcome.node, outcome.scope, inside));
    }
  }
}

/** The expressions one of which another evaluates to, if it evaluates to one of its parts. */
function branchesOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "LogicalExpression":
      // What is falsy in front of an `&&` leaves the attribute out.
      return node.operator === "&&" ? [node.right] : [node.left, node.right];
    case "SequenceExpression":
      return node.expressions.slice(-1);
    case "AssignmentExpression":
      return isPlainAssignment(node.operator) ? [node.right] : undefined;
    case "AwaitExpression":
      return [node.argument];
    default:
      return undefined;
  }
}
