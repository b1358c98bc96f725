import { ServerResponse } from "node:http";
import type { Http2ServerResponse } from "node:http2";
import { Socket } from "node:net";
import type { EncodedFrame } from "../events/encoded-frame.js";
import { breakOff } from "./node-response.js";
import type { Sink, Writer } from "./sink.js";

/**
 * Milliseconds in which nothing comes from middleware that has passed on all that it was given, such as to compress it:
 * it does not say when.
 */
const passingOn = 100;

/** The response of a Node.js server. */
export class ResponseSink implements Sink {
  readonly #response: ServerResponse | Http2ServerResponse;
  // Remembered because a response lets go of it when it closes, and it knows why that was.
  readonly #socket: Socket | null;
  // What is written to: the socket itself if possible.
  readonly #target: Socket | ServerResponse | Http2ServerResponse;
  #writer: Writer | undefined;
  #corked = false;
  #onDrain: (() => void) | undefined;
  #isFull = false;
  #isBrokenOff = false;
  // What the socket had been given before middleware got the last piece.
  #bytesBefore: number | undefined;
  // What waits until HTTP/2 has sent everything.
  #flushes: readonly (() => void)[] = [];

  /** @param response its headers have been flushed */
  constructor(response: ServerResponse | Http2ServerResponse) {
    this.#response = response;
    this.#socket = response instanceof ServerResponse ? response.socket : null;
    this.#target = (response instanceof ServerResponse && plainSocket(response)) || response;
  }

  attach(writer: Writer): void {
    this.#writer = writer;
    const response = this.#response;
    // The response's own `close`: the request's is emitted as soon as its body is read.
    response.on("close", () => this.#closed(writer));
    // Without a listener an error would end the process; `close` follows it.
    response.on("error", ignore);
    // A client may cancel without calling it an error: then Node.js would wait until it has taken what is written
    // already.
    if (!(response instanceof ServerResponse)) {
      const { stream } = response;
      // Breaking it off aborts it as well; destroyed then, it would not tell the client.
      stream.once("aborted", () => {
        if (!this.#isBrokenOff) stream.destroy();
      });
    }
    if (response instanceof ServerResponse && response.socket === null) leaveWithConnection(response, writer);
    if (
      response instanceof ServerResponse
        ? response.closed || response.destroyed
        : response.stream.destroyed || response.stream.aborted
    )
      writer.disconnect();
  }

  write(frame: string | EncodedFrame, more: boolean): boolean {
    const target = this.#target;
    if (more && !this.#corked) {
      target.cork();
      this.#corked = true;
    }
    const room = this.#write(frame);
    if (this.#corked && !(more && room)) {
      this.#corked = false;
      target.uncork();
    }
    // What the system took at once does not wait for anything.
    if (room || (target instanceof Socket && target.writableLength === 0)) return true;
    this.#isFull = true;
    if (this.#onDrain === undefined) {
      // Once for all: compressed data comes in pieces that are written whether there is room or not, and middleware
      // that passes listeners on to a stream of its own never takes them back.
      this.#onDrain = () => this.#drained();
      target.on("drain", this.#onDrain);
    }
    return false;
  }

  flush(callback: () => void): void {
    if (!Object.hasOwn(this.#response, "write")) return this.#flush(callback);
    const before = this.#socket?.bytesWritten;
    setTimeout(() => {
      const bytes = this.#socket?.bytesWritten;
      const isPassedOn = bytes === undefined || (bytes === before && bytes !== this.#bytesBefore);
      if (isPassedOn || this.#socket?.writable === false) this.#flush(callback);
      else this.flush(callback);
    }, passingOn);
  }

  end(): void {
    this.#response.end();
  }

  abort(): void {
    this.#isBrokenOff = true;
    breakOff(this.#response);
  }

  #flush(callback: () => void): void {
    const transport = this.#response instanceof ServerResponse ? this.#socket : this.#response.stream;
    if (transport === null || !transport.writable || transport.writableLength === 0) callback();
    else if (transport instanceof Socket) transport.write("", () => callback());
    // What replaces `write` may not call back.
    else if (Object.hasOwn(this.#response, "write")) this.flush(callback);
    else this.#flushes = [...this.#flushes, callback];
  }

  #write(frame: string | EncodedFrame): boolean {
    const target = this.#target;
    if (target instanceof Socket)
      return typeof frame === "string" ? writeChunk(target, frame) : target.write(frame.chunk);
    const chunk = typeof frame === "string" ? frame : frame.bytes;
    // Behind other writes, HTTP/2 of Node.js takes an empty one for the end of them all: it frees their memory, and
    // sends what is written there next. So there is none, and each tells by itself when it is done.
    if (chunk.length === 0) return true;
    if (Object.hasOwn(target, "write")) this.#bytesBefore = this.#socket?.bytesWritten;
    const room = target instanceof ServerResponse ? target.write(chunk) : target.write(chunk, this.#onWritten);
    // Middleware that compresses holds back what it is not told to send.
    if (Object.hasOwn(target, "flush") && "flush" in target && typeof target.flush === "function") target.flush();
    return room;
  }

  readonly #onWritten = (): void => {
    if (this.#flushes.length === 0 || this.#response instanceof ServerResponse) return;
    if (this.#response.stream.writableLength > 0) return;
    const callbacks = this.#flushes;
    this.#flushes = [];
    for (const callback of callbacks) callback();
  };

  #drained(): void {
    if (!this.#isFull) return;
    this.#isFull = false;
    this.#writer?.drain();
  }

  #closed(writer: Writer): void {
    if (this.#onDrain !== undefined) this.#target.off("drain", this.#onDrain);
    const error = this.#socket?.errored ?? null;
    if (error === null || ("code" in error && departures.has(String(error.code)))) writer.disconnect();
    else writer.broke(error);
  }
}

// A string that goes to one client only is cheaper to write as it is than to encode first.
function writeChunk(socket: Socket, text: string): boolean {
  const size = Buffer.byteLength(text);
  if (size === 0) return true;
  return socket.write(`${size.toString(16)}\r\n${text}\r\n`, size === text.length ? "latin1" : "utf8");
}

/**
 * An answer that waits for that to an earlier request on the same connection: when the connection is closed, Node.js
 * tells the earlier one only.
 */
function leaveWithConnection(response: ServerResponse, writer: Writer): void {
  const { socket } = response.req;
  if (socket.destroyed) return writer.disconnect();
  const leave = (): void => writer.disconnect();
  socket.once("close", leave);
  response.once("close", () => socket.off("close", leave));
}

function ignore(): void {}

/** How the system says that a client is gone, which is no error of the server. */
const departures = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNABORTED",
  "ECANCELED",
  "ENOTCONN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ERR_STREAM_WRITE_AFTER_END",
]);

/**
 * The socket of a response to which chunks can be written as they are: `response.write` would put the same framing
 * around the same bytes for each client again. Only if nothing else lies in between, such as middleware that has
 * replaced `write`, an answer to an earlier request on the same connection, or a client of HTTP/1.0.
 */
function plainSocket(response: ServerResponse): Socket | undefined {
  const { socket, chunkedEncoding, writableCorked } = response;
  const { write, end } = ServerResponse.prototype;
  const untouched = response.write === write && response.end === end;
  // Without a connection of its own yet, what was written waits in the response.
  if (!(socket instanceof Socket) || !untouched || !chunkedEncoding || writableCorked > 0) return undefined;
  return socket;
}
