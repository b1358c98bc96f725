/**
 * Whether the Datastar client sent a request, and not the browser itself.
 *
 * @param header the value of `Datastar-Request`
 * @see https://data-star.dev/reference/actions#request-flow
 */
export function isSentByDatastar(header: string | readonly string[] | null | undefined): boolean {
  return header === "true";
}
