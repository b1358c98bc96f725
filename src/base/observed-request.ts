/** A request, as telemetry tells of it. */
export interface ObservedRequest {
  /** As the server has given it: a `Request`, or that of Node.js, on which middleware may have put more. */
  readonly original: object;
  readonly method: string;
  /** Without the query, which has the signals of a GET in it. */
  readonly path: string;
  /** Reads a header, such as `traceparent`. */
  header(name: string): string | undefined;
}

/** What requests of the web and of Node.js have in common. */
export interface AnyRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Headers | { readonly [name: string]: string | readonly string[] | undefined };
}

export function observedRequest(request: AnyRequest): ObservedRequest {
  const { headers, method = "GET" } = request;
  return {
    original: request,
    method,
    path: pathOf(request),
    header: (name) =>
      (headers instanceof Headers ? headers.get(name) : headers[name.toLowerCase()])?.toString() ?? undefined,
  };
}

function pathOf(request: AnyRequest): string {
  // Express takes off of `url` what a router is mounted at.
  const url = "originalUrl" in request ? String(request.originalUrl) : (request.url ?? "/");
  const [, path = ""] = /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? [];
  return path === "" ? "/" : path;
}
