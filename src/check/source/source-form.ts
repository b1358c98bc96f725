// What is wrong with source, or meant by it, and no type tells.
import type { Node, ParamPattern } from "oxc-parser";
import { walk } from "../../compile/syntax-tree.js";
import { testOf } from "./conditions.js";
import { type FunctionNode, isFunction } from "./function-node.js";
import type { ParsedSource } from "./parse-source.js";
import type { Place } from "./source-places.js";

interface FormMistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly code?: number;
}

/** Mistakes in the form of source, at offsets in the text that was parsed. */
export function formMistakes(
  { root, statements, last }: ParsedSource,
  place: Place | undefined,
): readonly FormMistake[] {
  const found: FormMistake[] = [];
  const say = ({ start, end }: Node, message: string, code?: number): void =>
    void found.push({ start, end, message, ...(code !== undefined && { code }) });
  const attribute = place?.attribute ?? "it";
  if (place?.isRead === true) {
    const final = statements?.at(-1);
    if (final !== undefined && last === undefined && final.type !== "ReturnStatement")
      say(final, `${attribute} shows a value, and this statement has none: end with an expression.`);
    const value = final === undefined ? valueOf(root) : valueOf(final);
    if (value?.type === "AssignmentExpression" && value.operator === "=")
      say(value, `This sets a value whenever ${attribute} is worked out: === compares.`);
  }
  // What each function has of its own: `this`, and in asynchronous ones `await`.
  const visit = (node: Node, hasThis: boolean, isAsync: boolean): void => {
    walk(node, (inner) => {
      if (inner !== node && isFunction(inner)) {
        visitFunction(inner, hasThis);
        return false;
      }
      if (inner.type === "ClassBody") return false;
      if (inner.type === "ThisExpression" && !hasThis) say(inner, "this is the window here: the element is el.");
      if (inner.type === "AwaitExpression" && !isAsync)
        say(inner, "await stands in async functions only: write .then(…), or (async () => { … })().", 1308);
      const test = testOf(inner);
      if (test?.type === "AssignmentExpression" && test.operator === "=" && isConstant(test.right))
        say(test, "This sets a value, and is no question: === compares.");
      return true;
    });
  };
  const visitFunction = (node: FunctionNode, hasThis: boolean): void =>
    visit(node, hasThis || node.type !== "ArrowFunctionExpression", node.async);
  // Statements were parsed in a function.
  for (const part of statements?.length ? statements : [root]) {
    if (isFunction(part)) visitFunction(part, false);
    else visit(part, false, false);
  }
  return found;
}

function valueOf(statement: Node): Node | undefined {
  let value: Node | null | undefined =
    statement.type === "ExpressionStatement"
      ? statement.expression
      : statement.type === "ReturnStatement"
        ? statement.argument
        : undefined;
  while (value?.type === "ParenthesizedExpression") value = value.expression;
  return value ?? undefined;
}

function isConstant({ type }: Node): boolean {
  return type === "Literal" || type === "TemplateLiteral";
}

/** JavaScript lets callers leave out arguments: what makes the parameters of the functions that source declares optional. */
export function optionalParameters(nodes: readonly Node[]): readonly { readonly at: number; readonly text: string }[] {
  return nodes.flatMap((node) => {
    const declared = node.type === "VariableDeclarator" ? node.init : node;
    const isDeclared = node.type === "FunctionDeclaration" || node.type === "VariableDeclarator";
    if (!isDeclared || !declared || !isFunction(declared)) return [];
    if (declared.type === "ArrowFunctionExpression" && declared.params[0]?.start === declared.start) return [];
    const plain = declared.params.filter((parameter: ParamPattern) => parameter.type === "Identifier");
    return plain.map(({ end }) => ({ at: end, text: "?: any" }));
  });
}
