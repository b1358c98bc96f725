/**
 * A response with a body that may be compressed already. Cloudflare's runtime compresses what says in
 * `Content-Encoding` that it is, unless it is told not to; others know nothing of that.
 *
 * @see https://developers.cloudflare.com/workers/runtime-apis/response/#parameters
 */
export function encodedResponse(body: BodyInit | null, init: ResponseInit, isEncoded: boolean): Response {
  return new Response(body, isEncoded ? { ...init, ...asItIs } : init);
}

const asItIs = { encodeBody: "manual" };
