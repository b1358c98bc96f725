import { nearest } from "../diagnostics/nearest.js";

/**
 * The roles of ARIA that elements can have.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#role_definitions
 */
const roles: readonly string[] = (
  "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox " +
  "complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid " +
  "gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar " +
  "menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio " +
  "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong " +
  "subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree " +
  "treegrid treeitem"
).split(" ");

/** @throws Error for a role that there is not, which names one that is like it, or all */
export function checkRole(role: string): void {
  if (roles.includes(role) || /^(?:doc|graphics)-/.test(role)) return;
  const near = nearest(role, roles);
  throw new Error(
    `There is no role ${JSON.stringify(role)}. ${near === undefined ? `Roles are: ${roles.join(", ")}.` : `Did you mean "${near}"?`}`,
  );
}
