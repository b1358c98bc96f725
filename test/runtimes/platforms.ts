import { arch } from "node:process";
import { fileURLToPath } from "node:url";

/** A check that every server has to pass when all others are done. */
export const printsNothing = "nothing is printed";

/** A runtime, and a kind of server on it. */
export interface Platform {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly protocol: "http1" | "http2";
  /** Whether `shutdown` takes this kind of server: it is done when the process is told to end. */
  readonly shutsDown: boolean;
  /** Checks of what the runtime does not have, by their names. */
  readonly lacks?: readonly string[];
  /** Checks that do not hold, by their names, and why. They fail as soon as they hold. */
  readonly known: Readonly<Record<string, string>>;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
/** The program itself: the script that npm puts into .bin would be stopped in its place. */
export const workerd = `${here}installed/node_modules/@cloudflare/workerd-linux-${arch === "x64" ? "64" : arch}/bin/workerd`;
const program = (name: string): string => `${here}installed/out/${name}.js`;

// What servers of web responses report of each response that is broken off.
const oneLine = { [printsNothing]: "each stream that is broken off is one line" };

const ofZstd = [
  "a page, compressed by zstd",
  "compressed by zstd: client.js",
  "a stream, compressed by zstd",
  "what was sent, compressed by zstd, arrives before the stream is broken off",
];

export const node = (version: number): string => `${here}installed/node_modules/node-${version}-${arch}/bin/node`;
export const versionsOfNode = [20, 22, 24, 26];
export const newestNode = node(26);
const serversOfNode = [
  { name: "node:http", file: "http", protocol: "http1", shutsDown: true, known: {} },
  { name: "node:http2", file: "http2", protocol: "http2", shutsDown: true, known: {} },
  { name: "@hono/node-server", file: "hono", protocol: "http1", shutsDown: true, known: oneLine },
  { name: "srvx", file: "srvx", protocol: "http1", shutsDown: false, known: {} },
] as const;

export const platforms: readonly Platform[] = [
  ...versionsOfNode.flatMap((version) =>
    serversOfNode.map(({ name, file, ...server }): Platform => ({
      ...server,
      name: `Node ${version}, ${name}`,
      command: [node(version), program(file)],
      lacks: version === 20 ? ofZstd : [],
    })),
  ),
  {
    name: "Bun",
    command: [`${root}node_modules/.bin/bun`, program("bun")],
    protocol: "http1",
    shutsDown: false,
    known: oneLine,
  },
  {
    name: "Deno",
    command: [`${root}node_modules/.bin/deno`, "run", "--allow-all", "--quiet", program("deno")],
    protocol: "http1",
    shutsDown: false,
    known: oneLine,
  },
  {
    name: "workerd",
    command: [workerd, "serve", "--control-fd=1", `${here}servers/workerd.capnp`],
    protocol: "http1",
    shutsDown: false,
    known: {
      ...oneLine,
      "a client that leaves is missed at once": "it is missed when something is sent to it",
      "a loop that awaits its sends stops when its client leaves": "what waits is never resumed; onClose is called",
    },
  },
];
