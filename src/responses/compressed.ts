import { type Compression, varyByEncoding } from "../stream/compressed-sink.js";
import type { Reply } from "./replies.js";

/** A reply as it goes out. */
export interface EncodedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/** Compresses a reply, if the client accepts it and it gains by it. */
export function compressedReply(
  reply: Reply,
  compression: Compression,
  acceptEncoding: string | undefined,
): EncodedReply {
  // Somebody has compressed it already.
  if ("content-encoding" in reply.headers) return reply;
  const headers = { ...reply.headers, vary: varyByEncoding(reply.headers["vary"]) };
  const encoding = compression.negotiate(acceptEncoding);
  const body = encoding?.compress(encoder.encode(reply.body));
  if (encoding === undefined || body === undefined) return { ...reply, headers };
  return { status: reply.status, headers: { ...headers, "content-encoding": encoding.name }, body };
}
