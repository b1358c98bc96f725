import { type IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { type HeaderMap, lengthHeaders } from "../base/headers.js";
import { failure } from "./failure.js";

/** A request of HTTP/1 or HTTP/2. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;

/** A response of HTTP/1 or HTTP/2. */
export type NodeResponse = ServerResponse | Http2ServerResponse;

/** The path that was asked for. */
export function pathOf(request: NodeRequest): string {
  // Express takes off of `url` what a router is mounted at.
  const url = "originalUrl" in request ? String(request.originalUrl) : (request.url ?? "/");
  return url.split("?", 1)[0] || "/";
}

/** Headers as Node.js takes them. Cookies join those that were set on the response before. */
export function headersFor(response: NodeResponse, headers: HeaderMap): HeaderMap {
  const cookies = headers.get("set-cookie");
  if (cookies === undefined) return headers;
  const before = [response.getHeader("set-cookie") ?? []].flat().map(String);
  return new Map(headers).set("set-cookie", [...before, ...cookies]);
}

/** What was set on a response before has nothing to say of the length of our body. */
export function forgetLength(response: NodeResponse): void {
  for (const name of lengthHeaders) if (response.hasHeader(name)) response.removeHeader(name);
}

/** The same of a body that has no length. */
export function forgetLengthOfStream(response: NodeResponse): void {
  const hadCoding = response.hasHeader("transfer-encoding");
  forgetLength(response);
  // Of what this was taken from, Node.js does not mark the end any more, so that a break would look like one.
  if (hadCoding && response instanceof ServerResponse && response.useChunkedEncodingByDefault)
    response.setHeader("transfer-encoding", "chunked");
}

export function setStatus(response: NodeResponse, status: number): void {
  if (response.statusCode === status) return;
  response.statusCode = status;
  // Koa and others set the reason with the status, and it would stay. HTTP/2 has none.
  if (response instanceof ServerResponse) response.statusMessage = "";
}

/** @see https://www.rfc-editor.org/rfc/rfc9113#ErrorCodes */
const internalError = 2;

/** Breaks a response off, so that the client sees that it is not complete. */
export function breakOff(response: NodeResponse): void {
  // Destroyed without an error, a stream of HTTP/2 would end as if it were complete, and no client would come back.
  if (response instanceof ServerResponse) response.destroy();
  else response.stream.close(internalError);
}

/** What described the answer that cannot be given, or would keep the failure in caches. */
const ofTheAnswer = [
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-range",
  "etag",
  "expires",
  "last-modified",
];

/** Answers with status 500, or breaks off what has been begun. */
export function sendFailure(response: NodeResponse): void {
  try {
    forgetLength(response);
    for (const name of ofTheAnswer) response.removeHeader(name);
    for (const [name, value] of Object.entries(failure.headers)) response.setHeader(name, value);
    setStatus(response, failure.status);
    response.setHeader("content-length", failure.body.length);
    response.end(failure.body);
    // HTTP/2 of Node.js ends a response once, also when its headers were refused.
    if (!(response instanceof ServerResponse) && !response.headersSent) breakOff(response);
  } catch {
    // The headers are out, or what wraps the response fails each time.
    breakOff(response);
  }
}
