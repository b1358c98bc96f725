import { join, itemsOf, type Rope } from "../../base/rope.js";
import { error } from "../diagnostic.js";
import { brokenBranches } from "./branches.js";
import { conflictingSignals } from "./conflicts.js";
import { sendingButtons } from "./forms.js";
import { duplicateIds, hasId, type Ids, idsWithin, joinIds, noIds, withoutConflicts } from "./ids.js";
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
  /** Buttons that send the form around them. */
  readonly sendingButtons: Rope<PageElement<Place>>;
  /** The elements that have to do with signals. */
  readonly withSignals: Rope<PageElement<Place>>;
  /** One of the elements that do nothing without the client. */
  readonly forClient: PageElement<Place> | undefined;
  /** Whether some of it is not known, and may declare signals. */
  readonly isPartlyUnknown: boolean;
}

export const noContents: Contents<never> = {
  roots: undefined,
  ids: noIds,
  movable: nothingMovable,
  sendingButtons: undefined,
  withSignals: undefined,
  forClient: undefined,
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
    sendingButtons: join(left.sendingButtons, right.sendingButtons),
    withSignals: join(left.withSignals, right.withSignals),
    forClient: left.forClient ?? right.forClient,
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
    sendingButtons: tag === "form" ? undefined : isButton(element) ? element : inPage.sendingButtons,
    withSignals: element.signals.length > 0 ? join(element, inPage.withSignals) : inPage.withSignals,
    forClient: element.isForClient ? element : inPage.forClient,
    isPartlyUnknown: inPage.isPartlyUnknown,
  };
  if (inside === noContents) return { contents, found: none };
  const isWholePage = tag === "html" && !contents.isPartlyUnknown;
  const found = [
    duplicateIds(ids, describe),
    misnested(tag, inside.movable),
    sendingButtons(element, inside.sendingButtons),
    brokenSiblings(inside, true),
    isWholePage ? unknownSignals(itemsOf(contents.withSignals), true) : none,
    tag === "html" ? conflictingSignals(itemsOf(contents.withSignals)) : none,
  ].filter(({ length }) => length > 0);
  return { contents, found: found.length === 0 ? none : found.flat() };
}

const none: readonly never[] = [];

function isButton({ tag, formRole }: PageElement<unknown>): boolean {
  return formRole !== undefined && tag.toLowerCase() !== "form";
}

/** What is wrong with elements that stand side by side. */
export function brokenSiblings<Place>(
  { roots, isPartlyUnknown }: Contents<Place>,
  areAll: boolean,
): readonly PageFinding<Place>[] {
  // What is not known may be the branch that is missing.
  return isPartlyUnknown ? none : brokenBranches(roots, areAll);
}

/** Where a patch goes. */
export interface Target {
  readonly selector?: string | undefined;
  readonly mode: string;
}

/** What is wrong with markup that goes into a page as a patch. */
export function checkPatch<Place>(
  contents: Contents<Place>,
  target: Target,
  describe: (place: Place) => string,
): readonly PageFinding<Place>[] {
  return [...checkTarget(contents, target), ...duplicateIds(contents.ids, describe), ...checkFragment(contents)];
}

/** What is wrong with where a patch goes. */
export function checkTarget<Place>(
  { roots, ids }: Contents<Place>,
  { selector, mode }: Target,
): readonly PageFinding<Place>[] {
  const isTargetedByIds = selector === undefined && (mode === "outer" || mode === "replace");
  if (isTargetedByIds) return missingIds(itemsOf(roots), mode);
  const id = mode === "inner" ? /^#([\w-]+)$/.exec(selector ?? "")?.[1] : undefined;
  const [first] = id !== undefined && hasId(ids, id) ? itemsOf(roots) : none;
  if (first === undefined) return none;
  const diagnostic = error(
    "own-target",
    `mode "inner" replaces what is in #${id}, and this holds an element with that id: the client loses it. Write mode "outer", or leave that element out.`,
  );
  return [{ element: first, diagnostic }];
}

/** What is wrong with the signals of a part of some page, of which the rest may declare others. */
export function checkFragment<Place>({ withSignals, isPartlyUnknown }: Contents<Place>): readonly PageFinding<Place>[] {
  const elements = itemsOf(withSignals);
  return [...(isPartlyUnknown ? none : unknownSignals(elements, false)), ...conflictingSignals(elements)];
}

const needNoId = new Set(["html", "head", "body"]);

/** Finds the top-level elements of a patch without selector that the client cannot place. */
function missingIds<Place>(roots: readonly PageElement<Place>[], mode: string): readonly PageFinding<Place>[] {
  const message = `a patch without selector finds its target by the id of each top-level element, and mode "${mode}" would skip this one; give it an id, or the patch a selector.`;
  return roots
    .filter(({ tag, id }) => (id === undefined || id === "") && !needNoId.has(tag.toLowerCase()))
    .map((element) => ({ diagnostic: error("missing-id", message), element }));
}
