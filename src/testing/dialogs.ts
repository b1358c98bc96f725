// Dialogs, which jsdom has as elements that do nothing.
import type { DOMWindow } from "jsdom";
import { focusable } from "./focusable.js";

/** The modal dialogs of each document, the one on top last. */
const modals = new WeakMap<Document, HTMLDialogElement[]>();

/** The dialog that keeps its page from being used. */
export function modalOf(document: Document): HTMLDialogElement | undefined {
  return modals.get(document)?.findLast((dialog) => dialog.isConnected && dialog.open);
}

/** @see https://html.spec.whatwg.org/multipage/interactive-elements.html#the-dialog-element */
export function ownDialogs(window: DOMWindow): void {
  const { document, DOMException, Event } = window;
  const shown: HTMLDialogElement[] = [];
  // What had the focus before, and gets it back.
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  modals.set(document, shown);
  const open = (dialog: HTMLDialogElement, asModal: boolean): void => {
    if (dialog.open && asModal === shown.includes(dialog)) return;
    if (dialog.open) throw new DOMException("The dialog is open already.", "InvalidStateError");
    if (asModal && !dialog.isConnected)
      throw new DOMException("The dialog is not in the document.", "InvalidStateError");
    dialog.open = true;
    if (asModal) shown.push(dialog);
    before.set(dialog, document.activeElement);
    (
      dialog.querySelector<HTMLElement>("[autofocus]") ??
      dialog.querySelector<HTMLElement>(focusable) ??
      dialog
    ).focus();
  };
  Object.assign(window.HTMLDialogElement.prototype, {
    returnValue: "",
    show(this: HTMLDialogElement): void {
      open(this, false);
    },
    showModal(this: HTMLDialogElement): void {
      open(this, true);
    },
    close(this: HTMLDialogElement, result?: string): void {
      if (!this.open) return;
      this.open = false;
      if (shown.includes(this)) shown.splice(shown.indexOf(this), 1);
      if (result !== undefined) this.returnValue = result;
      const focused = before.get(this);
      if (focused instanceof window.HTMLElement && focused.isConnected) focused.focus();
      window.setTimeout(() => this.dispatchEvent(new Event("close")), 0);
    },
    requestClose(this: HTMLDialogElement, result?: string): void {
      if (this.open && this.dispatchEvent(new Event("cancel", { cancelable: true }))) this.close(result);
    },
  });
}

/** Of `<details>` with one name, the one that is opened closes the others. */
export function ownDetails(window: DOMWindow): void {
  const closeOthers = ({ target }: Event): void => {
    if (!(target instanceof window.HTMLDetailsElement) || !target.open) return;
    const name = target.getAttribute("name") ?? "";
    for (const other of name === "" ? [] : window.document.querySelectorAll<HTMLDetailsElement>("details[open]"))
      if (other !== target && other.getAttribute("name") === name) other.open = false;
  };
  window.addEventListener("toggle", closeOthers, true);
}
