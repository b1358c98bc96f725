/** Hands what a server has received to the test that waits for it, in the order of its arrival. */
export class Inbox<T> {
  readonly #received: T[] = [];
  readonly #waiting: ((value: T) => void)[] = [];

  put(value: T): void {
    const taker = this.#waiting.shift();
    if (taker === undefined) this.#received.push(value);
    else taker(value);
  }

  /** What is there and has not been taken yet. */
  get size(): number {
    return this.#received.length;
  }

  /** Takes the next value, as soon as it is there. */
  next(): Promise<T> {
    const value = this.#received.shift();
    return value === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(value);
  }
}
