/** A server on a runtime: a folder of `template` each, and what they have in common with others. */
export interface Choice {
  readonly server: string;
  readonly runtime: string;
  readonly title: string;
  /** The folders of `template` that an app is made of: of what two of them have, the later one counts. */
  readonly layers: readonly string[];
}

/** What can be chosen; the first is the default. */
export const choices: readonly Choice[] = [
  {
    server: "hono",
    runtime: "node",
    title: "Hono on Node.js",
    layers: ["shared", "npm", "vitest", "node", "hono", "hono-npm", "hono-node"],
  },
  { server: "hono", runtime: "bun", title: "Hono on Bun", layers: ["shared", "npm", "hono", "hono-npm", "bun"] },
  { server: "hono", runtime: "deno", title: "Hono on Deno", layers: ["shared", "hono", "deno"] },
  {
    server: "hono",
    runtime: "workers",
    title: "Hono on Cloudflare Workers",
    layers: ["shared", "npm", "vitest", "hono", "hono-npm", "workers"],
  },
  {
    server: "express",
    runtime: "node",
    title: "Express on Node.js",
    layers: ["shared", "npm", "vitest", "node", "express"],
  },
  {
    server: "fastify",
    runtime: "node",
    title: "Fastify on Node.js",
    layers: ["shared", "npm", "vitest", "node", "fastify"],
  },
];

/** What a command line leaves open of the choice. */
export interface Wish {
  readonly server?: string | undefined;
  readonly runtime?: string | undefined;
}

/**
 * The choices that are as somebody wishes, of which there is at least one.
 *
 * @throws WrongUsage for a server or a runtime that does not exist, or not together
 */
export function choicesFor({ server, runtime }: Wish): readonly [Choice, ...Choice[]] {
  const servers = unique(choices.map((choice) => choice.server));
  const runtimes = unique(choices.map((choice) => choice.runtime));
  if (server !== undefined && !servers.includes(server))
    throw new WrongUsage(`There is no server "${server}": --server takes ${listed(servers)}.`);
  if (runtime !== undefined && !runtimes.includes(runtime))
    throw new WrongUsage(`There is no runtime "${runtime}": --runtime takes ${listed(runtimes)}.`);

  const [first, ...others] = choices.filter(
    (choice) => (server ?? choice.server) === choice.server && (runtime ?? choice.runtime) === choice.runtime,
  );
  if (first !== undefined) return [first, ...others];
  const runsOn = listed(choices.flatMap((choice) => (choice.server === server ? [choice.runtime] : [])));
  const runs = listed(choices.flatMap((choice) => (choice.runtime === runtime ? [choice.server] : [])));
  throw new WrongUsage(
    `There is no app for ${server} on ${runtime}: ${server} is for ${runsOn}, ${runtime} runs ${runs}.`,
  );
}

/** What was asked for cannot be done, and the message says what can. */
export class WrongUsage extends Error {}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function listed(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " or $1");
}
