import { shared } from "../base/shared.js";
import type { ServerSentEventGenerator } from "./generator.js";

/** The server that a stream belongs to; `undefined` where that cannot be told, as of a web response. */
export type OwnServer = object | undefined;

type Listener = (streams: readonly ServerSentEventGenerator[]) => void;

const streams = shared("kept-open", () => new Map<ServerSentEventGenerator, OwnServer>());
const listeners = shared("kept-open-listeners", () => new Map<object, Listener>());

/** Notes a stream whose handler has returned, and that stays open: nothing of it is under way. */
export function noteKeptOpen(stream: ServerSentEventGenerator, server: OwnServer): void {
  streams.set(stream, server);
  stream.onClose(() => streams.delete(stream));
  for (const [stopping, listen] of listeners) if (mayBeOf(server, stopping)) listen([stream]);
}

/**
 * Gives a listener the streams of a server that are kept open, and each that will be.
 *
 * @returns a function that ends it
 */
export function watchKeptOpen(server: object, listen: Listener): () => void {
  listeners.set(server, listen);
  listen(Array.from(streams).flatMap(([stream, own]) => (mayBeOf(own, server) ? stream : [])));
  return () => void listeners.delete(server);
}

function mayBeOf(own: OwnServer, server: object): boolean {
  return own === undefined || own === server;
}
