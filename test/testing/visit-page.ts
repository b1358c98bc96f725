import { type App, type Page, visit, type VisitOptions } from "datastar-tsx/testing";

/** A visit to a page with this body; other requests are answered by the app, if there is one. */
export function open(
  body: string,
  options: VisitOptions = {},
  app?: (request: Request) => Response | Promise<Response>,
): Promise<Page> {
  const site: App = (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== "/" && app !== undefined) return app(request);
    return new Response(`<!doctype html><html lang="en"><body>${body}</body></html>`, {
      headers: { "content-type": "text/html" },
    });
  };
  return visit(site, "/", options);
}
