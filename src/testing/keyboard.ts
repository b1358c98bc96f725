// Keys that a user presses, and what browsers do then.
import type { DOMWindow } from "jsdom";
import { modalOf } from "./dialogs.js";
import { clickOn, fillIn, focusOn, isOfText, isTextField } from "./interaction.js";

const modifiers = { Alt: "altKey", Control: "ctrlKey", Meta: "metaKey", Shift: "shiftKey" } as const;

const named: { readonly [name: string]: string } = { Space: " ", Plus: "+" };

/**
 * Presses a key in an element and releases it.
 *
 * @param keys a key by its name, after modifiers: `Enter`, `Control+s`
 * @see https://www.w3.org/TR/uievents-key/
 */
export function pressIn(window: DOMWindow, element: HTMLElement, keys: string): void {
  const [, before = "", given = keys] = /^((?:(?:Alt|Control|Meta|Shift)\+)*)(.+)$/.exec(keys) ?? [];
  const held = Object.entries(modifiers).filter(([name]) => before.includes(name));
  const key = named[given] ?? given;
  const init = {
    key,
    code: codeOf(key),
    bubbles: true,
    cancelable: true,
    composed: true,
    ...Object.fromEntries(held.map(([, property]) => [property, true])),
  };
  focusOn(element);
  const isWanted = element.dispatchEvent(new window.KeyboardEvent("keydown", init));
  if (isWanted && held.every(([name]) => name === "Shift")) doAsBrowsers(window, element, key);
  // A key can take the element away.
  const { activeElement } = window.document;
  const released = element.isConnected ? element : (activeElement ?? window.document.body);
  released.dispatchEvent(new window.KeyboardEvent("keyup", init));
}

/** @see https://www.w3.org/TR/uievents-code/ */
function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key === " " ? "Space" : key;
}

function doAsBrowsers(window: DOMWindow, element: HTMLElement, key: string): void {
  if (key === "Escape") return modalOf(window.document)?.requestClose();
  const isClicked = element.matches(key === "Enter" ? "a[href], button, summary" : "button, summary, [type=checkbox]");
  if ((key === "Enter" || key === " ") && isClicked) return clickOn(window, element);
  if (!isTextField(window, element)) return;
  if (key === "Enter" && element instanceof window.HTMLInputElement) return submitBy(element);
  const text = key === "Enter" ? "\n" : key;
  if (isOfText(element) && !element.readOnly && text.length === 1) fillIn(window, element, key, element.value + text);
}

/** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission */
function submitBy({ form }: HTMLInputElement): void {
  if (form === null) return;
  const button = defaultButton(form);
  if (button !== undefined) button.click();
  else if (Array.from(form.elements).filter((each) => each.matches(hindering)).length < 2) form.requestSubmit();
}

// Two of them and no button: Enter does nothing.
const hindering =
  "input:not([type]), " +
  ["text", "search", "tel", "url", "email", "password", "date", "month", "week", "time", "datetime-local", "number"]
    .map((type) => `[type=${type}]`)
    .join(", ");

/** The button that Enter in a field presses. */
export function defaultButton(form: HTMLFormElement): HTMLElement | undefined {
  // Of `elements`, images are none.
  const root = form.getRootNode() as Document | ShadowRoot;
  return Array.from(root.querySelectorAll<HTMLButtonElement>("button, input[type=submit], input[type=image]")).find(
    (button) => button.form === form && /^(?:submit|image)$/.test(button.type),
  );
}
