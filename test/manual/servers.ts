// The manual's table of servers. What it says of checks, and of clients that leave, is what the suites hold.
import { checks as frameworkChecks } from "../frameworks/checks.js";
import { frameworks } from "../frameworks/frameworks.js";
import { checks as runtimeChecks } from "../runtimes/checks.js";
import { platforms } from "../runtimes/platforms.js";

/** A kind of server, as the manual tells of it. */
interface Server {
  readonly name: string;
  /** By their names in the suites. */
  readonly ran: readonly string[];
  readonly answer: string;
  /** A cookie beside a stream. */
  readonly cookie: string;
  /** What must be turned off, or known. */
  readonly note?: string;
}

const onNode = (server: string): readonly string[] =>
  platforms.map(({ name }) => name).filter((name) => name.endsWith(`, ${server}`));
const inHeaders = '`headers: { "set-cookie": … }`';

const servers: readonly Server[] = [
  {
    name: "Node.js, HTTP/1 and HTTP/2",
    ran: [...onNode("node:http"), ...onNode("node:http2")],
    answer: "`(request, response) => stream(request, response, …)`",
    cookie: inHeaders,
  },
  { name: "srvx", ran: onNode("srvx"), answer: "`fetch: (request) => stream(request, …)`", cookie: inHeaders },
  { name: "Bun", ran: ["Bun"], answer: "`fetch: (request) => stream(request, …)`", cookie: inHeaders },
  { name: "Deno", ran: ["Deno"], answer: "`(request) => stream(request, …)`", cookie: inHeaders },
  {
    name: "Workers",
    ran: ["workerd"],
    answer: "`fetch: (request) => stream(request, …)`",
    cookie: inHeaders,
    note: "what waits when a client leaves is never resumed: clean up in `onClose`",
  },
  {
    name: "Durable Objects",
    ran: ["Durable Objects"],
    answer: "`fetch(request) { return app.fetch(request); }`, the app of Hono",
    cookie: "as in Hono",
    note: "a hub reaches the clients of its own object",
  },
  {
    name: "Express",
    ran: ["Express"],
    answer: "`(request, response) => stream(request, response, …)`",
    cookie: "`response.cookie(…)`",
  },
  {
    name: "Nest",
    ran: ["Nest"],
    answer: "`live(@Req() request, @Res() response) { return stream(request, response, …); }`",
    cookie: "`response.cookie(…)`",
  },
  {
    name: "Koa",
    ran: ["Koa"],
    answer: "`(ctx) => stream(ctx.req, ctx.res, …)`",
    cookie: "`ctx.cookies.set(…)`",
    note: "Koa's own answer: `ctx.respond = false`, and `ctx.status = 200`",
  },
  {
    name: "Fastify",
    ran: ["Fastify"],
    answer: "`(request) => stream(webRequest(request.raw), …)`",
    cookie: "`reply.setCookie(…)`",
  },
  {
    name: "Hono",
    ran: ["Hono", "Hono on Bun", "Hono on Deno", ...onNode("@hono/node-server")],
    answer: "`(c) => stream(c.req.raw, …)`",
    cookie: "`setCookie(c, …)`, see below",
  },
  {
    name: "Elysia, on Bun and Node.js",
    ran: ["Elysia", "Elysia on Node.js"],
    answer: "`({ request }) => stream(request, …)`",
    cookie: "`cookie.name.set(…)`",
    note: "it has read the body: `readSignals(request, todo, { body })`",
  },
  { name: "h3", ran: ["h3"], answer: "`(event) => stream(event.req, …)`", cookie: "`setCookie(event, …)`" },
  {
    name: "Nitro",
    ran: ["Nitro"],
    answer: "`defineHandler((event) => stream(event.req, …))`",
    cookie: "`setCookie(event, …)`",
    note: 'routes in TSX: `esbuild: { options: { jsx: "automatic", jsxImportSource: "datastar-tsx" } }`',
  },
  {
    name: "SvelteKit",
    ran: ["SvelteKit"],
    answer: "`GET = ({ request }) => stream(request, …)`",
    cookie: "`cookies.set(…)`",
    note: "a `RequestError` is answered with 500 unless you catch it",
  },
  {
    name: "Astro",
    ran: ["Astro"],
    answer: "`GET = ({ request }) => stream(request, …)`",
    cookie: "`cookies.set(…)`",
    note: "a `RequestError` is answered with 500 unless you catch it",
  },
  {
    name: "React Router",
    ran: ["React Router"],
    answer: "`loader = ({ request }) => stream(request, …)`",
    cookie: inHeaders,
    note: 'the compression of `react-router-serve`, which holds events back: `headers: { "cache-control": "no-cache, no-transform" }`; a `RequestError` is answered with 500 unless you catch it',
  },
  {
    name: "Next",
    ran: ["Next", "Next, dev"],
    answer: "`GET = (request) => stream(request, …)`",
    cookie: "`(await cookies()).set(…)`",
    note: "its compression, which holds events back: `compress: false`; a `RequestError` is answered with 500 unless you catch it",
  },
];

interface Entry {
  readonly name: string;
  readonly lacks?: readonly string[];
  readonly known?: Readonly<Record<string, string>>;
}

const suites: readonly { readonly entries: readonly Entry[]; readonly checks: readonly { readonly name: string }[] }[] =
  [
    { entries: platforms, checks: runtimeChecks },
    { entries: frameworks, checks: frameworkChecks },
  ];

/** What ran by a name: how many checks, and which of them do not hold. */
function resultOf(ran: string): { readonly checks: number; readonly known: readonly string[] } {
  for (const { entries, checks } of suites) {
    const entry = entries.find(({ name }) => name === ran);
    if (entry === undefined) continue;
    const { lacks = [], known = {} } = entry;
    const names = new Set(checks.map(({ name }) => name).filter((name) => !lacks.includes(name)));
    // What is no check of the list is what a server prints.
    return { checks: names.size, known: Object.keys(known).filter((name) => names.has(name)) };
  }
  throw new Error(`No suite runs ${ran}.`);
}

function row({ name, ran, answer, cookie, note = "" }: Server): string {
  const results = ran.map(resultOf);
  const checks = results.reduce((sum, result) => sum + result.checks, 0);
  const failing = results.reduce((sum, { known }) => sum + known.length, 0);
  const isLate = results.some(({ known }) => known.includes("a client that leaves is missed at once"));
  const leaving = isLate ? "when something is sent" : "at once";
  return `| ${[name, answer, cookie, leaving, note, failing === 0 ? checks : `${checks - failing} of ${checks}`].join(" | ")} |`;
}

/** What no row has. */
export const untold: readonly string[] = [...platforms, ...frameworks]
  .map(({ name }) => name)
  .filter((name) => !servers.some(({ ran }) => ran.includes(name)));

export const table: string = [
  "| | a stream | a cookie beside it | who leaves is missed | to turn off, to know | checks |",
  "| --- | --- | --- | --- | --- | ---: |",
  ...servers.map(row),
].join("\n");
