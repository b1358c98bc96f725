import { isKnownError } from "../base/known-error.js";
import { type AnyRequest, type ObservedRequest, observedRequest } from "../base/observed-request.js";
import { telemetryChannel } from "../base/telemetry.js";

const brand: unique symbol = Symbol.for("datastar-tsx.RequestError");

/**
 * What can be wrong with a request: malformed, from a page of another origin, too large, of another content type, or
 * not what the schema says.
 */
export type RequestErrorStatus = 400 | 403 | 413 | 415 | 422;

/** One thing that a schema has found wrong. */
export interface RequestIssue {
  readonly message: string;
  /** Where, as a dotted path; empty for the whole. */
  readonly path: string;
}

/**
 * A request that cannot be read. `status` is the HTTP status to answer with; the message may be shown. Frameworks find
 * in it what they look for in an error, and answer with its status when nobody catches it.
 */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: RequestErrorStatus;
  /** What the schema has found wrong, with status 422. */
  readonly issues: readonly RequestIssue[];
  /** The signals, or the fields of the form, that the schema has refused, to show them again. Nothing of it is checked. */
  readonly input: Readonly<Record<string, unknown>>;
  /** That the message may be shown, as Koa and Nest.js ask. */
  readonly expose = true;

  constructor(
    status: RequestErrorStatus,
    message: string,
    issues: readonly RequestIssue[] = [],
    input: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.status = status;
    this.issues = issues;
    this.input = input;
  }

  /** The first message for each path, to show it beside its field: `error.messages["email"]`. */
  get messages(): Readonly<Record<string, string>> {
    // Made from the end, so that the first one stays.
    return Object.fromEntries(this.issues.map(({ path, message }) => [path, message] as const).reverse());
  }

  get [brand](): true {
    return true;
  }

  /** Those of another copy of the package are recognised, too. */
  static override [Symbol.hasInstance](value: unknown): value is RequestError {
    return isKnownError(this, RequestError, brand, value);
  }

  /** The status once more, under the name that Fastify and Nest.js look for. */
  get statusCode(): RequestErrorStatus {
    return this.status;
  }

  /** The answer, as Hono asks for it. */
  getResponse(): Response {
    const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };
    return new Response(this.message, { status: this.status, headers });
  }
}

/** `readSignals` or `readForm` has refused a request. */
export interface RequestRefused {
  readonly request: ObservedRequest;
  readonly error: RequestError;
}

const refused = telemetryChannel<RequestRefused>("request:refused");

/**
 * For `catch`: what a schema has refused, to be shown beside the fields. Every other error is thrown on.
 *
 * ```ts
 * const person = await readForm(request, Person).catch(invalidInput);
 * if (person instanceof RequestError) return elementsResponse(<PersonForm refused={person} />);
 * ```
 *
 * @returns the `RequestError` with status 422, whose `messages` and `input` are those of the fields
 * @throws the error, if it is any other
 */
export function invalidInput(error: unknown): RequestError {
  if (error instanceof RequestError && error.status === 422) return error;
  throw error;
}

/** The error, after telemetry has heard of the refusal. */
export function toldRefused(request: AnyRequest, error: unknown): unknown {
  if (error instanceof RequestError && refused.hasSubscribers)
    refused.publish({ request: observedRequest(request), error });
  return error;
}

/** What V8 and its like have, and the types of the web do not. */
interface Capturing {
  readonly captureStackTrace?: (target: object, above: unknown) => void;
}

/**
 * The outcome of `reading` a request, in whose errors the stack begins where `reader` was called. Without that it has
 * nothing of the handler once something has been waited for. `reader` must not end in the call of this: JavaScriptCore
 * forgets a function that does.
 */
export async function calledFrom<T>(reader: unknown, request: AnyRequest, reading: Promise<T>): Promise<T> {
  const call = { stack: "" };
  (Error as Capturing).captureStackTrace?.(call, reader);
  try {
    return await reading;
  } catch (error) {
    const [frames] = /\n[^]+/.exec(call.stack) ?? [];
    if (error instanceof RequestError && frames !== undefined) error.stack = `${error.name}: ${error.message}${frames}`;
    throw toldRefused(request, error);
  }
}
