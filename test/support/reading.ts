import { RequestError } from "datastar-tsx";
import type { Answer, Exchange } from "./servers.js";

/** What a reader made of a request. */
export interface Outcome {
  readonly value?: unknown;
  readonly status?: number;
  readonly message?: string;
  readonly issues?: unknown;
}

/**
 * A handler that reads, and answers with what it got: 200 and the value, or the status and the message of a
 * `RequestError`, or 500 and the message of any other error.
 */
export function answering(read: (exchange: Exchange) => Promise<unknown>): (exchange: Exchange) => Answer {
  return async (exchange) => {
    try {
      return exchange.reply(200, JSON.stringify({ value: await read(exchange) }));
    } catch (error) {
      if (error instanceof RequestError) {
        const { status, message, issues } = error;
        return exchange.reply(status, JSON.stringify({ status, message, ...(issues.length > 0 ? { issues } : {}) }));
      }
      return exchange.reply(500, JSON.stringify({ message: String(error) }));
    }
  };
}
