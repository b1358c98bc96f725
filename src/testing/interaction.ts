// What a user does to elements and sees of them.
import type { DOMWindow } from "jsdom";
import { chooseFiles } from "./files.js";
import { focusable } from "./focusable.js";
import { isFoldedAway, Styles } from "./styles.js";
import { nameOf, type Target } from "./target.js";
import { checkEnabled } from "./usable.js";
import { checkLength } from "./validity.js";

/** Presses a button of the mouse on an element, and releases it. */
export function clickOn({ MouseEvent, PointerEvent }: DOMWindow, element: HTMLElement): void {
  const init = { bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new PointerEvent("pointerdown", init));
  if (element.dispatchEvent(new MouseEvent("mousedown", init))) focusOn(element);
  element.dispatchEvent(new PointerEvent("pointerup", init));
  element.dispatchEvent(new MouseEvent("mouseup", init));
  element.click();
}

export function focusOn(element: HTMLElement): void {
  const taker = element.closest<HTMLElement>(focusable);
  if (taker !== null) return taker.focus();
  const { activeElement } = element.ownerDocument;
  if (activeElement !== null && "blur" in activeElement) (activeElement as HTMLElement).blur();
}

/** What does not take text, and what does something to it instead. */
const instead: { readonly [kind: string]: string } = {
  button: "click",
  checkbox: "click",
  file: "attach",
  image: "click",
  radio: "click",
  reset: "click",
  select: "select",
  submit: "click",
};

/** @throws Error for what a user cannot type, where a browser would do nothing or something else */
export function fillIn(window: DOMWindow, field: HTMLElement, target: Target, given: string): void {
  const name = nameOf(target);
  const text = given.replaceAll(/\r\n?/g, "\n");
  if (!isTextField(window, field)) {
    if (isEditable(field)) return write(window, field, text);
    const other = instead[field.localName];
    throw new Error(`${name} is no field to fill in, but <${field.localName}>${other ? `: use ${other}(…)` : ""}.`);
  }
  if (Object.hasOwn(instead, field.type)) throw new Error(`${name} is a ${field.type}: use ${instead[field.type]}(…).`);
  if (field.readOnly) throw new Error(`${name} is read-only.`);
  // Those that have no text do not look at it.
  if (field.maxLength >= 0 && text.length > field.maxLength && isOfText(field))
    throw new Error(`${name} takes ${field.maxLength} characters at most; this is ${text.length}: ${given}`);
  const { value } = field;
  field.focus();
  field.value = text;
  if (!isTaken(field, text)) {
    field.value = value;
    throw new Error(`${name} takes no ${JSON.stringify(given)}, but a value of type ${field.type}.`);
  }
  checkLength(field);
  changed(window, field);
}

function write(window: DOMWindow, element: HTMLElement, text: string): void {
  element.focus();
  element.textContent = text;
  element.dispatchEvent(new window.InputEvent("input", { bubbles: true, composed: true, inputType: "insertText" }));
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function isTextField(window: DOMWindow, element: Element): element is TextField {
  return element instanceof window.HTMLInputElement || element instanceof window.HTMLTextAreaElement;
}

function isEditable(element: Element): boolean {
  const edited = element.closest("[contenteditable]")?.getAttribute("contenteditable")?.toLowerCase();
  return edited !== undefined && edited !== "false";
}

/** Types of fields whose value is text, which a length limits. */
export function isOfText({ type }: TextField): boolean {
  return ["text", "search", "url", "tel", "email", "password", "textarea"].includes(type);
}

/** Whether a field has what was typed: in place of what its type refuses, there is nothing or something else. */
function isTaken({ type, value }: TextField, text: string): boolean {
  if (type === "datetime-local") return value !== "" || text === "";
  if (type === "range") return Number(value) === Number(text);
  if (type === "color") return value === text.toLowerCase();
  return value.trim() === text.trim();
}

/**
 * Selects these options, by their texts or values, and no others.
 *
 * @throws Error for what a user cannot select
 */
export function selectIn(
  window: DOMWindow,
  field: HTMLElement,
  target: Target,
  options: string | readonly string[],
): void {
  const name = nameOf(target);
  if (!(field instanceof window.HTMLSelectElement))
    throw new Error(`${name} is no <select>, but <${field.localName}>.`);
  const wanted = typeof options === "string" ? [options] : options;
  if (!field.multiple && wanted.length !== 1) throw new Error(`${name} takes one option, not ${wanted.length}.`);
  const all = Array.from(field.options);
  const chosen = wanted.map((option) => {
    const found = all.find(({ label }) => label === option) ?? all.find(({ value }) => value === option);
    if (found === undefined) {
      const labels = all.map(({ label }) => JSON.stringify(label)).join(", ");
      throw new Error(`${name} has no option ${JSON.stringify(option)}, but ${labels || "none at all"}.`);
    }
    checkEnabled(found, option);
    return found;
  });
  field.focus();
  for (const option of all) option.selected = chosen.includes(option);
  changed(window, field);
}

/** @throws Error for files that a user cannot choose */
export function attachTo(window: DOMWindow, field: HTMLElement, target: Target, files: readonly File[]): void {
  if (!(field instanceof window.HTMLInputElement) || field.type !== "file")
    throw new Error(`${nameOf(target)} takes no files: it is <${field.localName}>, not <input type="file">.`);
  if (files.length > 1 && !field.multiple)
    throw new Error(`${nameOf(target)} takes one file, not ${files.length}: it is not multiple.`);
  chooseFiles(field, files);
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
  if (styles.hiderOf(element) !== undefined) return "";
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
