import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";

/**
 * What went wrong in a page: uncaught errors, and errors and warnings in its console. A test fails with those that it
 * did not expect.
 */
export class Problems {
  #unexpected: string[] = [];
  #wake: () => void = () => {};

  /** Reports the problems of `page` here. */
  watch(page: Page): void {
    page.on("pageerror", (error) => this.report(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.report(message.text());
    });
  }

  report(problem: string): void {
    this.#unexpected.push(problem);
    this.#wake();
  }

  /** Settles with the first problem that nobody has expected. */
  async next(): Promise<void> {
    while (this.#unexpected.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Waits for problems that match, one for each pattern, and takes those and all like them off the list. */
  async expect(...patterns: readonly RegExp[]): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (const pattern of patterns) {
      while (!this.#unexpected.some((problem) => pattern.test(problem))) {
        if (Date.now() > deadline) throw new Error(`Expected a problem in the page that matches ${pattern}; had ${this}`);
        await setTimeout(10);
      }
    }
    this.#unexpected = this.#unexpected.filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
  }

  /** Throws when there were problems that no test has expected. */
  check(): void {
    if (this.#unexpected.length > 0) throw new Error(`The page had problems: ${this}`);
  }

  toString(): string {
    return this.#unexpected.join("\n\n") || "none";
  }
}
