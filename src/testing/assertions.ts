import { checks, type Outcome } from "./expectations.js";

/** What a check says when it does not pass. Test runners that know `AssertionError` show it as one. */
export class EventsAssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
  readonly generatedMessage = false;
  readonly operator = "expect";
  readonly expected: unknown;
  readonly actual: unknown;

  constructor({ message, expected, actual }: Outcome) {
    super(message());
    this.expected = expected;
    this.actual = actual;
  }
}

function asserting<Arguments extends readonly unknown[]>(
  check: (...args: Arguments) => Outcome,
): (...args: Arguments) => void {
  const assertion = (...args: Arguments): void => {
    const outcome = check(...args);
    if (outcome.pass) return;
    const error = new EventsAssertionError(outcome);
    // The stack begins where the test calls.
    if ("captureStackTrace" in Error) Error.captureStackTrace(error, assertion);
    throw error;
  };
  return assertion;
}

/** Asserts that elements are patched, as `toPatchElements` does. @throws EventsAssertionError */
export const assertPatchElements = asserting(checks.toPatchElements);
/** Asserts that elements are removed. @throws EventsAssertionError */
export const assertRemoveElements = asserting(checks.toRemoveElements);
/** Asserts that signals are patched, among others. @throws EventsAssertionError */
export const assertPatchSignals = asserting(checks.toPatchSignals);
/** Asserts that the browser is sent to another page. @throws EventsAssertionError */
export const assertRedirect = asserting(checks.toRedirect);
/** Asserts that the URL in the address bar changes. @throws EventsAssertionError */
export const assertReplaceUrl = asserting(checks.toReplaceUrl);
/** Asserts that a script runs. @throws EventsAssertionError */
export const assertExecuteScript = asserting(checks.toExecuteScript);
/** Asserts that a custom event is dispatched. @throws EventsAssertionError */
export const assertDispatchCustomEvent = asserting(checks.toDispatchCustomEvent);
