import { dataFor, describe } from "../base/describe.js";
import { checkBytes } from "../base/limits.js";
import { RequestError } from "./request-error.js";
import { checkOrigins, type Provenance } from "./same-origin.js";

/** Which pages may send a request. */
export interface OriginOptions {
  /**
   * Origins whose pages may send this, such as `"https://www.example.com"`, besides the one that the request was sent
   * to; `"any"` for all of them. Default: none. GET and HEAD are always let through.
   */
  readonly origins?: readonly string[] | "any" | undefined;
}

/** Options of the request readers. */
export interface ReadOptions extends OriginOptions {
  /** The largest body to read, in bytes. Default: 1 MiB. */
  readonly limit?: number | undefined;
  /**
   * The body, if something has read it already: as it was parsed, or as text or bytes. Default: `request.body` of
   * Node.js, where middleware puts it.
   */
  readonly body?: unknown;
}

/** The options, checked, with their defaults. */
export interface ReadSettings {
  readonly limit: number;
  readonly body: unknown;
  readonly origins: readonly string[] | "any";
}

/** @throws RangeError or TypeError for what is no number of bytes, or no origin */
export function readSettings({ limit = 1024 * 1024, body, origins = [] }: ReadOptions): ReadSettings {
  return { limit: checkBytes("limit", limit), body, origins: checkOrigins(origins) };
}

/** What the readers need to know of a request, whatever server it comes from. */
export interface IncomingRequest extends Provenance {
  /** The part of the URL behind the `?`. */
  readonly query: string;
  /** The body as middleware has left it in the request, if it has. */
  readonly given?: unknown;
  /** Files that middleware has put beside it. */
  readonly files?: Iterable<readonly [name: string, file: File]>;
  /** Reads the body, at most `limit` bytes of it. */
  body(limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Whether the client sends its data in the URL with this method. */
export function isSentInQuery(method: string): boolean {
  return method === "GET" || method === "DELETE" || method === "HEAD";
}

export function contentTypeOf(request: IncomingRequest): string {
  return request.header("content-type") ?? "";
}

/** The bytes of a body, unless something has parsed them: then what it has made of them. */
export async function bodyOf(
  request: IncomingRequest,
  { limit, body: given = request.given }: ReadSettings,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly parsed: unknown }> {
  if (typeof given === "string") return { bytes: await collect([new TextEncoder().encode(given)], limit) };
  const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : given;
  if (bytes !== undefined && !(bytes instanceof Uint8Array)) return { parsed: bytes };
  checkCharset(request);
  return { bytes: bytes === undefined ? await request.body(limit) : await collect([bytes], limit) };
}

/** Browsers encode JSON and forms in UTF-8; read as that, what says that it is something else would be garbled. */
function checkCharset(request: IncomingRequest): void {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentTypeOf(request)) ?? [];
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) throw wrongType("Signals and forms come in UTF-8", request);
}

/** What was given as a body can be none, which is a mistake of the program: no client could do better. */
export function wrongBody(expected: string, given: unknown): TypeError {
  const remedy = dataFor(given);
  return new TypeError(`${expected}, not ${describe(given)}${remedy === undefined ? "" : `: ${remedy}`}.`);
}

/**
 * Joins the chunks of a body.
 *
 * @throws RequestError with status 413 as soon as there is more than `limit` bytes
 */
export async function collect(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    parts.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** Refuses a body that announces itself as too large, before any of it is read. */
export function checkLength(contentLength: string | null | undefined, limit: number): void {
  if (Number(contentLength ?? 0) > limit) throw tooLarge(limit);
}

function tooLarge(limit: number): RequestError {
  return new RequestError(413, `The request body is larger than the limit of ${limit} bytes.`);
}

export function alreadyRead(): TypeError {
  return new TypeError(
    "The request body has been read already, and is not there any more. Pass what was read as the option `body`, or read it here first.",
  );
}

export function wrongType(expected: string, request: IncomingRequest): RequestError {
  const type = contentTypeOf(request);
  return new RequestError(415, `${expected}, not as ${type === "" ? "a body without a content type" : type}.`);
}

export function wentAway(): RequestError {
  return new RequestError(400, "The client went away before it had sent the whole body.");
}
