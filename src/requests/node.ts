import type { IncomingMessage } from "node:http";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { alreadyRead, checkLength, collect, type IncomingRequest, type ReadOptions, wentAway } from "./body.js";
import { readFormFrom } from "./read-form.js";
import { readSignalsFrom, type UncheckedSignals } from "./read-signals.js";

/** Whether the Datastar client sent a request, and not the browser itself. */
export function isDatastarRequest(request: IncomingMessage): boolean {
  return request.headers["datastar-request"] === "true";
}

/**
 * Reads the signals that the client sent: in the query of GET and DELETE, in the body otherwise. A JSON body that
 * middleware such as `express.json()` has parsed into `request.body` is taken as it is.
 *
 * @param schema what they must be: a set of `signals`, or any other Standard Schema
 * @returns the schema's output; without a schema, whatever the browser sent
 * @throws RequestError with status 400 (malformed, or the client went away), 413 (too large), 415 (not JSON) or 422
 *   (not
 *   what the schema says)
 * @see https://data-star.dev/reference/actions#get
 */
export function readSignals(request: IncomingMessage): Promise<UncheckedSignals>;
export function readSignals<S extends StandardSchemaV1>(
  request: IncomingMessage,
  schema: S,
  options?: ReadOptions,
): Promise<StandardSchemaV1.InferOutput<S>>;
export function readSignals(
  request: IncomingMessage,
  schema?: StandardSchemaV1,
  options?: ReadOptions,
): Promise<unknown>;
export function readSignals(
  request: IncomingMessage,
  schema?: StandardSchemaV1,
  options: ReadOptions = {},
): Promise<unknown> {
  return readSignalsFrom(fromNode(request), schema, options);
}

/**
 * Reads the form that `contentType: "form"` sent: in the query of GET and DELETE, urlencoded or multipart otherwise.
 *
 * @throws RequestError with status 400 (malformed, or the client went away), 413 (too large) or 415 (no form)
 * @see https://data-star.dev/reference/actions#options
 */
export function readForm(request: IncomingMessage, options: ReadOptions = {}): Promise<FormData> {
  return readFormFrom(fromNode(request), options);
}

function fromNode(request: IncomingMessage): IncomingRequest {
  const url = request.url ?? "/";
  const question = url.indexOf("?");
  // Express 4's parsers set an empty object also when they leave a body alone that is not theirs.
  const given = "body" in request && request.readableDidRead !== false ? request.body : undefined;
  return {
    method: request.method ?? "GET",
    query: question < 0 ? "" : url.slice(question),
    contentType: request.headers["content-type"] ?? "",
    parsed: given instanceof Uint8Array ? undefined : given,
    body: async (limit) => {
      if (given instanceof Uint8Array) return collect([given], limit);
      if (request.readableEnded) throw alreadyRead(" Or put what was read into `request.body`.");
      if (request.destroyed) throw wentAway();
      checkLength(request.headers["content-length"], limit);
      try {
        // The request stays whole, so that it can be answered, when only the beginning of its body was read.
        return await collect(request.iterator({ destroyOnReturn: false }), limit);
      } catch (error) {
        // Whoever sends all of a body before reading the answer must be able to, however much of it is left.
        request.resume();
        throw error instanceof Error && "code" in error && error.code === "ECONNRESET" ? wentAway() : error;
      }
    },
  };
}
