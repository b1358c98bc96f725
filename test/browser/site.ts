import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers a request, as in any program on `node:http`; or returns a `Response`, as on any other server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What a site serves, by method and path: `"POST /todos"`, or `"POST /*"` for all other paths. */
export type Routes = { readonly [route: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`]: Handler };

/** A server of the test's own. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves routes on a free port. What a handler throws goes to `report`. */
export async function serve(routes: Routes, report: (problem: string) => void): Promise<Site> {
  const handlers = new Map<string, Handler>(Object.entries(routes));
  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url?.split("?", 1)[0]}`;
    answer(handlers.get(route) ?? handlers.get(`${request.method} /*`), request, response).catch((error: unknown) => {
      report(`${route}: ${error instanceof Error ? error.stack : String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(handler: Handler | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (handler === undefined) {
    response.writeHead(404).end();
    return;
  }
  const result: unknown = await handler(request, response);
  if (!(result instanceof Response)) return;
  response.writeHead(result.status, Object.fromEntries(result.headers));
  if (result.body !== null) {
    const reader = result.body.getReader();
    response.once("close", () => void reader.cancel());
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) response.write(chunk.value);
  }
  response.end();
}
