import type { ServerSentEventGenerator } from "datastar-tsx";
import { stream } from "datastar-tsx/node";
import { onTestFinished } from "vitest";
import { open, type Reply } from "../support/client.js";
import { listen } from "../support/servers.js";

/** A client, and the stream to it. */
export interface Visit {
  readonly reply: Reply;
  readonly sse: ServerSentEventGenerator;
  /** Resolves when the stream has ended. */
  readonly gone: Promise<unknown>;
}

/** Serves a stream that stays open to every client. @returns a function that comes as a client */
export async function serveStreams(
  handle: (sse: ServerSentEventGenerator) => unknown,
): Promise<(lastEventId?: string) => Promise<Visit>> {
  const streams: ServerSentEventGenerator[] = [];
  const url = await listen((request, response) =>
    stream(
      request,
      response,
      (sse) => {
        streams.push(sse);
        return handle(sse);
      },
      { keepOpen: true },
    ),
  );
  return async (lastEventId) => {
    const reply = await open(url, lastEventId === undefined ? {} : { headers: { "last-event-id": lastEventId } });
    const sse = streams.at(-1);
    if (sse === undefined) throw new Error("The handler has not been called.");
    onTestFinished(() => sse.disconnect());
    return { reply, sse, gone: new Promise((resolve) => sse.onClose(resolve)) };
  };
}
