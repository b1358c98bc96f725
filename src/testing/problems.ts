/** Errors of a page, until somebody is told. */
export class Problems {
  readonly #tell: ((problem: unknown) => void) | undefined;
  readonly #problems: unknown[] = [];

  /** @param tell gets them at once, so that nobody has to complain */
  constructor(tell: ((problem: unknown) => void) | undefined) {
    this.#tell = tell;
  }

  add(problem: unknown): void {
    if (this.#tell === undefined) this.#problems.push(problem);
    else this.#tell(problem);
  }

  /** @throws what was added since the last time */
  complain(): void {
    const [first, ...others] = this.#problems.splice(0).map(toError);
    if (first !== undefined)
      throw others.length === 0 ? first : new AggregateError([first, ...others], allOf(first, others));
  }
}

function allOf(first: Error, others: readonly Error[]): string {
  return [first, ...others].map(({ message }) => message).join("\n");
}

/** Errors of the page are of another realm, and stacks of it lead nowhere. */
function toError(problem: unknown): Error {
  if (problem instanceof Error) return problem;
  const message = typeof problem === "object" && problem !== null && "message" in problem ? problem.message : problem;
  return new Error(`In the page: ${String(message)}`, { cause: problem });
}
