import * as web from "datastar-tsx";
import { answer } from "../handler.js";

/** Answers a request of a server that speaks `Request` and `Response`. */
export async function fetch(request: Request): Promise<Response> {
  const response = await answer(new URL(request.url).pathname, {
    header: (name) => request.headers.get(name) ?? undefined,
    isDatastarRequest: () => web.isDatastarRequest(request),
    readSignals: (schema) => web.readSignals(request, schema),
    readForm: () => web.readForm(request),
    readFields: (schema) => web.readForm(request, schema),
    page: (page, options) => web.pageResponse(page, { ...options, request }),
    elements: (elements, options) => web.elementsResponse(elements, { ...options, request }),
    signals: (signals, options) => web.signalsResponse(signals, { ...options, request }),
    script: (script, options) => web.scriptResponse(script, { ...options, request }),
    redirect: (url, options) => web.redirectResponse(url, { ...options, request }),
    noContent: (options) => web.noContent({ ...options, request }),
    stream: (handler, options) => web.stream(request, handler, options),
    client: (client) => {
      const response = web.clientResponse(request, client);
      if (response === undefined) throw new TypeError(`${request.url} is not the client's.`);
      return response;
    },
    reply: (status, text) => new Response(text, { status }),
  });
  if (response === undefined) throw new TypeError("A web handler returns a response.");
  return response;
}
