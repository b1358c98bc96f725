/** The actions of Datastar 1.0. @see https://data-star.dev/reference/actions */
export const actions: ReadonlySet<string> = new Set([
  "peek",
  "setAll",
  "toggleAll",
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "clipboard",
  "fit",
  "intl",
]);

/** Those that are called by mistake without their `@`; the other names have meanings of their own in a page. */
export const actionsWithoutAt: ReadonlySet<string> = new Set([
  "peek",
  "setAll",
  "toggleAll",
  "get",
  "post",
  "put",
  "patch",
]);
