import type { AddressInfo } from "node:net";
import * as node from "datastar-tsx/node";
import type { NodeRequest, NodeResponse } from "datastar-tsx/node";
import { answer } from "../handler.js";

/** Answers a request of `node:http` or `node:http2`. */
export function listener(request: NodeRequest, response: NodeResponse): void {
  void answer(request.url?.split("?", 1)[0] ?? "/", {
    header: (name) => request.headers[name]?.toString(),
    isDatastarRequest: () => node.isDatastarRequest(request),
    readSignals: (schema) => node.readSignals(request, schema),
    readForm: () => node.readForm(request),
    readFields: (schema) => node.readForm(request, schema),
    page: (...args) => node.sendPage(response, ...args),
    elements: (...args) => node.sendElements(response, ...args),
    signals: (...args) => node.sendSignals(response, ...args),
    script: (...args) => node.sendScript(response, ...args),
    redirect: (...args) => node.sendRedirect(response, ...args),
    noContent: (...args) => node.sendNoContent(response, ...args),
    stream: (...args) => node.stream(request, response, ...args),
    client: (client) => {
      if (!node.sendClient(response, client)) throw new TypeError(`${request.url} is not the client's.`);
    },
    reply: (status, text) => {
      response.statusCode = status;
      response.end(text);
    },
  });
}

/** Tells the test where the server listens. */
export function listening(this: { address(): AddressInfo | string | null }): void {
  const address = this.address();
  if (typeof address === "object") console.log(address?.port);
}
