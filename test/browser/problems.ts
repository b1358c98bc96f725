import type { Page } from "playwright-core";

/**
 * What went wrong in a page: uncaught errors, and errors and warnings in its console. A test fails with those that it
 * did not expect.
 */
export class Problems {
  #unexpected: string[] = [];
  readonly #waiting: (() => void)[] = [];

  /** Reports the problems of `page` here. */
  watch(page: Page): void {
    page.on("pageerror", (error) => this.report(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.report(message.text());
    });
  }

  report(problem: string): void {
    this.#unexpected.push(problem);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Settles with the first problem that nobody has expected. */
  async next(): Promise<void> {
    while (this.#unexpected.length === 0) await this.#another();
  }

  /** Waits for problems that match, one for each pattern, and takes those and all like them off the list. */
  async expect(...patterns: readonly RegExp[]): Promise<void> {
    for (const pattern of patterns) {
      while (!this.#unexpected.some((problem) => pattern.test(problem))) await this.#another();
    }
    this.#unexpected = this.#unexpected.filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
  }

  /** Throws when there were problems that no test has expected. */
  check(): void {
    if (this.#unexpected.length > 0) throw new Error(`The page had problems: ${this}`);
  }

  #another(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  toString(): string {
    return this.#unexpected.join("\n\n") || "none";
  }
}
