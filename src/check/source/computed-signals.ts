import type { Expression, Node } from "oxc-parser";
import { unwrapped } from "../../compile/syntax-tree.js";
import { type ClientCode, holeName } from "./client-code.js";
import type { Scopes } from "./scopes.js";
import type { WrittenSource } from "./written-source.js";

/** The type of a computed signal, from the offset of its source. */
export function computedType(start: number): string {
  return `__ds.Computed<typeof ${nameOf(start)}>`;
}

/**
 * Writes the sources of computed signals once more, as constants of the module: the type of one is the signal's. Those
 * with values that only a function knows are left out; TypeScript takes what is not there for `any`.
 */
export function computedConstants(codes: ReadonlyMap<WrittenSource, ClientCode>, scopes: Scopes, code: string): string {
  const constants = Array.from(codes, ([source, { pieces }]) => {
    const { place, holes, start } = source;
    if (place?.plugin !== "computed" || place.names.length > 0) return "";
    if (!holes.every((hole) => isOfModule(hole, scopes))) return "";
    const names = ["el: any", ...holes.map((_, i) => holeName(i))];
    const values = ["0", ...holes.map((hole) => `__ds.hole(${code.slice(hole.start, hole.end)})`)];
    const body = pieces.map(({ text }) => text).join("");
    return `\nconst ${nameOf(start)} = ((${names.join(", ")}) => () => {${body}\n})(${values.join(", ")});`;
  });
  return constants.join("");
}

function nameOf(start: number): string {
  return `__computed${start}`;
}

/** Whether a value is one that the module has, or a property of one. */
function isOfModule(value: Node, scopes: Scopes): boolean {
  const node = unwrapped(value as Expression);
  if (node.type === "MemberExpression") return !node.computed && isOfModule(node.object, scopes);
  return node.type === "Literal" || (node.type === "Identifier" && scopes.bindingOf(node)?.isOfModule === true);
}
