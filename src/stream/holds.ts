/** What keeps a stream open after its handler has returned: those who will send later. */
export class Holds {
  readonly #onFree: () => void;
  #count = 0;
  #isWaitedFor = false;

  /** @param onFree called when nothing holds any more, once that is waited for */
  constructor(onFree: () => void) {
    this.#onFree = onFree;
  }

  /** @returns a function that lets go */
  add(): () => void {
    this.#count++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#count--;
      // Whoever leaves one topic may be about to join another.
      queueMicrotask(() => this.#tell());
    };
  }

  /** Whether anything holds. */
  get any(): boolean {
    return this.#count > 0;
  }

  wait(): void {
    this.#isWaitedFor = true;
    this.#tell();
  }

  #tell(): void {
    if (this.#isWaitedFor && this.#count === 0) this.#onFree();
  }
}
