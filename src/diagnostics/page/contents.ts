import { join, itemsOf, type Rope } from "../../base/rope.js";
import { error } from "../diagnostic.js";
import { duplicateIds, type Ids, idsWithin, joinIds, noIds, withoutConflicts } from "./ids.js";
import { joinMovable, misnested, type Movable, movableWithin, nothingMovable } from "./nesting.js";
import type { PageElement, PageFinding } from "./page-element.js";
import { unknownSignals } from "./signals.js";

/**
 * What is known of markup. It is put together from the inside to the outside, so that no check of what is around has to
 * look into it again.
 */
export interface Contents<Place> {
  /** The outermost elements. */
  readonly roots: Rope<PageElement<Place>>;
  readonly ids: Ids<Place>;
  readonly movable: Movable<Place>;
  /** The elements that have to do with signals. */
  readonly withSignals: Rope<PageElement<Place>>;
  /** Whether some of it is not known, and may declare signals. */
  readonly isPartlyUnknown: boolean;
}

export const noContents: Contents<never> = {
  roots: undefined,
  ids: noIds,
  movable: nothingMovable,
  withSignals: undefined,
  isPartlyUnknown: false,
};

export const unknownContents: Contents<never> = { ...noContents, isPartlyUnknown: true };

/** The contents of two pieces of markup of which one stands behind the other. */
export function joinContents<Place>(left: Contents<Place>, right: Contents<Place>): Contents<Place> {
  if (left === noContents) return right;
  if (right === noContents) return left;
  return {
    roots: join(left.roots, right.roots),
    ids: joinIds(left.ids, right.ids),
    movable: joinMovable(left.movable, right.movable),
    withSignals: join(left.withSignals, right.withSignals),
    isPartlyUnknown: left.isPartlyUnknown || right.isPartlyUnknown,
  };
}

/** Markup of one element, and what is wrong in it that its parts do not show. */
export interface Enclosed<Place> {
  readonly contents: Contents<Place>;
  readonly found: readonly PageFinding<Place>[];
}

/**
 * Puts contents into an element.
 *
 * @param describe says where the other of two elements stands, for messages
 */
export function enclose<Place>(
  element: PageElement<Place>,
  inside: Contents<Place>,
  describe: (place: Place) => string,
): Enclosed<Place> {
  const tag = element.tag.toLowerCase();
  // What a template holds is not in the page.
  const inPage = tag === "template" ? noContents : inside;
  const ids = idsWithin(element, inPage.ids);
  const contents = {
    roots: element,
    ids: withoutConflicts(ids),
    movable: movableWithin(element, inside.movable),
    withSignals: element.signals.length > 0 ? join(element, inPage.withSignals) : inPage.withSignals,
    isPartlyUnknown: inPage.isPartlyUnknown,
  };
  if (inside === noContents) return { contents, found: none };
  const isWholePage = tag === "html" && !contents.isPartlyUnknown;
  const found = [
    ...duplicateIds(ids, describe),
    ...misnested(tag, inside.movable),
    ...(isWholePage ? unknownSignals(itemsOf(contents.withSignals)) : none),
  ];
  return { contents, found };
}

const none: readonly never[] = [];

/** What is wrong with markup that goes into a page as a patch. */
export function checkPatch<Place>(
  { roots, ids }: Contents<Place>,
  describe: (place: Place) => string,
  /** How its elements find their targets by themselves; `undefined` when they do not have to. */
  selfTargeting: string | undefined,
): readonly PageFinding<Place>[] {
  return [
    ...(selfTargeting === undefined ? none : missingIds(itemsOf(roots), selfTargeting)),
    ...duplicateIds(ids, describe),
  ];
}

const needNoId = new Set(["html", "head", "body"]);

/** Finds the top-level elements of a patch without selector that the client cannot place. */
export function missingIds<Place>(roots: readonly PageElement<Place>[], mode: string): readonly PageFinding<Place>[] {
  const message = `a patch without selector finds its target by the id of each top-level element, and mode "${mode}" would skip this one; give it an id, or the patch a selector.`;
  return roots
    .filter(({ tag, id }) => (id === undefined || id === "") && !needNoId.has(tag.toLowerCase()))
    .map((element) => ({ diagnostic: error("missing-id", message), element }));
}
