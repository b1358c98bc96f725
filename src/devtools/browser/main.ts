import { Panel } from "./panel.js";
import { watchPatches } from "./patches.js";
import { watchRequests } from "./requests.js";
import { watchServer } from "./server.js";
import { watchSignals } from "./signals.js";
import { Store } from "./store.js";

/** What the server says to the script. */
export interface DevtoolsSettings {
  readonly feed?: string | undefined;
}

/** Watches the client of this page, and shows what it does. Called by the script that `<Devtools>` prints. */
export function start({ feed }: DevtoolsSettings): void {
  const store = new Store();
  watchRequests(store);
  watchPatches(store);
  const setSignal = watchSignals(store);
  if (feed !== undefined) watchServer(store, feed);
  const panel = new Panel(store, setSignal);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => panel.attach());
  else panel.attach();
}
