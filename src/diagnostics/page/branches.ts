import { setting } from "../../base/client.js";
import { itemsOf, type Rope } from "../../base/rope.js";
import { error } from "../diagnostic.js";
import type { Branch, PageElement, PageFinding } from "./page-element.js";

const names: ReadonlyMap<string, Branch> = new Map([
  ["data-if", "if"],
  ["data-else-if", "else-if"],
  ["data-else", "else"],
]);
const none: readonly never[] = [];

/** The branches that an element is, by its attributes. */
export function branchesOf(tag: string, attributes: readonly { readonly name: string }[]): readonly Branch[] {
  if (tag.toLowerCase() !== "template" || !setting.client.rocket) return none;
  return attributes.flatMap(({ name }) => names.get(name) ?? none);
}

/**
 * Finds the templates of conditions that do not stand where Rocket looks for them, upon which it throws.
 *
 * @param siblings elements that stand side by side
 * @param areAll whether nothing stands before them
 */
export function brokenBranches<Place>(
  siblings: Rope<PageElement<Place>>,
  areAll: boolean,
): readonly PageFinding<Place>[] {
  if (!setting.client.rocket) return none;
  const elements = itemsOf(siblings);
  return elements.flatMap((element, i): readonly PageFinding<Place>[] => {
    const message = severalBranches(element) ?? (i > 0 || areAll ? misplaced(element, elements[i - 1]) : undefined);
    return message === undefined ? none : [{ element, diagnostic: error("broken-condition", message) }];
  });
}

function severalBranches({ branches }: PageElement<unknown>): string | undefined {
  return branches.length > 1
    ? `a template is one branch of a condition, and this one has data-${branches.join(" and data-")}: make it several.`
    : undefined;
}

function misplaced({ branches: [branch] }: PageElement<unknown>, before?: PageElement<unknown>): string | undefined {
  if (branch === undefined || branch === "if") return undefined;
  const [previous] = before?.branches ?? none;
  if (previous === "if" || previous === "else-if") return undefined;
  return previous === "else"
    ? `data-else is the last branch of a condition, and data-${branch} comes behind one: put it before, or begin with data-if.`
    : `data-${branch} goes on with the condition of the <template data-if> right before it, and there is none.`;
}
