import type { Versions } from "../base/client-versions.js";
import { shared } from "../base/shared.js";

/** The actions that send a request. */
export const requestActions = ["get", "post", "put", "patch", "delete", "query"] as const;

/** The actions of Datastar 1.0; the last three are Pro's. @see https://data-star.dev/reference/actions */
export const actionNames = ["peek", "setAll", "toggleAll", ...requestActions, "clipboard", "fit", "intl"] as const;

/** Which clients have an action, where not all do. */
const versions: { readonly [action: string]: Versions } = { query: { since: "1.0.4" } };

export function actionVersions(name: string): Versions {
  return (Object.hasOwn(versions, name) ? versions[name] : undefined) ?? {};
}

/** The names of all actions, those of the program's own plugins included. */
export const knownActions = shared("actions", () => new Set<string>());
// Another copy may know fewer.
for (const name of actionNames) knownActions.add(name);

/**
 * Makes the action of a plugin known.
 *
 * @throws TypeError for a name that no action can have, or that Datastar has already
 */
export function declareAction(name: string): void {
  const names: readonly string[] = actionNames;
  if (names.includes(name)) throw new TypeError(`@${name} is an action of Datastar, which has a helper of its own.`);
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new TypeError(`No action can be named ${JSON.stringify(name)}.`);
  knownActions.add(name);
}

export type RequestAction = (typeof requestActions)[number];
export type ActionName = (typeof actionNames)[number];
