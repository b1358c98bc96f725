// What keeps a person from using an element. In a browser nothing would happen, or something else.
import type { DOMWindow } from "jsdom";
import { modalOf } from "./dialogs.js";
import { Styles, tagOf } from "./styles.js";
import { nameOf, type Target } from "./target.js";

/** @throws Error for what nobody can use, which says why */
export function checkUsable(window: DOMWindow, element: Element, target: Target): void {
  checkEnabled(element, target);
  const obstacle = whyNot(window, element);
  if (obstacle !== undefined) throw new Error(`${nameOf(target)} ${obstacle}`);
}

/** @throws Error for what is disabled */
export function checkEnabled(element: Element, target: Target): void {
  const label = element.closest("label");
  const used = [element, element.closest("button"), label?.contains(element) ? label.control : null];
  if (used.some((each) => each?.matches(":disabled"))) throw new Error(`${nameOf(target)} is disabled.`);
}

function whyNot(window: DOMWindow, element: Element): string | undefined {
  const styles = new Styles(window);
  const hider = styles.hiderOf(element);
  if (hider !== undefined) return `is hidden, by ${tagOf(hider)}.`;
  const inert = element.closest("[inert]");
  if (inert !== null) return `is inert, by ${tagOf(inert)}.`;
  const modal = modalOf(window.document);
  if (modal !== undefined && !modal.contains(element)) return `is behind a modal dialog, ${tagOf(modal)}.`;
  if (styles.passesPointer(element)) return "takes no clicks: its style has pointer-events: none.";
  return undefined;
}
