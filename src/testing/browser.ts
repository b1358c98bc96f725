import type { DOMWindow } from "jsdom";
import type { App } from "./app.js";
import { type Jsdom, loadJsdom } from "./dom.js";
import { Finder } from "./find.js";
import { internals } from "./jsdom-internals.js";
import { testOrigin } from "./requests.js";
import type { VisitOptions } from "./visit-options.js";

/** What the tabs of a visitor have in common, and what stays when a page is left. */
export class Browser {
  readonly app: App;
  readonly jsdom: Jsdom;
  readonly finder: Finder;
  readonly options: VisitOptions;
  readonly cookies: InstanceType<Jsdom["CookieJar"]>;
  readonly #stored = new Map<string, string>();

  private constructor(app: App, jsdom: Jsdom, finder: Finder, options: VisitOptions) {
    this.app = app;
    this.jsdom = jsdom;
    this.finder = finder;
    this.options = options;
    this.cookies = new jsdom.CookieJar();
    for (const [name, value] of Object.entries(options.cookies ?? {}))
      this.cookies.setCookieSync(`${name}=${value}; Path=/`, testOrigin);
  }

  /** @throws Error when what it needs is not installed */
  static async launch(app: App, options: VisitOptions): Promise<Browser> {
    const [jsdom, finder] = await Promise.all([loadJsdom(), Finder.load()]);
    return new Browser(app, jsdom, finder, options);
  }

  /** Gives a tab what its pages have stored. @param session that of the tab alone */
  restore({ localStorage, sessionStorage }: DOMWindow, session: Map<string, string>): void {
    for (const [storage, items] of [
      [localStorage, this.#stored],
      [sessionStorage, session],
    ] as const) {
      const behind = internals(storage);
      if (behind !== undefined) Reflect.set(behind, "_items", items);
    }
  }
}
