import { outcomesOf } from "./outcomes.js";
import { ourName, type Placed, type ProgramNames, type Scope } from "./scopes.js";
import { type Node, rangeOf, type TemplateLiteral, unwrapped } from "./syntax-tree.js";

/** What stands between the tags of a script. */
export interface ScriptText extends Placed {
  /** Whether it is put together by TSX, of several children. */
  readonly isJoined: boolean;
}

/** The text of a script: what its only child evaluates to, or all of its children, which TSX puts together. */
export function scriptTexts(children: readonly Node[], scope: Scope, program: ProgramNames): readonly ScriptText[] {
  const parts = children.flatMap((child) => partsOf(child, scope));
  const [first, ...others] = parts;
  if (first === undefined) return [];
  if (others.length > 0 || typeof first === "string") return [{ node: joined(parts, children), scope, isJoined: true }];
  return outcomesOf({ node: first, scope }, program).flatMap(({ node, scope }): readonly ScriptText[] => {
    if (node.type === "ArrayExpression") {
      const items = node.elements.flatMap((element) => element ?? []);
      return [
        {
          node: joined(
            items.map((item) => partOf(item, scope)),
            items,
          ),
          scope,
          isJoined: true,
        },
      ];
    }
    return [{ node: markupIn(node, scope), scope, isJoined: false }];
  });
}

type Part = string | Node;

function partsOf(child: Node, scope: Scope): readonly Part[] {
  if (child.type === "JSXText") return child.value.trim() === "" ? [] : [child.value];
  if (child.type !== "JSXExpressionContainer" || child.expression.type === "JSXEmptyExpression") return [];
  return [partOf(child.expression, scope)];
}

function partOf(given: Node, scope: Scope): Part {
  const node = markupIn(unwrapped(given), scope);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : node;
}

/** Markup that is left as it is has its text in a call. */
function markupIn(node: Node, scope: Scope): Node {
  return (node.type === "CallExpression" && ourName(node.callee, scope) === "raw" && node.arguments[0]) || node;
}

/** A template literal of the same text. */
function joined(parts: readonly Part[], places: readonly Node[]): TemplateLiteral & Node {
  const texts = [""];
  const expressions: Node[] = [];
  for (const part of parts) {
    if (typeof part === "string") texts.push((texts.pop() ?? "") + part);
    else {
      expressions.push(part);
      texts.push("");
    }
  }
  const [first, last] = [places[0], places.at(-1)];
  const range = [first ? rangeOf(first)[0] : 0, last ? rangeOf(last)[1] : 0] as const;
  return { type: "TemplateLiteral", quasis: texts.map((raw) => ({ value: { raw, cooked: raw } })), expressions, range };
}
