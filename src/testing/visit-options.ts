import type { Answer, Question } from "./question.js";

/** Options of {@link visit}. */
export interface VisitOptions {
  /**
   * The file of the Datastar client. Default: what the app serves; else `public/datastar.js`, where `npx datastar-tsx
   * client` puts it.
   */
  readonly client?: string | URL | undefined;
  /** More headers for every request, such as `authorization` or `accept-language`. */
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  /** The cookies that the visitor has, by name. */
  readonly cookies?: { readonly [name: string]: string } | undefined;
  /** Milliseconds that something may take, of real time. Default: 10,000. */
  readonly timeout?: number | undefined;
  /**
   * Gets what goes wrong in the page: errors of expressions and scripts, patches without a target, actions answered
   * with an error. Default: what was done in the page rejects with it.
   */
  readonly onProblem?: ((problem: unknown) => void) | undefined;
  /** Answers `confirm` and `prompt`, and hears `alert`. Default: what asks is an error. */
  readonly onQuestion?: ((question: Question) => Answer) | undefined;
}
