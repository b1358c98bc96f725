// Scripts of a page in files of their own, which jsdom does not load.
import type { DOMWindow } from "jsdom";
import { isClient } from "./client-source.js";

/**
 * Runs the scripts that the app serves, in their order, when the page is there: as with `defer`.
 *
 * @param load the text of a script, if the app serves it
 * @param problem gets what is thrown, and that a module imports others
 */
export async function runScripts(
  window: DOMWindow,
  load: (url: URL) => Promise<string | undefined>,
  problem: (error: unknown) => void,
): Promise<void> {
  for (const script of window.document.querySelectorAll<HTMLScriptElement>("script[src]")) {
    const url = new URL(script.src);
    const isModule = script.type === "module";
    if (url.origin !== window.location.origin || !(isModule || /^(?:text\/javascript)?$/.test(script.type))) continue;
    const source = await load(url);
    if (source === undefined || isClient(source)) continue;
    if (isModule && /^\s*(?:import|export)\b/m.test(source)) {
      problem(new Error(`${url.pathname} imports or exports, which modules cannot do in a visit: use a browser.`));
      continue;
    }
    try {
      window.eval(isModule ? `(() => { "use strict"; ${source}\n})()` : source);
    } catch (error) {
      problem(error);
    }
  }
}
