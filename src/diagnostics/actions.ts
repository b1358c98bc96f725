import { actionNames, knownActions } from "../expressions/action-names.js";

export const actions: ReadonlySet<string> = knownActions;

// Names that have meanings of their own in a page.
const elsewhere: ReadonlySet<string> = new Set(["delete", "clipboard", "fit", "intl"]);

/** Those that are called by mistake without their `@`. */
export const actionsWithoutAt: ReadonlySet<string> = new Set(actionNames.filter((name) => !elsewhere.has(name)));
