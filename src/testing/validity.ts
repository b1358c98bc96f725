// Forms that are not valid: a browser says so beside the field, and sends nothing.
import type { DOMWindow } from "jsdom";
import { internals } from "./jsdom-internals.js";
import { tagOf } from "./styles.js";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Tells of fields for which the browser keeps a form back. Pages that say so themselves prevent the event's default. */
export function watchValidity(window: DOMWindow, problem: (error: Error) => void): void {
  let isSilent = false;
  const names = ["HTMLFormElement", "HTMLInputElement", "HTMLSelectElement", "HTMLTextAreaElement"] as const;
  for (const { prototype } of names.map((name) => window[name])) {
    const { checkValidity } = prototype;
    prototype.checkValidity = function check(this: unknown): boolean {
      isSilent = true;
      try {
        return Reflect.apply(checkValidity, this, []);
      } finally {
        isSilent = false;
      }
    };
  }
  let reported: readonly Event[] = [];
  const report = (): void => {
    const { target } = reported.find(({ defaultPrevented }) => !defaultPrevented) ?? {};
    reported = [];
    if (target instanceof window.Element) problem(invalid(target));
  };
  const hear = (event: Event): void => {
    if (isSilent) return;
    if (reported.length === 0) queueMicrotask(report);
    reported = [...reported, event];
  };
  window.addEventListener("invalid", hear, true);
  window.addEventListener("click", (event) => sendUnchecked(window, event));
}

/** Some buttons send a form as it is, which jsdom does not know. */
function sendUnchecked(window: DOMWindow, event: MouseEvent): void {
  const submitter = event.target instanceof window.Element ? event.target.closest("button, input") : null;
  if (!(submitter instanceof window.HTMLButtonElement || submitter instanceof window.HTMLInputElement)) return;
  const { form, formNoValidate } = submitter;
  if (event.defaultPrevented || !formNoValidate || form === null || !/^(?:submit|image)$/.test(submitter.type)) return;
  event.preventDefault();
  form.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }));
}

function invalid(field: Element): Error {
  const why = "validationMessage" in field && field.validationMessage ? ` (${String(field.validationMessage)})` : "";
  return new Error(`The form is not valid, so that it is not sent: ${tagOf(field)}${why}`);
}

/** Browsers take what a user typed for too short; jsdom cannot know that a user did. */
export function checkLength(field: Field): void {
  const validity = internals(field.validity);
  const state: unknown = validity === undefined ? undefined : Reflect.get(validity, "_state");
  if (typeof state !== "object" || state === null) return;
  const tooShort = (): boolean => field.value !== "" && field.minLength > 0 && field.value.length < field.minLength;
  Reflect.set(state, "tooShort", tooShort);
}
