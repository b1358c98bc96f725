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

/** What does not take text, and what does something to it instead. */
const instead: { readonly [kind: string]: string } = {
  button: "click",
  checkbox: "click",
  image: "click",
  radio: "click",
  reset: "click",
  select: "select",
  submit: "click",
};

/** @throws Error for what a user cannot type, where a browser would do nothing or something else */
export function fillIn(window: DOMWindow, field: HTMLElement, target: Target, text: string): void {
  const name = JSON.stringify(target);
  if (!(field instanceof window.HTMLInputElement || field instanceof window.HTMLTextAreaElement)) {
    const other = instead[field.localName];
    throw new Error(`${name} is no field to fill in, but <${field.localName}>${other ? `: use ${other}(…)` : ""}.`);
  }
  if (Object.hasOwn(instead, field.type)) throw new Error(`${name} is a ${field.type}: use ${instead[field.type]}(…).`);
  if (field.type === "file") throw new Error(`${name} takes files, which a visit cannot choose.`);
  if (field.readOnly) throw new Error(`${name} is read-only.`);
  const { value } = field;
  field.focus();
  field.value = text;
  if (field.value === "" && text.trim() !== "") {
    field.value = value;
    throw new Error(`${name} takes no ${JSON.stringify(text)}, but a value of type ${field.type}.`);
  }
  changed(window, field);
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
