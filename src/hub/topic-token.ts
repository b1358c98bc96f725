const empty = "%";

/**
 * A topic as one token of a NATS subject, which must not contain white space, `.`, `*` or `>`.
 *
 * @throws URIError for a topic with half a surrogate pair
 * @see https://docs.nats.io/nats-concepts/subjects
 */
export function toToken(topic: string): string {
  // A token must not be empty; no other topic begins like this.
  if (topic === "") return empty;
  return encodeURIComponent(topic).replace(/[.*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

export function fromToken(token: string): string {
  return token === empty ? "" : decodeURIComponent(token);
}
