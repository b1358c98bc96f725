// Where the focus goes when a person presses Tab.
import type { DOMWindow } from "jsdom";
import { modalOf } from "./dialogs.js";
import { focusable } from "./focusable.js";
import { Styles } from "./styles.js";

/**
 * Moves the focus to the next element that takes it, or to the one before; past the last one, to none.
 *
 * @see https://html.spec.whatwg.org/multipage/interaction.html#sequential-focus-navigation
 */
export function moveFocus(window: DOMWindow, backwards: boolean): void {
  const { document } = window;
  const stops = stopsOf(window);
  const { activeElement } = document;
  const at = stops.findIndex((stop) => stop === activeElement);
  const next = at >= 0 ? stops[at + (backwards ? -1 : 1)] : nearest(stops, activeElement ?? document.body, backwards);
  if (next !== undefined) next.focus();
  else if (activeElement !== null && "blur" in activeElement) (activeElement as HTMLElement).blur();
}

/** Whatever has a `tabindex` above 0 comes first, in the order of these; then all the others, as they stand. */
function stopsOf(window: DOMWindow): readonly HTMLElement[] {
  const styles = new Styles(window);
  const root = modalOf(window.document) ?? window.document;
  const stops = Array.from(root.querySelectorAll<HTMLElement>(focusable)).filter(
    (element) =>
      indexOf(element) >= 0 &&
      !element.matches(":disabled") &&
      element.closest("[inert]") === null &&
      styles.hiderOf(element) === undefined &&
      isStopOfGroup(element),
  );
  const first = stops.filter((stop) => indexOf(stop) > 0).toSorted((one, other) => indexOf(one) - indexOf(other));
  return [...first, ...stops.filter((stop) => indexOf(stop) === 0)];
}

function indexOf(element: HTMLElement): number {
  const given = Number.parseInt(element.getAttribute("tabindex") ?? "", 10);
  return Number.isNaN(given) ? 0 : given;
}

/** The radio buttons of one name, which are one stop. */
export function groupOf(radio: HTMLInputElement): readonly HTMLInputElement[] {
  const { form, name, ownerDocument } = radio;
  if (name === "") return [radio];
  return Array.from(ownerDocument.querySelectorAll<HTMLInputElement>("input[type=radio]")).filter(
    (other) => other.name === name && other.form === form && !other.matches(":disabled"),
  );
}

function isStopOfGroup(element: HTMLElement): boolean {
  if (!element.matches("input[type=radio]")) return true;
  const group = groupOf(element as HTMLInputElement);
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

function nearest(stops: readonly HTMLElement[], from: Element, backwards: boolean): HTMLElement | undefined {
  const { DOCUMENT_POSITION_FOLLOWING: following, DOCUMENT_POSITION_PRECEDING: preceding } = from;
  if (from.localName === "body") return stops.at(backwards ? -1 : 0);
  const isBeyond = (stop: Element): boolean =>
    (from.compareDocumentPosition(stop) & (backwards ? preceding : following)) !== 0;
  return backwards ? stops.findLast(isBeyond) : stops.find(isBeyond);
}
