/** The actions that send a request. */
export const requestActions = ["get", "post", "put", "patch", "delete", "query"] as const;

/** The actions of Datastar 1.0; the last three are Pro's. @see https://data-star.dev/reference/actions */
export const actionNames = ["peek", "setAll", "toggleAll", ...requestActions, "clipboard", "fit", "intl"] as const;

export type RequestAction = (typeof requestActions)[number];
export type ActionName = (typeof actionNames)[number];
