// Keys that a user presses, and what browsers do then.
import type { DOMWindow } from "jsdom";
import { modalOf } from "./dialogs.js";
import { groupOf, moveFocus } from "./focus.js";
import { changed, clickOn, fillIn, focusOn, isOfText, isTextField } from "./interaction.js";
import { closePopover } from "./popovers.js";

const modifiers = { Alt: "altKey", Control: "ctrlKey", Meta: "metaKey", Shift: "shiftKey" } as const;

const named: { readonly [name: string]: string } = { Space: " ", Plus: "+" };

/**
 * Presses a key in an element and releases it.
 *
 * @param element undefined for what has the focus
 * @param keys a key by its name, after modifiers: `Enter`, `Control+s`
 * @see https://www.w3.org/TR/uievents-key/
 */
export function pressIn(window: DOMWindow, element: HTMLElement | undefined, keys: string): void {
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
  if (element !== undefined) focusOn(element);
  const focused = focusedIn(window);
  const pressed = element ?? focused;
  const isWanted = pressed.dispatchEvent(new window.KeyboardEvent("keydown", init));
  if (isWanted && held.every(([name]) => name === "Shift")) doAsBrowsers(window, pressed, key, held.length > 0);
  // A key can take the element away, or the focus from it.
  const isStill = pressed.isConnected && focusedIn(window) === focused;
  (isStill ? pressed : focusedIn(window)).dispatchEvent(new window.KeyboardEvent("keyup", init));
}

function focusedIn({ document }: DOMWindow): HTMLElement {
  return (document.activeElement as HTMLElement | null) ?? document.body;
}

/** @see https://www.w3.org/TR/uievents-code/ */
function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key === " " ? "Space" : key;
}

function doAsBrowsers(window: DOMWindow, element: HTMLElement, key: string, withShift: boolean): void {
  if (key === "Tab") return moveFocus(window, withShift);
  if (key === "Escape") return closePopover(window.document) ? undefined : modalOf(window.document)?.requestClose();
  const isClicked = element.matches(
    key === "Enter" ? "a[href], button, summary" : "button, summary, [type=checkbox], [type=radio]",
  );
  if ((key === "Enter" || key === " ") && isClicked) return clickOn(window, element);
  if (element instanceof window.HTMLSelectElement || element instanceof window.HTMLInputElement) {
    if (stepBy(window, element, key)) return;
  }
  if (!isTextField(window, element)) return;
  if (key === "Enter" && element instanceof window.HTMLInputElement) return submitBy(element);
  if (!isOfText(element) || element.readOnly) return;
  const text = key === "Enter" ? "\n" : key;
  if (text.length === 1) fillIn(window, element, key, element.value + text);
  else if (key === "Backspace" && element.value !== "")
    fillIn(window, element, key, Array.from(element.value).slice(0, -1).join(""));
}

/** How far arrows go: in values, options or radio buttons. */
const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1 };

/** Changes a field as keys do. @returns whether the key is one of those */
function stepBy(window: DOMWindow, field: HTMLSelectElement | HTMLInputElement, key: string): boolean {
  const step = steps[key] ?? 0;
  const { type } = field;
  if (type === "radio" && step !== 0) {
    const group = groupOf(field as HTMLInputElement);
    const next = group.at((group.indexOf(field as HTMLInputElement) + step) % group.length);
    next?.focus();
    next?.click();
    return true;
  }
  const before = field.value;
  if (type === "select-one" && step !== 0) {
    const options = Array.from((field as HTMLSelectElement).options).filter((option) => !option.disabled);
    const next = options[options.findIndex(({ selected }) => selected) + step];
    if (next !== undefined) next.selected = true;
  } else if (type === "range" || (type === "number" && /^Arrow(?:Up|Down)$/.test(key))) {
    const input = field as HTMLInputElement;
    // Up is more, in fields that are numbers.
    if (/^Arrow(?:Up|Right)$/.test(key)) input.stepUp();
    else if (step !== 0) input.stepDown();
    else if (key === "Home") input.value = input.min || "0";
    else if (key === "End") input.value = input.max || "100";
    else return false;
  } else return false;
  if (field.value !== before) changed(window, field);
  return true;
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
