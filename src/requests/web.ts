import type { StandardSchemaV1 } from "@standard-schema/spec";
import { alreadyRead, checkLength, collect, type IncomingRequest, type ReadOptions, wentAway } from "./body.js";
import { readFormFrom } from "./read-form.js";
import { readSignalsFrom, type UncheckedSignals } from "./read-signals.js";
import { RequestError } from "./request-error.js";

/** Whether the Datastar client sent a request, and not the browser itself. */
export function isDatastarRequest(request: Request): boolean {
  return request.headers.get("datastar-request") === "true";
}

/**
 * Reads the signals that the client sent: in the query of GET and DELETE, in the body otherwise.
 *
 * @param schema what they must be: a set of `signals`, or any other Standard Schema
 * @returns the schema's output; without a schema, whatever the browser sent
 * @throws RequestError with status 400 (malformed, or the client went away), 413 (too large), 415 (not JSON) or 422
 *   (not
 *   what the schema says)
 * @see https://data-star.dev/reference/actions#get
 */
export function readSignals(request: Request): Promise<UncheckedSignals>;
export function readSignals<S extends StandardSchemaV1>(
  request: Request,
  schema: S,
  options?: ReadOptions,
): Promise<StandardSchemaV1.InferOutput<S>>;
export function readSignals(request: Request, schema?: StandardSchemaV1, options?: ReadOptions): Promise<unknown>;
export function readSignals(request: Request, schema?: StandardSchemaV1, options: ReadOptions = {}): Promise<unknown> {
  return readSignalsFrom(fromWeb(request), schema, options);
}

/**
 * Reads the form that `contentType: "form"` sent: in the query of GET and DELETE, urlencoded or multipart otherwise.
 *
 * @throws RequestError with status 400 (malformed, or the client went away), 413 (too large) or 415 (no form)
 * @see https://data-star.dev/reference/actions#options
 */
export function readForm(request: Request, options: ReadOptions = {}): Promise<FormData> {
  return readFormFrom(fromWeb(request), options);
}

function fromWeb(request: Request): IncomingRequest {
  return {
    method: request.method,
    query: new URL(request.url).search,
    contentType: request.headers.get("content-type") ?? "",
    body: async (limit) => {
      if (request.bodyUsed) throw alreadyRead();
      checkLength(request.headers.get("content-length"), limit);
      if (request.body === null) return new Uint8Array();
      try {
        return await collect(request.body, limit);
      } catch (error) {
        // What fails while a body arrives is the connection.
        throw error instanceof RequestError ? error : wentAway();
      }
    },
  };
}
