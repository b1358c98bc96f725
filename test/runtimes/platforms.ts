import { arch } from "node:process";
import { fileURLToPath } from "node:url";

/** A check that every server has to pass when all others are done. */
export const printsNothing = "nothing is printed";

/** A runtime, and a kind of server on it. */
export interface Platform {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly protocol: "http1" | "http2";
  /** Checks that do not hold, by their names, and why. They fail as soon as they hold. */
  readonly known: Readonly<Record<string, string>>;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = (name: string): string => `${here}installed/out/${name}.js`;

const hubCloses = {
  "a hub that closes delivers what was sent, tells when to come back, and breaks the stream off":
    "what waits in the server is lost when a response is broken off",
};
const headersWait = { "the headers go out at once": "the server waits for the first chunk" };

const versionsOfNode = [20, 22, 24, 26];
const serversOfNode = [
  { name: "node:http", file: "http", protocol: "http1", known: {} },
  { name: "node:http2", file: "http2", protocol: "http2", known: hubCloses },
  {
    name: "@hono/node-server",
    file: "hono",
    protocol: "http1",
    known: { ...hubCloses, [printsNothing]: "each stream that is broken off is reported" },
  },
  { name: "srvx", file: "srvx", protocol: "http1", known: { ...hubCloses, ...headersWait } },
] as const;

export const platforms: readonly Platform[] = [
  ...versionsOfNode.flatMap((version) =>
    serversOfNode.map(({ name, file, ...server }): Platform => ({
      ...server,
      name: `Node ${version}, ${name}`,
      command: [`${here}installed/node_modules/node-${version}-${arch}/bin/node`, program(file)],
    })),
  ),
  {
    name: "Bun",
    command: [`${root}node_modules/.bin/bun`, program("bun")],
    protocol: "http1",
    known: {
      ...hubCloses,
      ...headersWait,
      "a silent stream is kept open by the defaults": "it closes what is silent for 10 seconds",
      [printsNothing]: "each stream that is broken off is reported",
    },
  },
  {
    name: "Deno",
    command: [`${root}node_modules/.bin/deno`, "run", "--allow-all", "--quiet", program("deno")],
    protocol: "http1",
    known: { ...hubCloses, [printsNothing]: "each stream that is broken off is reported" },
  },
  {
    name: "workerd",
    command: [`${here}installed/node_modules/.bin/workerd`, "serve", "--control-fd=1", `${here}servers/workerd.capnp`],
    protocol: "http1",
    known: {
      ...hubCloses,
      ...Object.fromEntries(
        ["a page", "a stream"].flatMap((what) =>
          ["gzip", "br"].map((encoding) => [`${what}, compressed by ${encoding}`, "it is compressed a second time"]),
        ),
      ),
      "a client that leaves is missed at once": "it is missed when something is sent to it",
      "a loop that awaits its sends stops when its client leaves": "what waits is never resumed; onClose is called",
      [printsNothing]: "each stream that is broken off is reported",
    },
  },
];
