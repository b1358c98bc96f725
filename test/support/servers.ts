import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as web from "datastar-tsx";
import type { OriginOptions, ReadOptions, StreamHandler, StreamOptions } from "datastar-tsx";
import * as node from "datastar-tsx/node";
import { onTestFinished } from "vitest";
import { type Departure, webListener } from "./web-adapter.js";

/** The answer to a request: a web response, or a promise of the moment when a Node.js response is done. */
export type Answer = Response | void | Promise<Response | void>;

/** One request, with the toolkit's functions for the server it came to. */
export interface Exchange {
  isDatastarRequest(): boolean;
  readSignals(schema?: StandardSchemaV1, options?: ReadOptions): Promise<unknown>;
  /** `readForm` with a schema. */
  readFields(schema: StandardSchemaV1): Promise<unknown>;
  readForm(options?: ReadOptions): Promise<FormData>;
  checkOrigin(options?: OriginOptions): void;
  stream(handler: StreamHandler, options?: StreamOptions<unknown>): Answer;
  /** Answers without the toolkit. */
  reply(status: number, text: string): Answer;
  /** Resolves when the connection of the response is closed. */
  readonly gone: Promise<void>;
  readonly request: Request | IncomingMessage;
}

/** A kind of server that the toolkit runs on. */
export interface TestServer {
  readonly name: string;
  /** Starts a server until the test is finished, and returns its URL. */
  serve(handle: (exchange: Exchange) => Answer): Promise<string>;
}

export const nodeServer: TestServer = {
  name: "node",
  serve: (handle) => listen((request, response) => void handle(nodeExchange(request, response))),
};

export const webServer = (departure: Departure): TestServer => ({
  name: `web (${departure})`,
  serve: (handle) =>
    listen(
      webListener(async (request, gone) => {
        const response = await handle(webExchange(request, gone));
        if (response === undefined) throw new TypeError("A web handler returns a response.");
        return response;
      }, departure),
    ),
});

/** Both ways to answer a request. */
export const servers = [nodeServer, webServer("cancel")];

/** The same, and both ways in which a web server tells that the client went away. */
export const streamServers = [nodeServer, webServer("cancel"), webServer("abort")];

/** Serves on a free port until the test is finished. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function nodeExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  return {
    isDatastarRequest: () => node.isDatastarRequest(request),
    readSignals: (schema, options) => node.readSignals(request, schema, options),
    readFields: (schema) => node.readForm(request, schema),
    readForm: (options) => node.readForm(request, options),
    checkOrigin: (options) => node.checkOrigin(request, options),
    stream: (handler, options) => node.stream(request, response, handler, options),
    reply: (status, text) => void response.writeHead(status).end(text),
    gone: new Promise((resolve) => response.once("close", resolve)),
    request,
  };
}

function webExchange(request: Request, gone: Promise<void>): Exchange {
  return {
    isDatastarRequest: () => web.isDatastarRequest(request),
    readSignals: (schema, options) => web.readSignals(request, schema, options),
    readFields: (schema) => web.readForm(request, schema),
    readForm: (options) => web.readForm(request, options),
    checkOrigin: (options) => web.checkOrigin(request, options),
    stream: (handler, options) => web.stream(request, handler, options),
    reply: (status, text) => new Response(text, { status }),
    gone,
    request,
  };
}
