import { definePlugin, type Plugin } from "../attributes/plugins.js";
import { datastarVersion } from "../base/client-versions.js";
import { isPlainObject } from "../base/plain-object.js";
import { declareAction, knownActions } from "../expressions/action-names.js";
import type { RuleContext } from "./report.js";

/** What a project says of itself: `settings: { datastar: { … } }`. */
export interface DatastarSettings {
  /** The version of the Datastar client that its pages load. Default: the newest. */
  readonly client?: string;
  /** Its own attribute plugins, as `definePlugin` takes them, by name. */
  readonly plugins?: { readonly [name: string]: Plugin };
  /** The names of its own actions. */
  readonly actions?: readonly string[];
}

const seen = new WeakSet<object>();

/**
 * Makes the plugins and actions known that the configuration declares.
 *
 * @returns the version of the client
 */
export function declared(settings: RuleContext["settings"]): string {
  const ours = settings?.["datastar"];
  if (!isPlainObject(ours)) return datastarVersion;
  const { client = datastarVersion, plugins = {}, actions = [] }: DatastarSettings = ours;
  if (!seen.has(ours)) {
    seen.add(ours);
    for (const [name, plugin] of Object.entries(plugins)) definePlugin(name, plugin);
    for (const name of actions) if (!knownActions.has(name)) declareAction(name);
  }
  return client;
}
