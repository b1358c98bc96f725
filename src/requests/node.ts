import type { StandardSchemaV1 } from "@standard-schema/spec";
import { isSentByDatastar } from "../base/datastar-request.js";
import { checkNodeRequest } from "../base/request-kind.js";
import type { NodeRequest } from "../stream/node-response.js";
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
import { multerFiles } from "./multer.js";
import { formArguments, readFormFrom } from "./read-form.js";
import { readSignalsFrom, type UncheckedSignals } from "./read-signals.js";
import { calledFrom, toldRefused } from "./request-error.js";
import { checkOrigins, checkProvenance } from "./same-origin.js";

/** Whether the Datastar client sent a request, and not the browser itself. */
export function isDatastarRequest(request: NodeRequest): boolean {
  checkNodeRequest(request);
  return isSentByDatastar(request.headers["datastar-request"]);
}

/**
 * Reads the signals that the client sent: in the query of GET and DELETE, in the body otherwise. A body that
 * middleware has parsed into `request.body`, as `express.json()` does, is taken as it is.
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
export function readSignals(request: NodeRequest): Promise<UncheckedSignals>;
export function readSignals<S extends StandardSchemaV1>(
  request: NodeRequest,
  schema: S,
  options?: ReadOptions,
): Promise<StandardSchemaV1.InferOutput<S>>;
export function readSignals(request: NodeRequest, schema?: StandardSchemaV1, options?: ReadOptions): Promise<unknown>;
export function readSignals(
  request: NodeRequest,
  schema?: StandardSchemaV1,
  options: ReadOptions = {},
): Promise<unknown> {
  const settings = readSettings(options);
  const reading = calledFrom(readSignals, request, readSignalsFrom(fromNode(request), schema, settings));
  return reading;
}

/**
 * Reads the form that `contentType: "form"` sent: in the query of GET and DELETE, urlencoded or multipart otherwise. A
 * body that middleware has parsed into `request.body`, as `express.urlencoded()` and multer do, is taken as it is, with
 * the files that multer has kept in memory.
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
  request: NodeRequest,
  schema: S,
  options?: ReadOptions,
): Promise<StandardSchemaV1.InferOutput<S>>;
export function readForm(request: NodeRequest, options?: ReadOptions): Promise<FormData>;
export function readForm(
  request: NodeRequest,
  schemaOrOptions?: StandardSchemaV1 | ReadOptions,
  options?: ReadOptions,
): Promise<unknown> {
  const [schema, settings] = formArguments(schemaOrOptions, options);
  const reading = calledFrom(readForm, request, readFormFrom(fromNode(request), schema, settings));
  return reading;
}

/**
 * Refuses a request that a page of another origin has made the browser send, unless it is a GET. `readSignals` and
 * `readForm` do so by themselves; called for every request of an app, it is there for handlers that read neither.
 *
 * ```ts
 * app.use((request, _response, next) => (checkOrigin(request), next())); // Express
 * ```
 *
 * @throws RequestError with status 403
 * @throws TypeError for options that cannot be meant
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export function checkOrigin(request: NodeRequest, { origins = [] }: OriginOptions = {}): void {
  const allowed = checkOrigins(origins);
  try {
    checkProvenance(fromNode(request), allowed);
  } catch (error) {
    throw toldRefused(request, error);
  }
}

function fromNode(request: NodeRequest): IncomingRequest {
  checkNodeRequest(request);
  const url = request.url ?? "/";
  const question = url.indexOf("?");
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  return {
    method: request.method ?? "GET",
    host: header("host") ?? header(":authority"),
    header,
    query: question < 0 ? "" : url.slice(question),
    // Express 4's parsers set an empty object also when they leave a body alone that is not theirs.
    given: "body" in request && request.readableDidRead !== false ? request.body : undefined,
    files: multerFiles(request),
    body: async (limit) => {
      // HTTP/2 ends a body that is broken off before anybody reads it, as if it were whole.
      if ("stream" in request && request.aborted) throw wentAway();
      // Of an empty body, whoever has read it leaves no more than the end.
      if (request.readableEnded && request.readableDidRead === false) return new Uint8Array();
      if (request.readableEnded || request.readableDidRead) throw alreadyRead();
      if (request.destroyed) throw wentAway();
      checkLength(request.headers["content-length"], limit);
      try {
        // The request stays whole, so that it can be answered, when only the beginning of its body was read.
        return await collect(request.iterator({ destroyOnReturn: false }), limit);
      } catch (error) {
        // Whoever sends all of a body before reading the answer must be able to, however much of it is left.
        request.resume();
        throw isDeparture(error) ? wentAway() : error;
      }
    },
  };
}

/** How HTTP/1 and HTTP/2 say that the rest of a body will not come. */
const departures: readonly unknown[] = ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_HTTP2_STREAM_ERROR"];

function isDeparture(error: unknown): boolean {
  return error instanceof Error && "code" in error && departures.includes(error.code);
}
