import { Flow } from "./flow.js";
import type { Placed, ProgramNames } from "./scopes.js";

const flows = new WeakMap<ProgramNames, Flow>();

/**
 * The expressions one of which an expression evaluates to, as far as the program tells: the branches of a conditional,
 * what a name, a parameter or a property of an object was given, what a function of the program returns. What cannot be
 * followed further, or may be something else as well, stands for itself.
 */
export function outcomesOf(placed: Placed, program: ProgramNames): readonly Placed[] {
  return flowOf(program).outcomesOf(placed);
}

/**
 * What an expression was given, without what stands for itself: one list for all expressions that were given the same.
 * `undefined` for an expression that is given nothing.
 */
export function givenTo(placed: Placed, program: ProgramNames): readonly Placed[] | undefined {
  return flowOf(program).givenTo(placed);
}

function flowOf(program: ProgramNames): Flow {
  let flow = flows.get(program);
  if (flow === undefined) flows.set(program, (flow = new Flow(program)));
  return flow;
}
