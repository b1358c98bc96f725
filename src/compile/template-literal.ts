import type { Expression, TemplateLiteral } from "oxc-parser";
import { hole, type Part } from "./markup-parts.js";
import type { ModuleContext } from "./module-context.js";
import { unwrapped } from "./syntax-tree.js";

/**
 * The markup of a template literal.
 *
 * @param helper the function of the runtime that renders a value in it
 */
export function templateParts(
  { quasis, expressions }: TemplateLiteral,
  helper: "attributePart" | "textPart",
  escape: (text: string) => string,
  context: ModuleContext,
): readonly Part[] {
  return quasis.flatMap(({ value: { cooked } }, index): Part[] => {
    const text = escape(cooked ?? "");
    const value = expressions[index];
    return value === undefined
      ? [text]
      : [text, chosenText(value, escape, context) ?? hole([`${context.helper(helper)}(`, value, ")"])];
  });
}

/** A choice between two constants. */
function chosenText(value: Expression, escape: (text: string) => string, context: ModuleContext): Part | undefined {
  const node = unwrapped(value);
  if (node.type !== "ConditionalExpression") return undefined;
  const [yes, no] = [node.consequent, node.alternate].map((branch) => context.evaluate(branch));
  return (
    yes && no && context.choice([node.test], [escape(`${yes.value as string}`)], [escape(`${no.value as string}`)])
  );
}
