/**
 * Where something is in a page, as its users find it: what stands on a button or link, or beside a field, as a whole,
 * or as far as a regular expression says. Or in one of these ways:
 *
 * - `text=Add`: the element with this text
 * - `label=Name`: the field with this label
 * - `role=button`, `role=button[name=Add]`, `role=button[name=/add/i]`: by role and accessible name
 * - `css=#list > li`: by selector
 */
export type Target = string | RegExp;

/** A target in a message. */
export function nameOf(target: Target): string {
  return typeof target === "string" ? JSON.stringify(target) : String(target);
}
