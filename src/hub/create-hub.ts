import type { HubOptions } from "./hub-options.js";
import { Hub } from "./hub.js";

/**
 * Makes a hub: topics that clients subscribe to, and that anything in the program publishes to.
 *
 * @typeParam TopicName the names of the topics, such as `"news" | \`room:${string}\``
 * @typeParam Client what is known of a client that is there, such as its user: see `hub.enter`
 * @throws RangeError or TypeError for options that cannot be meant
 */
export function createHub<TopicName extends string = string, Client = unknown>(
  options: HubOptions<Client> = {},
): Hub<TopicName, Client> {
  return new Hub(options);
}
