import { report } from "./channel-options.js";

/** Gets an error, and the request in whose handling it came up. */
export type ErrorHandler<Incoming> = (error: unknown, request: Incoming) => void;

/** What goes out when an answer could not be made. It says nothing of the error, which may name what is secret. */
export const failure = {
  status: 500,
  headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
  body: "Internal Server Error",
} as const;

/** An `onError` that knows the request already. */
export function forRequest<Incoming>(
  onError: ErrorHandler<Incoming> | undefined,
  request: Incoming,
): ((error: unknown) => void) | undefined {
  return onError && ((error) => onError(error, request));
}

/** Reports an error of an answer, without ever throwing itself. */
export function reportFor<Incoming>(
  onError: ErrorHandler<Incoming> | undefined,
  request: Incoming,
  error: unknown,
): void {
  report({ onError: forRequest(onError, request) }, error);
}
