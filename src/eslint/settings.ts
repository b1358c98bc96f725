import { definePlugin, type Plugin } from "../attributes/plugins.js";
import { type ClientOptions, useClient } from "../base/configure-client.js";
import { isPlainObject } from "../base/plain-object.js";
import { declareAction, knownActions } from "../expressions/action-names.js";
import type { RuleContext } from "./report.js";

/** What a project says of itself: `settings: { datastar: { … } }`. */
export interface DatastarSettings {
  /** The Datastar client that it runs, as `configureClient` takes it, or its version alone. Default: the newest. */
  readonly client?: string | ClientOptions;
  /** Its own attribute plugins, as `definePlugin` takes them, by name. */
  readonly plugins?: { readonly [name: string]: Plugin };
  /** The names of its own actions. */
  readonly actions?: readonly string[];
}

const seen = new WeakSet<object>();

/** Makes known what the configuration of the file says that is linted next. */
export function declare(settings: RuleContext["settings"]): void {
  const ours = settings?.["datastar"];
  const { client = {}, plugins = {}, actions = [] }: DatastarSettings = isPlainObject(ours) ? ours : {};
  useClient(typeof client === "string" ? { version: client } : client);
  if (!isPlainObject(ours) || seen.has(ours)) return;
  seen.add(ours);
  for (const [name, plugin] of Object.entries(plugins)) definePlugin(name, plugin);
  for (const name of actions) if (!knownActions.has(name)) declareAction(name);
}
