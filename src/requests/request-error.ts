/** What can be wrong with a request: malformed, too large, of another content type, or not what the schema says. */
export type RequestErrorStatus = 400 | 413 | 415 | 422;

/** One thing that a schema has found wrong. */
export interface RequestIssue {
  readonly message: string;
  /** Where, as a dotted path; empty for the whole. */
  readonly path: string;
}

/** A request that cannot be read. `status` is the HTTP status to answer with; the message may be shown. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: RequestErrorStatus;
  /** What the schema has found wrong, with status 422. */
  readonly issues: readonly RequestIssue[];

  constructor(status: RequestErrorStatus, message: string, issues: readonly RequestIssue[] = []) {
    super(message);
    this.status = status;
    this.issues = issues;
  }
}
