// Functions of the same names take requests of the web and those of Node.js: whoever has imported the other, or passes
// what a framework has made of a request, is told so. (Types refuse all of this.)
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import * as web from "datastar-tsx";
import * as node from "datastar-tsx/node";
import { Hono } from "hono";
import { expect, test } from "vitest";

const ofWeb = new Request("http://localhost/");
const ofNode = new IncomingMessage(new Socket());
const response = new ServerResponse(ofNode);
ofNode.method = "GET";
ofNode.url = "/";

/** As frameworks wrap them. */
const fastify = { request: { raw: ofNode }, reply: { raw: response } };
const koa = { req: ofNode, res: response, request: { header: {} } };
let hono: unknown;
await new Hono().get("/", (c) => ((hono = c), c.text(""))).request("/");

const ofWebOnly: readonly (readonly [name: string, given: unknown, said: string])[] = [
  ["a request of Node.js", ofNode, "not an IncomingMessage: pass it, with this function of datastar-tsx/node."],
  ["Hono's context", hono, "not a Context: pass .req.raw of it."],
  ["Hono's request", (hono as { req: unknown }).req, "not a HonoRequest: pass .raw of it."],
  ["what Elysia and Astro have", { request: ofWeb }, "not a plain object with request in it: pass .request of it."],
  ["an event of h3", { req: ofWeb }, "not a plain object with req in it: pass .req of it."],
  [
    "Fastify's request",
    fastify.request,
    "not a plain object with raw in it: pass .raw of it, with this function of datastar-tsx/node.",
  ],
  ["nothing", undefined, "not undefined."],
];

const takeWeb: { readonly [name: string]: (request: never) => unknown } = {
  stream: (request) => web.stream(request, () => {}),
  readSignals: (request) => web.readSignals(request),
  readForm: (request) => web.readForm(request),
  checkOrigin: (request) => web.checkOrigin(request),
  isDatastarRequest: web.isDatastarRequest,
};

const calls = <T extends object>(all: { readonly [name: string]: T }) => Object.entries(all);

test.each(calls(takeWeb).flatMap(([name, call]) => ofWebOnly.map((row) => [name, ...row, call] as const)))(
  "%s() of datastar-tsx, given %s",
  async (_, _what, given, said, call) => {
    await expect(async () => call(given as never)).rejects.toThrow(
      new TypeError(`This takes a Request of the web, ${said}`),
    );
  },
);

const ofNodeOnly: readonly (readonly [name: string, given: unknown, said: string])[] = [
  ["a Request", ofWeb, "not a Request: pass it, with this function of datastar-tsx."],
  ["Koa's context", koa, "not a plain object with req, res, request in it: pass .req of it."],
  ["Hono's context", hono, "not a Context: pass .req.raw of it, with this function of datastar-tsx."],
  ["nothing", undefined, "not undefined."],
];

const takeNode: { readonly [name: string]: (request: never) => unknown } = {
  stream: (request) => node.stream(request, response, () => {}),
  readSignals: (request) => node.readSignals(request),
  readForm: (request) => node.readForm(request),
  checkOrigin: (request) => node.checkOrigin(request),
  isDatastarRequest: node.isDatastarRequest,
  webRequest: node.webRequest,
};

test.each(calls(takeNode).flatMap(([name, call]) => ofNodeOnly.map((row) => [name, ...row, call] as const)))(
  "%s() of datastar-tsx/node, given %s",
  async (_, _what, given, said, call) => {
    await expect(async () => call(given as never)).rejects.toThrow(
      new TypeError(`This takes a request of Node.js, ${said}`),
    );
  },
);

const replies: { readonly [name: string]: (response: never) => unknown } = {
  stream: (response) => node.stream(ofNode, response, () => {}),
  sendPage: (response) => node.sendPage(response, "page"),
  sendElements: (response) => node.sendElements(response, "elements"),
  sendSignals: (response) => node.sendSignals(response, {}),
  sendScript: (response) => node.sendScript(response, ""),
  sendRedirect: (response) => node.sendRedirect(response, "/"),
  sendNoContent: (response) => node.sendNoContent(response),
};

test.each(calls(replies))("%s(), given what is no response of Node.js", async (_, reply) => {
  const said = async (given: unknown): Promise<string> => {
    const error: unknown = await (async () => reply(given as never))().catch((error: unknown) => error);
    return String(error);
  };
  expect(await said(fastify.reply)).toBe(
    "TypeError: This takes a response of Node.js, not a plain object with raw in it: pass .raw of it.",
  );
  expect(await said(koa)).toMatch(/: pass \.res of it\.$/);
  expect(await said(ofNode)).toBe("TypeError: This takes a response of Node.js, not an IncomingMessage.");
  expect(await said(new Response())).toBe("TypeError: This takes a response of Node.js, not a Response.");
});
