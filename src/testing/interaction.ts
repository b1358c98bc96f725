// What a user does to elements and sees of them, and what a page says of its errors.
import type { DOMWindow } from "jsdom";
import type { Target } from "./find.js";
import { isFoldedAway, Styles } from "./styles.js";

/** Errors of the page are of another realm, and stacks of it lead nowhere. */
export function toError(problem: unknown): Error {
  if (problem instanceof Error) return problem;
  const message = typeof problem === "object" && problem !== null && "message" in problem ? problem.message : problem;
  return new Error(`In the page: ${String(message)}`, { cause: problem });
}

/** @throws Error for what cannot be used: in a browser, nothing would happen */
export function checkEnabled(element: HTMLElement, target: Target): void {
  if (element.matches(":disabled")) throw new Error(`${JSON.stringify(target)} is disabled.`);
}

/** Tells that a user has changed a field. */
export function changed({ Event }: DOMWindow, field: Element): void {
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The text in an element, but for what a style hides. */
export function shownText(window: DOMWindow, element: Element): string {
  const styles = new Styles(window);
  const textOf = (node: Node): string => {
    if (isFoldedAway(node)) return "";
    if (node.nodeType === window.Node.TEXT_NODE) return node.nodeValue ?? "";
    if (!(node instanceof window.Element) || /^(?:script|style|template|noscript)$/.test(node.localName)) return "";
    const { display, visibility } = styles.of(node);
    if (display === "none" || visibility === "hidden") return "";
    const text = Array.from(node.childNodes, textOf).join("");
    return display.startsWith("inline") ? text : ` ${text} `;
  };
  return textOf(element);
}
