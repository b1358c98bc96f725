// Bodies that a framework or its middleware has read and parsed already.
import { once } from "node:events";
import { type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { readForm, readSignals } from "datastar-tsx";
import { readForm as readFormOfNode, readSignals as readSignalsOfNode } from "datastar-tsx/node";
import { describe, expect, test } from "vitest";
import { open, posting } from "../support/client.js";
import { answering } from "../support/reading.js";
import { nodeServer, servers } from "../support/servers.js";

const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

const entriesOf = async (form: FormData): Promise<unknown[]> =>
  Promise.all(
    Array.from(form, async ([name, value]) => [
      name,
      typeof value === "string" ? value : { name: value.name, type: value.type, text: await value.text() },
    ]),
  );

/** What parsers make of a form, and what was sent. */
const parsedForms: readonly [parser: string, parsed: unknown, entries: unknown][] = [
  [
    "express.urlencoded(), simple",
    Object.assign(Object.create(null), { a: "1", b: ["2", "3"] }),
    [
      ["a", "1"],
      ["b", "2"],
      ["b", "3"],
    ],
  ],
  [
    "express.urlencoded({ extended: true })",
    { a: { b: "1", c: ["2", "3"] }, list: [{ d: "4" }, { d: "5" }] },
    [
      ["a[b]", "1"],
      ["a[c]", "2"],
      ["a[c]", "3"],
      ["list[0][d]", "4"],
      ["list[1][d]", "5"],
    ],
  ],
  [
    "@fastify/formbody, koa-body",
    { a: "1", none: undefined, "": "x" },
    [
      ["a", "1"],
      ["", "x"],
    ],
  ],
  [
    "@fastify/formbody, whose objects have a prototype of their own",
    Object.assign(Object.create(Object.create(null)), { a: "1", b: ["2", "3"] }),
    [
      ["a", "1"],
      ["b", "2"],
      ["b", "3"],
    ],
  ],
  [
    "qs, of a field that was sent more often than it makes lists for",
    { a: { "0": "1", "1": "2", "2": "3" }, b: { "0": { c: "1" } }, d: { "1": "2" } },
    [
      ["a", "1"],
      ["a", "2"],
      ["a", "3"],
      ["b[0][c]", "1"],
      ["d[1]", "2"],
    ],
  ],
  [
    "Elysia",
    { n: 1, yes: true, nothing: null },
    [
      ["n", "1"],
      ["yes", "true"],
    ],
  ],
  [
    "request.formData(), URLSearchParams",
    new URLSearchParams("a=1&a=2"),
    [
      ["a", "1"],
      ["a", "2"],
    ],
  ],
  [
    "express.text()",
    "a=1&b=%C3%BC",
    [
      ["a", "1"],
      ["b", "ü"],
    ],
  ],
  ["express.raw()", new TextEncoder().encode("a=1"), [["a", "1"]]],
  ["request.arrayBuffer()", new TextEncoder().encode("a=1").buffer, [["a", "1"]]],
  [
    "a file among the fields",
    { f: new File(["x"], "a.txt", { type: "text/plain" }) },
    [["f", { name: "a.txt", type: "text/plain", text: "x" }]],
  ],
];

describe("a form, as the option `body`", () => {
  test.each(parsedForms)("%s", async (_, body, entries) => {
    const request = new Request("http://localhost/", { method: "POST", headers: urlencoded });
    expect(await entriesOf(await readForm(request, { body }))).toEqual(entries);
  });

  test("FormData is the form itself", async () => {
    const body = new FormData();
    const request = new Request("http://localhost/", { method: "POST", headers: urlencoded });
    expect(await readForm(request, { body })).toBe(body);
  });

  test("what cannot have been a field is an error that names it", async () => {
    const itself: { [name: string]: unknown } = {};
    itself["me"] = itself;
    for (const [body, message] of [
      [{ at: new Date(0) }, 'The field "at" was parsed into a Date, which is neither text nor a file.'],
      [{ f: () => {} }, 'The field "f" was parsed into a function, which is neither text nor a file.'],
      [{ f: Buffer.from("x") }, 'The field "f" was parsed into a Buffer, which is neither text nor a file.'],
      [itself, 'The field "me" was parsed into an object that contains itself, which is neither text nor a file.'],
      [[1], "What was parsed of a form must be FormData, or an object of its fields, not an Array."],
      [
        Promise.resolve({}),
        "What was parsed of a form must be FormData, or an object of its fields, not a Promise: await it first.",
      ],
    ] as const) {
      const request = new Request("http://localhost/", { method: "POST", headers: urlencoded });
      await expect(readForm(request, { body })).rejects.toThrow(message);
    }
  });
});

describe("signals, as the option `body`", () => {
  test.each<[what: string, body: unknown]>([
    ["an object", { a: "ü" }],
    ["text", '{"a":"ü"}'],
    ["bytes", new TextEncoder().encode('{"a":"ü"}')],
  ])("%s", async (_, body) => {
    const { headers, method } = posting({});
    const request = new Request("http://localhost/", {
      method: method ?? "",
      headers: headers as Record<string, string>,
    });
    expect(await readSignals(request, undefined, { body })).toEqual({ a: "ü" });
  });

  test.each<[what: string, body: unknown, message: string]>([
    ["a promise", Promise.resolve({}), "not a Promise: await it first."],
    ["a form", new FormData(), "not a FormData."],
    ["a file", new Blob(["{}"]), "not a Blob."],
    ["a Map", new Map(), "not a Map: write Object.fromEntries(map)."],
  ])("%s is a mistake of the program, and not of each client", async (_, body, message) => {
    const headers = { "content-type": "application/json" };
    const request = new Request("http://localhost/", { method: "POST", headers });
    await expect(readSignals(request, undefined, { body })).rejects.toThrow(
      new TypeError(`The option \`body\` must be an object of signals, or JSON as text or bytes, ${message}`),
    );
  });

  test("the limit holds for text, in bytes", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    await expect(readSignals(request, undefined, { body: '{"a":"ü"}', limit: 9 })).rejects.toMatchObject({
      status: 413,
    });
    expect(await readSignals(request, undefined, { body: '{"a":"ü"}', limit: 10 })).toEqual({ a: "ü" });
  });
});

