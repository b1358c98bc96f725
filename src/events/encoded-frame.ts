const encoder = new TextEncoder();
const decoder = new TextDecoder();
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/**
 * An event, or several, made into bytes once, however many clients it is sent to.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class EncodedFrame {
  // One of the two: the text until somebody needs the bytes, and from then on the bytes alone.
  #text: string | undefined;
  #chunk: Uint8Array<ArrayBuffer> | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;

  /** @param text what `patchElementsFrame` and the other encoders return */
  constructor(text: string) {
    this.#text = text;
  }

  /** The event as text. */
  get text(): string {
    return this.#text ?? decoder.decode(this.#bytes);
  }

  /** The event in UTF-8. Whoever gets it must not change it: all clients share it. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return (this.#bytes ??= this.chunk.subarray(this.chunk.indexOf(lineFeed) + 1, -2));
  }

  /**
   * The bytes as a chunk of a chunked HTTP/1.1 body.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding
   */
  get chunk(): Uint8Array<ArrayBuffer> {
    if (this.#chunk === undefined) {
      const bytes = encoder.encode(this.#text);
      const size = encoder.encode(`${bytes.length.toString(16)}\r\n`);
      const chunk = new Uint8Array(size.length + bytes.length + 2);
      chunk.set(size);
      chunk.set(bytes, size.length);
      chunk[chunk.length - 2] = carriageReturn;
      chunk[chunk.length - 1] = lineFeed;
      this.#chunk = chunk;
      this.#text = undefined;
    }
    return this.#chunk;
  }
}
