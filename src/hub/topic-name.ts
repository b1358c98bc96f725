import { shownValue } from "../base/describe.js";

/** Bytes of a topic's name, at most: escaped, it has to fit into the line of a NATS command, of 4,096 bytes. */
const longest = 1000;

const encoder = new TextEncoder();

/**
 * What may come from a client must not reach a broker that cannot carry it: that would break the connection of all.
 *
 * @throws TypeError for what is no topic in every transport
 */
export function checkTopic(name: unknown): string {
  if (typeof name !== "string") throw new TypeError(`A topic is a string, not ${shownValue(name)}.`);
  if (/\p{Surrogate}/u.test(name))
    throw new TypeError(`The topic ${JSON.stringify(name.slice(0, 100))} has half of a surrogate pair in it.`);
  if (name.length > longest || encoder.encode(name).length > longest) {
    throw new TypeError(
      `The topic ${JSON.stringify(name.slice(0, 100))}… is longer than ${longest} bytes; name what it is about by an id.`,
    );
  }
  return name;
}

/**
 * The names of one or more topics, each once.
 *
 * @throws TypeError for what is no topic in every transport; nothing is none, and would be waited for in vain
 */
export function checkTopics(topics: string | readonly string[]): readonly string[] {
  const names: readonly unknown[] = Array.isArray(topics) ? topics : [topics];
  return [...new Set(names.map(checkTopic))];
}
