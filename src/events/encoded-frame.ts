import { hasBrand } from "../base/brand.js";

const brand: unique symbol = Symbol.for("datastar-tsx.EncodedFrame");

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lineBreak = encoder.encode("\r\n");

/**
 * An event, or several, made into bytes once, however many clients it is sent to.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class EncodedFrame {
  // The text until somebody needs the bytes, and from then on the bytes alone.
  #text: string | undefined;
  #bytes: Uint8Array | undefined;
  #chunk: Uint8Array | undefined;
  /**
   * What the event replaces in the page as a whole: a newer one that replaces the same makes it needless. `undefined`
   * when it adds to the page, or nothing is known of it.
   */
  readonly replaced: string | undefined;

  /**
   * @param frame what `patchElementsFrame` and the other encoders return, or the same in UTF-8
   * @param replaced see {@link EncodedFrame.replaced}
   */
  constructor(frame: string | Uint8Array, replaced?: string) {
    if (typeof frame === "string") this.#text = frame;
    else this.#bytes = frame;
    this.replaced = replaced;
  }

  get [brand](): true {
    return true;
  }

  static [Symbol.hasInstance](value: unknown): value is EncodedFrame {
    return hasBrand(value, brand);
  }

  /** The event as text. */
  get text(): string {
    return this.#text ?? decoder.decode(this.#bytes);
  }

  /** The event in UTF-8. All clients share these bytes: they must not be changed. */
  get bytes(): Uint8Array {
    if (this.#bytes === undefined) {
      this.#bytes = encoder.encode(this.#text);
      this.#text = undefined;
    }
    return this.#bytes;
  }

  /**
   * The event as a chunk of a chunked HTTP/1.1 body. An empty one would end the body, so nothing is no chunk.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding
   */
  get chunk(): Uint8Array {
    if (this.#chunk === undefined) {
      const { bytes } = this;
      if (bytes.length === 0) return bytes;
      const size = encoder.encode(`${bytes.length.toString(16)}\r\n`);
      this.#chunk = new Uint8Array(size.length + bytes.length + lineBreak.length);
      this.#chunk.set(size);
      this.#chunk.set(bytes, size.length);
      this.#chunk.set(lineBreak, size.length + bytes.length);
      // One copy is enough: the bytes are a part of the chunk.
      this.#bytes = this.#chunk.subarray(size.length, -lineBreak.length);
    }
    return this.#chunk;
  }
}
