// What there is in a page, for who looks for something else.
import { nearest } from "../diagnostics/nearest.js";
import { nameOf, type Target } from "./target.js";

/** What does something when it is clicked. */
export const actors = "button, a[href], summary, input[type=submit], input[type=button], [role=button], [role=link]";

/** How many names are worth reading. */
const most = 12;

/** What stands on an element. */
export function nameIn(element: Element): string {
  const text = element.getAttribute("aria-label") ?? (element.textContent || element.getAttribute("value")) ?? "";
  return text.replaceAll(/\s+/g, " ").trim();
}

/** How the fields of a part of a page are called. */
export function labelsIn(root: HTMLElement): readonly string[] {
  const fields = Array.from(root.querySelectorAll<HTMLInputElement>("input, select, textarea, [contenteditable]"));
  return fields.flatMap((field) => {
    const label = field.labels?.[0];
    return (
      (label === undefined ? field.getAttribute("aria-label") : nameIn(label)) ??
      field.getAttribute("placeholder") ??
      []
    );
  });
}

/** The names that there are, or the one that is like what was looked for. */
export function listOf(kind: string, names: readonly string[], sought: Target): string {
  const all = Array.from(new Set(names)).filter((name) => name !== "");
  if (all.length === 0) return `. It has no ${kind}.`;
  const text = String(sought).toLowerCase();
  const near =
    typeof sought === "string"
      ? (all.find((name) => name.toLowerCase().includes(text)) ?? nearest(sought, all))
      : undefined;
  if (near !== undefined)
    return `. Did you mean ${nameOf(near)}? A name is matched as a whole; /a part/ matches a part of it.`;
  const rest = all.length > most ? ` and ${all.length - most} more` : "";
  return `. Its ${kind}: ${all.slice(0, most).map(nameOf).join(", ")}${rest}.`;
}
