import { itemsOf, join, type Rope } from "../../base/rope.js";
import { diagnostic } from "../diagnostic.js";
import type { PageElement, PageFinding } from "./page-element.js";

interface Owner<Place> {
  readonly id: string;
  readonly element: PageElement<Place>;
  inSvg: boolean;
}

interface Conflict<Place> {
  readonly owner: Owner<Place>;
  readonly duplicate: Owner<Place>;
}

/** The ids of some markup, and those of which two were found. */
export interface Ids<Place> {
  readonly count: number;
  readonly all: Rope<Owner<Place>>;
  readonly conflicts: Rope<Conflict<Place>>;
  /**
   * The first owner of each. What is around takes this map over and adds to it, since a copy at each level would take
   * time that grows with the square of the depth; whoever asks again gets a new one.
   */
  byId: Map<string, Owner<Place>> | undefined;
}

export const noIds: Ids<never> = { count: 0, all: undefined, conflicts: undefined, byId: undefined };

function ownersOf<Place>({ byId, all }: Ids<Place>): Map<string, Owner<Place>> {
  if (byId !== undefined) return byId;
  const owners = new Map<string, Owner<Place>>();
  for (const owner of itemsOf(all)) if (!owners.has(owner.id)) owners.set(owner.id, owner);
  return owners;
}

function takeOwners<Place>(ids: Ids<Place>): Map<string, Owner<Place>> {
  const owners = ownersOf(ids);
  ids.byId = undefined;
  return owners;
}

/** The ids of two pieces of markup of which one stands behind the other. The smaller joins the larger. */
export function joinIds<Place>(left: Ids<Place>, right: Ids<Place>): Ids<Place> {
  if (left.count === 0) return right;
  if (right.count === 0) return left;
  const isLeftLarger = left.count >= right.count;
  // The smaller one first: both can be the same.
  const added = [...ownersOf(isLeftLarger ? right : left).values()];
  const byId = takeOwners(isLeftLarger ? left : right);
  let conflicts = join(left.conflicts, right.conflicts);
  for (const owner of added) {
    const known = byId.get(owner.id);
    if (known !== undefined)
      conflicts = join(conflicts, isLeftLarger ? { owner: known, duplicate: owner } : { owner, duplicate: known });
    if (known === undefined || !isLeftLarger) byId.set(owner.id, owner);
  }
  return { count: left.count + right.count, all: join(left.all, right.all), conflicts, byId };
}

/** The ids of an element and of what it holds; what was in conflict in there has been reported. */
export function idsWithin<Place>(element: PageElement<Place>, inside: Ids<Place>): Ids<Place> {
  if (element.tag.toLowerCase() === "svg") for (const owner of itemsOf(inside.all)) owner.inSvg = true;
  const { id } = element;
  if (id === undefined || id === "") return inside;
  const owner: Owner<Place> = { id, element, inSvg: false };
  return joinIds({ count: 1, all: owner, conflicts: undefined, byId: new Map([[id, owner]]) }, inside);
}

/** The same ids, once their conflicts have been reported. */
export function withoutConflicts<Place>(ids: Ids<Place>): Ids<Place> {
  return ids.conflicts === undefined ? ids : { ...ids, byId: takeOwners(ids), conflicts: undefined };
}

export function hasId(ids: Ids<unknown>, id: string): boolean {
  return ownersOf(ids).has(id);
}

/** Elements whose id another one has already. */
export function duplicateIds<Place>(
  { conflicts }: Ids<Place>,
  describe: (place: Place) => string,
): readonly PageFinding<Place>[] {
  return itemsOf(conflicts).map(({ owner, duplicate: { id, element, inSvg } }) => {
    const { tag, place } = owner.element;
    const message = `id="${id}": the <${tag}>${describe(place)} has this id already; a patch would find that one only.`;
    // Images repeat the ids of their gradients, which are alike.
    return { diagnostic: diagnostic("duplicate-id", inSvg ? "warning" : "error", message), element };
  });
}
