import type { Readable, Writable } from "node:stream";

/** A message of the Language Server Protocol. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
}

/** Whom messages come from and go to. */
export interface Connection {
  /** @param fields `result` or `error` of an answer, or the `method` and `params` of a notification */
  send(fields: object): void;
}

/**
 * Reads messages from a stream, one after the other, and writes messages to another.
 *
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
 */
export function connect(input: Readable, output: Writable, receive: (message: Message) => void): Connection {
  let received = Buffer.alloc(0);
  input.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let body = next(); body !== undefined; body = next()) receive(JSON.parse(body) as Message);
  });
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
  return {
    send(fields) {
      const body = JSON.stringify({ jsonrpc: "2.0", ...fields });
      output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    },
  };
}
