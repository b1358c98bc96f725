/** What a command has of the world; tests give it another one. */
export interface Surroundings {
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  /** Prints a line of what was asked for. */
  readonly print: (line: string) => void;
  /** Prints a line of what went wrong. */
  readonly complain: (line: string) => void;
}

/** A command of `npx datastar-tsx`. */
export interface Command {
  /** How it is called, and what its options are. */
  readonly help: string;
  /**
   * @param args what stands behind its name
   * @throws CommandError for what the user can do something about
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<void>;
}

/** Ends a command; the message is all that the user gets to see. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** 1: it did not work. 2: it was called in a way that it does not have. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The reason why something failed, with what caused it: that of `fetch` says no more than "fetch failed". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const why = cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : "") : "";
  return why === "" ? error.message : `${error.message} (${why})`;
}
