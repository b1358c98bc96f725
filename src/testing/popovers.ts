// Popovers, and buttons that say what they do to another element: jsdom has neither.
import type { DOMWindow } from "jsdom";

/** Those that are shown, in each document, the last one on top. */
const shown = new WeakMap<Document, HTMLElement[]>();

export function isShownPopover(element: Element): boolean {
  return shown.get(element.ownerDocument)?.some((popover) => popover === element) === true;
}

/** Hides the popover that Escape closes. @returns whether there is one */
export function closePopover(document: Document): boolean {
  const top = shown.get(document)?.findLast(isAuto);
  top?.hidePopover();
  return top !== undefined;
}

/** @see https://html.spec.whatwg.org/multipage/popover.html */
export function ownPopovers(window: DOMWindow): void {
  const { document, DOMException, Event, HTMLElement } = window;
  const open: HTMLElement[] = [];
  shown.set(document, open);
  const tell = (popover: HTMLElement, name: string, [oldState, newState]: readonly [string, string]): boolean =>
    popover.dispatchEvent(
      Object.assign(new Event(name, { cancelable: name === "beforetoggle" && newState === "open" }), {
        oldState,
        newState,
      }),
    );
  const hide = (popover: HTMLElement): void => {
    const states = ["open", "closed"] as const;
    tell(popover, "beforetoggle", states);
    if (!open.includes(popover)) return;
    open.splice(open.indexOf(popover), 1);
    window.setTimeout(() => tell(popover, "toggle", states), 0);
  };
  /** Of popovers that close by themselves, those stay that an element is in, or is opened from. */
  const hideOthers = (from: Element | null): void => {
    for (const popover of open.filter(isAuto).toReversed()) if (!popover.contains(from)) hide(popover);
  };
  const show = (popover: HTMLElement, from: Element | null = popover): void => {
    if (!popover.hasAttribute("popover") || !popover.isConnected)
      throw new DOMException("The element is no popover of this document.", "NotSupportedError");
    if (open.includes(popover)) return;
    const states = ["closed", "open"] as const;
    if (!tell(popover, "beforetoggle", states)) return;
    if (isAuto(popover)) hideOthers(from);
    open.push(popover);
    popover.querySelector<HTMLElement>("[autofocus]")?.focus();
    window.setTimeout(() => tell(popover, "toggle", states), 0);
  };
  const toggle = (popover: HTMLElement, from?: Element): void =>
    open.includes(popover) ? hide(popover) : show(popover, from);
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement): void {
      show(this);
    },
    hidePopover(this: HTMLElement): void {
      if (open.includes(this)) hide(this);
    },
    togglePopover(this: HTMLElement, force?: boolean): boolean {
      if (force === undefined || force !== open.includes(this)) toggle(this);
      return open.includes(this);
    },
  });
  const commands: { readonly [name: string]: (target: HTMLElement, button: HTMLButtonElement) => void } = {
    "show-popover": (target, button) => show(target, button),
    "hide-popover": (target) => target.hidePopover(),
    "toggle-popover": (target, button) => toggle(target, button),
    "show-modal": (target) => isDialog(target) && !target.open && target.showModal(),
    close: (target, { value }) => isDialog(target) && target.close(value || undefined),
    "request-close": (target, { value }) => isDialog(target) && target.requestClose(value || undefined),
  };
  const byId = (button: Element, name: string): HTMLElement | null =>
    document.getElementById(button.getAttribute(name) ?? "");
  const act = (button: HTMLButtonElement): boolean => {
    const target = byId(button, "commandfor");
    if (target !== null) {
      const command = button.getAttribute("command") ?? "";
      const event = Object.assign(new Event("command", { cancelable: true }), { command, source: button });
      if (target.dispatchEvent(event) && Object.hasOwn(commands, command)) commands[command]?.(target, button);
      return true;
    }
    const popover = byId(button, "popovertarget");
    if (popover === null) return false;
    const action = button.getAttribute("popovertargetaction") ?? "toggle";
    if (action === "hide") popover.hidePopover();
    else if (action === "show") show(popover, button);
    else toggle(popover, button);
    return true;
  };
  // A press outside of it closes a popover, but for the button that opens and closes it.
  window.addEventListener("pointerdown", (event) => {
    const pressed = event.target instanceof window.Element ? event.target : null;
    const button = pressed?.closest("button, input");
    const invoked = button && (byId(button, "popovertarget") ?? byId(button, "commandfor"));
    hideOthers(invoked !== null && invoked !== undefined && open.includes(invoked) ? invoked : pressed);
  });
  window.addEventListener("click", (event) => {
    const button = event.target instanceof window.Element ? event.target.closest("button, input") : null;
    if (button === null || event.defaultPrevented || button.matches(":disabled")) return;
    if (act(button as HTMLButtonElement)) event.preventDefault();
  });
}

function isAuto(popover: HTMLElement): boolean {
  return popover.getAttribute("popover")?.toLowerCase() !== "manual";
}

function isDialog(element: Element): element is HTMLDialogElement {
  return element.localName === "dialog";
}
