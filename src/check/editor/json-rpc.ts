import type { Readable, Writable } from "node:stream";

/** A message of the Language Server Protocol. */
export interface Message {
  readonly id?: number | string;
  /** Absent in answers. */
  readonly method?: string;
  readonly params?: unknown;
}

/** Whom messages come from and go to. */
export interface Connection {
  /** @param fields `result` or `error` of an answer, or the `method` and `params` of a message */
  send(fields: object): void;
}

/** The protocol's numbers of what can be wrong with a request. */
export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  serverNotInitialized: -32002,
  requestFailed: -32803,
  contentModified: -32801,
  requestCancelled: -32800,
} as const;

/** An answer to a request that cannot be met. */
export class RequestError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads messages from a stream, one after the other, and writes messages to another.
 *
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
 */
export function connect(input: Readable, output: Writable, receive: (message: Message) => void): Connection {
  let received = Buffer.alloc(0);
  const next = (): string | undefined => {
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const length = Number(/content-length: *(\d+)/i.exec(received.toString("latin1", 0, end))?.[1] ?? 0);
    const start = end + 4;
    if (received.length < start + length) return undefined;
    const body = received.toString("utf8", start, start + length);
    received = received.subarray(start + length);
    return body;
  };
  const send = (fields: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...fields });
    output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  input.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let body = next(); body !== undefined; body = next()) {
      const message = messageIn(body);
      if (message !== undefined) receive(message);
      else send({ id: null, error: { code: errorCodes.parseError, message: "This is no message of JSON-RPC 2.0." } });
    }
  });
  // An editor that has gone reads no more; that it has, the input tells.
  output.on("error", () => {});
  return { send };
}

function messageIn(body: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(body);
    return typeof message === "object" && message !== null && !Array.isArray(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
