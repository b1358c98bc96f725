import type { EncodedFrame } from "../events/encoded-frame.js";

/**
 * The latest event of each topic, of so many topics as there is room for: those that went longest without one are
 * forgotten.
 */
export class Latest {
  readonly #capacity: number;
  readonly #frames = new Map<string, EncodedFrame>();

  /** @param capacity topics */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(topic: string): EncodedFrame | undefined {
    return this.#frames.get(topic);
  }

  set(topic: string, frame: EncodedFrame): void {
    // Deleted first, so that it moves to the end.
    this.#frames.delete(topic);
    this.#frames.set(topic, frame);
    for (const oldest of this.#frames.keys()) {
      if (this.#frames.size <= this.#capacity) break;
      this.#frames.delete(oldest);
    }
  }

  delete(topic: string): void {
    this.#frames.delete(topic);
  }

  clear(): void {
    this.#frames.clear();
  }
}
