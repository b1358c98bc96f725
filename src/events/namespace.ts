import { advise } from "../base/advice.js";
import { foreignElements } from "../generated/foreign-elements.js";
import { firstTagOf, rootsOf, withoutComments } from "../html/roots.js";
import type { ElementsPatch, Namespace } from "./patch-options.js";

const namespaces: ReadonlyMap<string, Namespace> = new Map(
  (["svg", "mathml"] as const).flatMap((namespace) =>
    foreignElements[namespace].split(" ").map((tag) => [tag, namespace] as const),
  ),
);

/** The namespace in which elements are created, and the elements as the client takes them there. */
export interface PlacedElements {
  readonly namespace: Namespace;
  readonly elements: string;
}

/** Puts elements into the namespace of the patch, or else into that of the first of them, such as a `<circle>`. */
export function placeElements(patch: ElementsPatch, elements: string): PlacedElements {
  const first = firstTagOf(elements);
  if (first === undefined) adviseTarget(patch, elements);
  const namespace = patch.namespace ?? namespaces.get(first ?? "") ?? "html";
  return { namespace, elements: namespace === "html" ? elements : separated(elements) };
}

/** Without a selector, the client looks for elements in a patch, and for the targets that they name. */
function adviseTarget({ selector }: ElementsPatch, text: string): void {
  if (selector !== undefined || text.trim() === "") return;
  advise(
    () =>
      "A patch without a selector is text without an element: the Datastar client finds no target for it, and nothing " +
      "happens. Put it into an element with the id of its target, or name the target with a selector.",
  );
}

/**
 * Writes comments between the nodes at the top. In a namespace that is not HTML's, all clients so far leave out every
 * second node, since they take nodes out of the list that they go through.
 */
function separated(elements: string): string {
  const roots = rootsOf(elements, true) ?? [];
  const pieces: string[] = [];
  let end = 0;
  for (const root of [...roots, { start: elements.length, end: elements.length }]) {
    // Comments count as nodes, and so does white space.
    const text = withoutComments(elements.slice(end, root.start));
    pieces.push(...[text, elements.slice(root.start, root.end)].filter((piece) => piece.trim() !== ""));
    ({ end } = root);
  }
  return roots.length === 0 ? elements : pieces.join("<!---->");
}
