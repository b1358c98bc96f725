import type { HeaderMap } from "../base/headers.js";
import { varyByEncoding } from "../stream/accept-encoding.js";
import type { Compression } from "../stream/encoding.js";
import type { Reply } from "./replies.js";

/** A reply as it goes out. */
export interface EncodedReply {
  readonly headers: HeaderMap;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

const encoder = new TextEncoder();

/** Compresses a reply, if the client accepts it and it gains by it. */
export function compressedReply(
  { headers: plain, body }: Reply,
  compression: Compression,
  acceptEncoding: string | undefined,
): EncodedReply {
  // There is nothing to compress, or somebody has compressed it already.
  if (body === undefined || plain.has("content-encoding")) return { headers: plain, body };
  const headers = new Map(plain);
  headers.set("vary", varyByEncoding(headers.get("vary")?.toString()));
  const encoding = compression.negotiate(acceptEncoding);
  const smaller = encoding?.compress(encoder.encode(body));
  if (encoding === undefined || smaller === undefined) return { headers, body };
  headers.set("content-encoding", encoding.name);
  return { headers, body: smaller };
}