describe.each(servers)("$name", (server) => {
  test("a body that was read before the handler saw it can be passed on", async () => {
    const url = await server.serve(
      answering(async ({ request, readSignals }) => {
        const body: unknown = JSON.parse(await (request instanceof Request ? request.text() : text(request)));
        return readSignals(undefined, { body });
      }),
    );
    expect(await (await open(url, posting({ a: 1 }))).text()).toBe('{"value":{"a":1}}');
  });

  test("the content type must be right all the same: a page of another origin cannot send it without asking", async () => {
    const url = await server.serve(answering(({ readSignals }) => readSignals(undefined, { body: { a: 1 } })));
    expect((await open(url, { ...posting({}), headers: { "content-type": "text/plain" } })).status).toBe(415);
  });
});

describe("node", () => {
  // As `express.json()` and `express.urlencoded()` leave it: read, and nothing was in it.
  test.each<[type: string, read: (request: IncomingMessage) => Promise<unknown>, answer: unknown]>([
    ["application/x-www-form-urlencoded", async (request) => [...(await readFormOfNode(request))], { value: [] }],
    [
      "application/json",
      (request) => readSignalsOfNode(request),
      { status: 400, message: "The request body is not JSON: it is empty" },
    ],
  ])("an empty body of %s that middleware has read is empty, and not gone", async (type, read, answer) => {
    const url = await nodeServer.serve(
      answering(async ({ request }) => {
        await text(request as IncomingMessage);
        return read(Object.assign(request as IncomingMessage, { body: {} }));
      }),
    );
    const reply = await open(url, { method: "POST", headers: { "content-type": type, "content-length": "0" } });
    expect(JSON.parse(await reply.text())).toMatchObject(answer as object);
  });

  test("a body that somebody has begun to read is an error: the rest of it is no body", async () => {
    const url = await nodeServer.serve(
      answering(async ({ request }) => {
        const incoming = request as IncomingMessage;
        await once(incoming, "readable");
        incoming.read(1);
        return readSignalsOfNode(incoming);
      }),
    );
    expect(await (await open(url, posting({ a: 1 }))).text()).toContain("TypeError: The request body has been read");
  });

  test.each(parsedForms)("a form that %s has read is taken from `request.body`", async (_, body, entries) => {
    const url = await nodeServer.serve(
      answering(async ({ request }) => {
        await text(request as IncomingMessage);
        return entriesOf(await readFormOfNode(Object.assign(request as IncomingMessage, { body })));
      }),
    );
    expect(JSON.parse(await (await open(url, { method: "POST", headers: urlencoded, body: "x=y" })).text())).toEqual({
      value: entries,
    });
  });

  test.each<[what: string, files: (file: object) => object]>([
    ["single()", (file) => ({ file })],
    ["array() and any()", (file) => ({ files: [file] })],
    ["fields()", (file) => ({ files: { avatar: [file] } })],
  ])("the files that multer has kept in memory are in the form: %s", async (_, files) => {
    const file = {
      fieldname: "avatar",
      originalname: "a b.bin",
      mimetype: "application/x-test",
      buffer: Buffer.from("xyz"),
    };
    const url = await nodeServer.serve(
      answering(async ({ request }) => {
        await text(request as IncomingMessage);
        Object.assign(request, { body: Object.assign(Object.create(null), { title: "Tea" }), ...files(file) });
        return entriesOf(await readFormOfNode(request as IncomingMessage));
      }),
    );
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(JSON.parse(await (await open(url, { method: "POST", headers, body: "…" })).text())).toEqual({
      value: [
        ["title", "Tea"],
        ["avatar", { name: "a b.bin", type: "application/x-test", text: "xyz" }],
      ],
    });
  });
});

test("a web request whose body somebody is reading is an error of the program, and no client that went away", async () => {
  const request = new Request("http://localhost/", { method: "POST", headers: urlencoded, body: "a=1" });
  request.body?.getReader();
  await expect(readForm(request)).rejects.toThrow("The request body has been read already");
});

describe.each(servers)("$name: what says that it is not in UTF-8 is refused, and not garbled", (server) => {
  test.each([
    ["iso-8859-1", 415],
    ['"windows-1252"', 415],
    ["utf-16", 415],
    ["utf-8", 200],
    ["UTF8", 200],
    ['"utf-8"', 200],
    ["us-ascii", 200],
  ])("%s: %i", async (charset, status) => {
    const form = await server.serve(answering(async ({ readForm }) => [...(await readForm())]));
    const signals = await server.serve(answering(({ readSignals }) => readSignals()));
    for (const [url, type, body] of [
      [form, "application/x-www-form-urlencoded", "a=1"],
      [signals, "application/json", "{}"],
    ] as const) {
      const headers = { "content-type": `${type}; charset=${charset}` };
      expect((await open(url, { method: "POST", headers, body })).status).toBe(status);
    }
  });
});
