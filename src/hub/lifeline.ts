/** Fails what is under way on a connection when that is lost. */
export class Lifeline {
  readonly #failing = new Set<(cause: unknown) => void>();
  #isLost = false;
  #cause: unknown;

  /** @param lost settles when the connection is lost; never rejects */
  constructor(lost: Promise<unknown>) {
    // Once, and not for each operation: what waits for a promise stays in memory for as long as that does not settle.
    void lost.then((cause) => {
      this.#isLost = true;
      this.#cause = cause;
      for (const fail of this.#failing) fail(cause);
    });
  }

  /** Settles as the operation does; rejects when the connection is lost before. */
  hold(operation: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#isLost) reject(this.#cause);
      this.#failing.add(reject);
      void operation.then(resolve, reject).then(() => this.#failing.delete(reject));
    });
  }
}
