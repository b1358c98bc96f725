/** Chooses how a response is compressed. Made by `compression` of `datastar-tsx/compression`. */
export interface Compression {
  /** @param acceptEncoding the header that says what the client accepts; `undefined` when it has sent none */
  negotiate(acceptEncoding: string | undefined): Encoding | undefined;
}

/** One way to compress. @see https://www.rfc-editor.org/rfc/rfc9110#name-content-codings */
export interface Encoding {
  /** What the header `Content-Encoding` says. */
  readonly name: string;
  /**
   * Starts to compress a stream. Every write is flushed.
   *
   * @param firstBytes how many bytes will be written first, which tells how large its events may be
   */
  open(firstBytes: number): Compressor;
  /** Compresses a whole response, or returns `undefined` when nothing is gained by it. */
  compress(body: Uint8Array): Uint8Array<ArrayBuffer> | undefined;
}

/** What a stream needs of those of `node:zlib`. */
export interface Compressor {
  write(bytes: Uint8Array, callback: () => void): unknown;
  end(): unknown;
  destroy(): unknown;
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
}
