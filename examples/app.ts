import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { RequestError } from "datastar-tsx";
import { hostClient, sendClient } from "datastar-tsx/node";

// `npx datastar-tsx client` puts it there; without it, pages load the client from the CDN.
const client = await hostClient(process.env["DATASTAR_BUNDLE"] ?? "public/datastar.js", { ifMissing: "cdn" });

/** Answers one kind of request; `params` holds what stood for the `:name` parts of the path. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Readonly<Record<string, string>>,
) => unknown;

/** Handlers by method and path: `"POST /todo/:id/toggle"`. */
export type Routes = Readonly<Record<string, Handler>>;

/** A server for the routes of some examples: just enough of a router for them. */
export function createApp(routes: Routes): Server {
  const table = Object.entries(routes).map(([route, handler]) => ({ matches: matcher(route), handler }));
  return createServer(async (request, response) => {
    try {
      if (sendClient(response, client)) return;
      const path = `${request.method} ${request.url?.split("?", 1)[0]}`;
      for (const { matches, handler } of table) {
        const params = matches(path);
        if (params === undefined) continue;
        await handler(request, response, params);
        return;
      }
      response.writeHead(404).end("Not found");
    } catch (error) {
      const status = error instanceof RequestError ? error.status : 500;
      if (status === 500) console.error(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(status, { "content-type": "text/plain; charset=utf-8" })
          .end(error instanceof RequestError ? error.message : "Something went wrong");
    }
  });
}

function matcher(route: string): (path: string) => Record<string, string> | undefined {
  const pattern = new RegExp(`^${route.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
  return (path) => {
    const match = pattern.exec(path);
    return match === null ? undefined : { ...match.groups };
  };
}
