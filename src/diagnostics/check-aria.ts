import { type Diagnostic, error } from "./diagnostic.js";
import { suggest } from "./nearest.js";

// oxfmt-ignore
const list = [
  "activedescendant", "atomic", "autocomplete", "braillelabel", "brailleroledescription", "busy", "checked", "colcount", "colindex",
  "colindextext", "colspan", "controls", "current", "describedby", "description", "details", "disabled", "dropeffect", "errormessage",
  "expanded", "flowto", "grabbed", "haspopup", "hidden", "invalid", "keyshortcuts", "label", "labelledby", "level", "live", "modal",
  "multiline", "multiselectable", "orientation", "owns", "placeholder", "posinset", "pressed", "readonly", "relevant", "required",
  "roledescription", "rowcount", "rowindex", "rowindextext", "rowspan", "selected", "setsize", "sort", "valuemax", "valuemin", "valuenow",
  "valuetext",
] as const;

/** The ARIA attributes. A type test holds them against the types of elements. */
export type AriaAttribute = `aria-${(typeof list)[number]}`;

const known: ReadonlySet<string> = new Set(list.map((name) => `aria-${name}`));

/**
 * Checks the name of an attribute that begins with `aria-`: TypeScript checks none with a hyphen that it does not know.
 */
export function checkAria(name: string): readonly Diagnostic[] {
  const folded = name.toLowerCase();
  if (!folded.startsWith("aria-") || known.has(folded)) return [];
  return [
    error(
      "unknown-aria",
      `${name}: there is no such ARIA attribute; ${suggest(folded, known, "see https://www.w3.org/TR/wai-aria/#state_prop_def.")}`,
    ),
  ];
}
