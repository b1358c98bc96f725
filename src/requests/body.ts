import { RequestError } from "./request-error.js";

/** Options of the request readers. */
export interface ReadOptions {
  /** The largest body to read, in bytes. Default: 1 MiB. */
  readonly limit?: number | undefined;
}

/** What the readers need to know of a request, whatever server it comes from. */
export interface IncomingRequest {
  readonly method: string;
  /** The part of the URL behind the `?`. */
  readonly query: string;
  /** The value of the `Content-Type` header, or an empty string. */
  readonly contentType: string;
  /** The body as middleware has parsed it, if it has. */
  readonly parsed?: unknown;
  /** Reads the body, at most `limit` bytes of it. */
  body(limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

export const defaultLimit = 1024 * 1024;

/** Whether the client sends its data in the URL with this method. */
export function isSentInQuery(method: string): boolean {
  return method === "GET" || method === "DELETE" || method === "HEAD";
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

/** @param advice what else one can do about it */
export function alreadyRead(advice = ""): TypeError {
  return new TypeError(
    `The request body has been read already. Read it once, and before any other middleware does.${advice}`,
  );
}

export function wrongType(expected: string, { contentType }: IncomingRequest): RequestError {
  return new RequestError(
    415,
    `${expected}, not as ${contentType === "" ? "a body without a content type" : contentType}.`,
  );
}

export function wentAway(): RequestError {
  return new RequestError(400, "The client went away before it had sent the whole body.");
}
