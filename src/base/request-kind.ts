// There are requests of the web and of Node.js, and what frameworks put around them. Types tell them apart; where there
// are none, whoever has mistaken one for the other is told which it is.
import { describe } from "./describe.js";

/** @throws TypeError for anything but a request of the web */
export function checkWebRequest(request: unknown): void {
  if (isWebRequest(request)) return;
  const web = within(request, isWebRequest);
  const node = within(request, isNodeRequest);
  throw refused("a Request of the web", request, web ?? (node && `${node}, with this function of datastar-tsx/node`));
}

/** @throws TypeError for anything but a request of Node.js */
export function checkNodeRequest(request: unknown): void {
  if (isNodeRequest(request)) return;
  const node = within(request, isNodeRequest);
  const web = within(request, isWebRequest);
  throw refused("a request of Node.js", request, node ?? (web && `${web}, with this function of datastar-tsx`));
}

/** @throws TypeError for anything but a response of Node.js */
export function checkNodeResponse(response: unknown): void {
  if (isNodeResponse(response)) return;
  throw refused("a response of Node.js", response, within(response, isNodeResponse));
}

function refused(wanted: string, given: unknown, remedy: string | undefined): TypeError {
  return new TypeError(`This takes ${wanted}, not ${describe(given)}${remedy === undefined ? "" : `: ${remedy}`}.`);
}

/** Where frameworks have the request that they were given: Fastify, Hono, its context, Koa and h3, Elysia, hapi. */
const paths = ["raw", "req.raw", "req", "request", "raw.req", "res", "raw.res"];

/** What to pass of something in place of it. */
function within(value: unknown, isWanted: (value: unknown) => boolean): string | undefined {
  if (isWanted(value)) return "pass it";
  const path = paths.find((path) =>
    isWanted(path.split(".").reduce<unknown>((inner, name) => property(inner, name), value)),
  );
  return path && `pass .${path} of it`;
}

function isWebRequest(value: unknown): boolean {
  return (
    typeof property(property(value, "headers"), "get") === "function" && typeof property(value, "url") === "string"
  );
}

function isNodeRequest(value: unknown): boolean {
  const headers = property(value, "headers");
  return typeof headers === "object" && headers !== null && property(headers, "get") === undefined;
}

function isNodeResponse(value: unknown): boolean {
  return typeof property(value, "writeHead") === "function";
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
