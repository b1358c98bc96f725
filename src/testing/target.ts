/**
 * Where something is in a page, as its users find it: what stands on a button or link, or beside a field. Or in one of
 * these ways:
 *
 * - `text=Add`: the element with this text
 * - `label=Name`: the field with this label
 * - `role=button`, `role=button[name=Add]`: by role and accessible name
 * - `css=#list > li`: by selector
 */
export type Target = string;
