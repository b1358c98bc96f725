import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isSentByDatastar } from "../base/datastar-request.js";
import { checkWebRequest } from "../base/request-kind.js";
import {
  alreadyRead,
  checkLength,
  collect,
  type IncomingRequest,
  type OriginOptions,
  type ReadOptions,
  readSettings,
  wentAway,
} from "./body.js";
import { formArguments, readFormFrom } from "./read-form.js";
import { readSignalsFrom, type UncheckedSignals } from "./read-signals.js";
import { calledFrom, RequestError, toldRefused } from "./request-error.js";
import { checkOrigins, checkProvenance } from "./same-origin.js";

/** Whether the Datastar client sent a request, and not the browser itself. */
export function isDatastarRequest(request: Request): boolean {
  checkWebRequest(request);
  return isSentByDatastar(request.headers.get("datastar-request"));
}

/**
 * Reads the signals that the client sent: in the query of GET and DELETE, in the body otherwise. What a
 * framework has read already goes into the option `body`.
 *
 * A request that a page of another origin has made the browser send is refused, unless it is a GET: see the option
 * `origins`.
 *
 * @param schema what they must be: a set of `signals`, or any other Standard Schema
 * @returns the schema's output; without a schema, whatever the browser sent
 * @throws RequestError with status 400 (malformed, or the client went away), 403 (of another origin), 413 (too large),
 *   415 (not JSON) or 422 (not what the schema says)
 * @throws TypeError or RangeError for options that cannot be meant
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
  const settings = readSettings(options);
  const reading = calledFrom(readSignals, request, readSignalsFrom(fromWeb(request), schema, settings));
  return reading;
}

/**
 * Reads the form that `contentType: "form"` sent: in the query of GET and DELETE, urlencoded or multipart otherwise.
 * What a framework has read already goes into the option `body`.
 *
 * A schema gets an object of the fields: text or files, and an array of what was sent several times; also of one value
 * or none, if it takes nothing else. A set of `signals` gets what it declares: numbers, arrays, and a boolean for each
 * checkbox.
 *
 * A request that a page of another origin has made the browser send is refused, unless it is a GET: see the option
 * `origins`.
 *
 * @param schema what the fields must be: a set of `signals`, or any other Standard Schema
 * @returns the schema's output; without a schema, the form
 * @throws RequestError with status 400 (malformed, or the client went away), 403 (of another origin), 413 (too large),
 *   415 (no form) or 422 (not what the schema says)
 * @throws TypeError or RangeError for options that cannot be meant
 * @see https://data-star.dev/reference/actions#options
 */
export function readForm<S extends StandardSchemaV1>(
  request: Request,
  schema: S,
  options?: ReadOptions,
): Promise<StandardSchemaV1.InferOutput<S>>;
export function readForm(request: Request, options?: ReadOptions): Promise<FormData>;
export function readForm(
  request: Request,
  schemaOrOptions?: StandardSchemaV1 | ReadOptions,
  options?: ReadOptions,
): Promise<unknown> {
  const [schema, settings] = formArguments(schemaOrOptions, options);
  const reading = calledFrom(readForm, request, readFormFrom(fromWeb(request), schema, settings));
  return reading;
}

/**
 * Refuses a request that a page of another origin has made the browser send, unless it is a GET. `readSignals` and
 * `readForm` do so by themselves; called for every request of an app, it is there for handlers that read neither.
 *
 * ```ts
 * app.use((c, next) => (checkOrigin(c.req.raw), next())); // Hono
 * ```
 *
 * @throws RequestError with status 403
 * @throws TypeError for options that cannot be meant
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export function checkOrigin(request: Request, { origins = [] }: OriginOptions = {}): void {
  const allowed = checkOrigins(origins);
  try {
    checkProvenance(fromWeb(request), allowed);
  } catch (error) {
    throw toldRefused(request, error);
  }
}

function fromWeb(request: Request): IncomingRequest {
  checkWebRequest(request);
  const { host, search } = new URL(request.url);
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  return {
    method: request.method,
    // Not every server passes it on.
    host: header("host") ?? host,
    header,
    query: search,
    body: async (limit) => {
      if (request.bodyUsed || request.body?.locked === true) throw alreadyRead();
      const { body } = request;
      if (body === null) return new Uint8Array();
      try {
        checkLength(header("content-length"), limit);
        return await collect(body.values({ preventCancel: true }), limit);
      } catch (error) {
        // What fails while a body arrives is the connection.
        if (!(error instanceof RequestError)) throw wentAway();
        // Whoever sends all of a body before reading the answer must be able to: of one that is cancelled, servers reset
        // the connection.
        body.pipeTo(new WritableStream()).catch(() => {});
        throw error;
      }
    },
  };
}
