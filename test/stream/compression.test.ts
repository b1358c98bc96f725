import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { PassThrough, type Transform } from "node:stream";
import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  gunzipSync,
  inflateSync,
} from "node:zlib";
import * as zlib from "node:zlib";
import {
  type CloseReason,
  type Compression,
  elementsResponse,
  pageResponse,
  scriptResponse,
  type ServerSentEventGenerator,
  signalsResponse,
  stream as webStream,
} from "datastar-tsx";
import { compression } from "datastar-tsx/compression";
import { sendElements, sendPage, sendScript, sendSignals, stream } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { elementsOf } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { listen, streamServers } from "../support/servers.js";
import { parseEvents } from "../support/sse-parser.js";

interface Coding {
  readonly name: string;
  readonly open: () => Transform;
  readonly decompress: (body: Buffer) => Buffer;
}

const codings: Coding[] = [
  { name: "br", open: createBrotliDecompress, decompress: brotliDecompressSync },
  { name: "gzip", open: createGunzip, decompress: gunzipSync },
  { name: "deflate", open: createInflate, decompress: inflateSync },
];
// Node.js 20 has no Zstandard.
if ("createZstdDecompress" in zlib) {
  const { createZstdDecompress, zstdDecompressSync } = zlib as unknown as {
    createZstdDecompress: Coding["open"];
    zstdDecompressSync: Coding["decompress"];
  };
  codings.push({ name: "zstd", open: createZstdDecompress, decompress: zstdDecompressSync });
}

/** A request of a client that accepts encodings. */
async function ask(url: string, acceptEncoding?: string, method = "GET"): Promise<IncomingMessage> {
  const sent = request(url, {
    agent: false,
    method,
    headers: acceptEncoding === undefined ? {} : { "accept-encoding": acceptEncoding },
  }).end();
  onTestFinished(() => void sent.destroy());
  sent.on("error", () => {});
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.on("error", () => {});
  return response;
}

/** The whole body, as it came. */
async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const view = (n: number): string =>
  `<table id="prices"><tr><td>${n}</td>${Array.from({ length: 60 }, (_, i) => `<td>item ${i * 7919}</td>`).join("")}</tr></table>`;

describe.each(streamServers)("$name", (server) => {
  describe.each(codings)("$name", ({ name, open, decompress }) => {
    test("every event arrives as soon as it is sent", async () => {
      const handed = deferred<ServerSentEventGenerator>();
      const url = await server.serve(({ stream }) =>
        stream((sse) => handed.resolve(sse), { keepOpen: true, compression: compression() }),
      );
      const response = await ask(url, name);
      expect(response.headers).toMatchObject({
        "content-type": "text/event-stream",
        "content-encoding": name,
        vary: "Accept-Encoding",
      });
      const sse = await handed.promise;
      const plain = response.pipe(open());
      let text = "";
      plain.on("data", (bytes: Buffer) => (text += bytes.toString()));
      for (let n = 0; n < 5; n++) {
        await sse.patchElements(view(n));
        while (parseEvents(text).length <= n) await once(plain, "data");
      }
      await sse.close();
      await once(plain, "end");
      expect(elementsOf(text)).toEqual([0, 1, 2, 3, 4].map(view));
    });

    test("an event finds its repetitions in those before it", async () => {
      const count = 200;
      const url = await server.serve(({ stream }) =>
        stream(
          async (sse) => {
            for (let n = 0; n < count; n++) await sse.patchElements(view(n));
          },
          { compression: compression() },
        ),
      );
      const body = await bodyOf(await ask(url, name));
      const plain = decompress(body).toString();
      expect(elementsOf(plain)).toHaveLength(count);
      expect(body.length / plain.length).toBeLessThan(0.04);
    });

    test("events that wait for each other are compressed together, and none is lost", async () => {
      const names = Array.from({ length: 2000 }, (_, i) => `é${i}`);
      const url = await server.serve(({ stream }) =>
        stream(
          (sse) => names.forEach((name, i) => void sse.patchElements(i % 3 === 0 ? Promise.resolve(name) : name)),
          { compression: compression() },
        ),
      );
      expect(elementsOf(decompress(await bodyOf(await ask(url, name))).toString())).toEqual(names);
    });
  });

  test.each([{ name: "identity", open: () => new PassThrough() }, ...codings])(
    "$name: what was sent arrives before the stream is broken off",
    async ({ name, open }) => {
      const views = Array.from({ length: 50 }, (_, n) => view(n));
      const url = await server.serve(({ stream }) =>
        stream(
          (sse) => {
            for (const view of views) void sse.patchElements(view);
            sse.disconnect();
          },
          { compression: compression() },
        ),
      );
      const response = await ask(url, name);
      const closed = new Promise((resolve) => response.once("close", resolve));
      let text = "";
      // What is not complete breaks off for the decompressor as well.
      const plain = response.pipe(open()).on("error", () => {});
      plain.on("data", (bytes: Buffer) => (text += bytes.toString()));
      while (parseEvents(text).length < views.length) await once(plain, "data");
      await closed;
      expect({ elements: elementsOf(text), isComplete: response.complete }).toEqual({
        elements: views,
        isComplete: false,
      });
    },
  );

  test.each([[undefined], ["identity"], ["br;q=0, *;q=0"], ["lzma"]])(
    "a client that accepts %j gets the events as they are",
    async (accepted) => {
      const url = await server.serve(({ stream }) =>
        stream((sse) => sse.patchElements("hello"), { compression: compression() }),
      );
      const response = await ask(url, accepted);
      expect(response.headers["content-encoding"]).toBeUndefined();
      expect(response.headers.vary).toBe("Accept-Encoding");
      expect(elementsOf((await bodyOf(response)).toString())).toEqual(["hello"]);
    },
  );

  test("without the option nothing is compressed", async () => {
    const url = await server.serve(({ stream }) => stream((sse) => sse.patchElements("hello")));
    const response = await ask(url, "br");
    expect(response.headers["content-encoding"]).toBeUndefined();
    expect(response.headers.vary).toBeUndefined();
  });

  test("HEAD tells what GET would do", async () => {
    const url = await server.serve(({ stream }) => stream(() => {}, { compression: compression() }));
    const response = await ask(url, "gzip", "HEAD");
    expect(response.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect(await bodyOf(response)).toHaveLength(0);
  });

  test.each([
    ["Cookie", "Cookie, Accept-Encoding"],
    ["cookie, accept-encoding", "cookie, accept-encoding"],
    ["*", "*"],
  ])("Vary: %s becomes %s", async (before, after) => {
    const url = await server.serve(({ stream }) =>
      stream(() => {}, { compression: compression(), headers: { vary: before } }),
    );
    expect((await ask(url, "br")).headers.vary).toBe(after);
  });

  test("a compressor that fails: reported once, the stream ends, and the client sees that it is not complete", async () => {
    const failure = new Error("out of memory");
    const failing: Compression = {
      negotiate: () => ({
        name: "br",
        compress: () => undefined,
        open: () => {
          const compressor = zlib.createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH });
          void turn().then(() => compressor.destroy(failure));
          return compressor;
        },
      }),
    };
    const errors: unknown[] = [];
    const closed = deferred<CloseReason>();
    const url = await server.serve(({ stream }) =>
      stream(
        (sse) => {
          sse.onClose(closed.resolve);
          void sse.patchSignals({});
        },
        { keepOpen: true, compression: failing, onError: (error) => errors.push(error) },
      ),
    );
    const response = await ask(url, "br").catch(() => undefined);
    expect(await closed.promise).toBe("error");
    if (response !== undefined) await expect(bodyOf(response)).rejects.toThrow();
    await turn();
    expect(errors).toEqual([failure]);
  });

  test("a client that leaves: the compressor is released", async () => {
    const compressors: Transform[] = [];
    const handed = deferred<ServerSentEventGenerator>();
    const counting: Compression = {
      negotiate: () => ({
        name: "gzip",
        compress: () => undefined,
        open: () => {
          const compressor = zlib.createGzip({ flush: constants.Z_SYNC_FLUSH });
          compressors.push(compressor);
          return compressor;
        },
      }),
    };
    const url = await server.serve(({ stream }) =>
      stream((sse) => handed.resolve(sse), { keepOpen: true, compression: counting }),
    );
    const response = await ask(url, "gzip");
    const sse = await handed.promise;
    await sse.patchElements("hello");
    const closed = new Promise<CloseReason>((resolve) => sse.onClose(resolve));
    response.destroy();
    expect(await closed).toBe("disconnected");
    expect(compressors.map(({ destroyed }) => destroyed)).toEqual([true]);
  });
});

test("node: Vary that was set before is kept", async () => {
  const url = await listen((request, response) => {
    response.setHeader("Vary", "Origin");
    void stream(request, response, () => {}, { compression: compression() });
  });
  expect((await ask(url, "br")).headers.vary).toBe("Origin, Accept-Encoding");
});

describe("options", () => {
  test("each encoding can be left out", () => {
    const { negotiate } = compression({ br: false, zstd: false, gzip: { quality: 1, window: 9 } });
    expect(negotiate("br, gzip, deflate")?.name).toBe("gzip");
    expect(negotiate("br")).toBeUndefined();
  });

  test.each<[options: Parameters<typeof compression>[0], message: string]>([
    [{ br: { quality: 12 } }, "br.quality must be a whole number from 0 to 11, not 12."],
    [{ br: { window: 9 } }, "br.window must be a whole number from 10 to 24, not 9."],
    [{ gzip: { window: 16 } }, "gzip.window must be a whole number from 9 to 15, not 16."],
    [{ deflate: { quality: 0.5 } }, "deflate.quality must be a whole number from 1 to 9, not 0.5."],
  ])("%j is refused", (options, message) => {
    expect(() => compression(options)).toThrow(new RangeError(message));
  });
});

// Twice the size of what is written first, within 64 KB and 1 MB.
test.each(["br", ...("createZstdCompress" in zlib ? ["zstd"] : [])])(
  "%s: an event finds its repetitions in the one before it, up to half a megabyte",
  async (name) => {
    // Nothing in it repeats itself, so that what is saved is saved by the event before.
    const random = randomBytes(390_000).toString("base64");
    for (const size of [2000, 60_000, 106_000, 520_000]) {
      const stream = compression().negotiate(name)?.open(size);
      if (stream === undefined) throw new Error("It is not offered.");
      let bytes = 0;
      stream.on("data", (chunk) => (bytes += chunk.length));
      const write = (text: string) => new Promise<void>((resolve) => stream.write(Buffer.from(text), resolve));
      await write(random.slice(0, size));
      const first = bytes;
      await write(`${random.slice(0, size / 2)}42${random.slice(size / 2, size)}`);
      stream.destroy();
      expect({ size, second: (bytes - first) / first }).toEqual({ size, second: expect.closeTo(0, 1) });
    }
  },
);

test("a stream that sends nothing ends as its encoding does", async () => {
  const url = await listen((request, response) => stream(request, response, () => {}, { compression: compression() }));
  const response = await ask(url, "br");
  expect(brotliDecompressSync(await bodyOf(response)).toString()).toBe("");
});

describe("replies without a stream", () => {
  const page = view(1);
  const signals = { text: page };
  const options = { compression: compression() };

  const web = (reply: (request: Request) => Response | Promise<Response>) => async (acceptEncoding: string) => {
    const response = await reply(new Request("http://localhost/", { headers: { "accept-encoding": acceptEncoding } }));
    return { headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) };
  };
  const node =
    (reply: (response: Parameters<typeof sendPage>[0]) => void | Promise<void>) => async (acceptEncoding: string) => {
      const response = await ask(await listen((_, response) => void reply(response)), acceptEncoding);
      return { headers: response.headers, body: await bodyOf(response) };
    };

  const replies = [
    ["pageResponse", web((request) => pageResponse(page, { ...options, request })), `<!DOCTYPE html>${page}`],
    ["elementsResponse", web((request) => elementsResponse(page, { ...options, request })), page],
    ["signalsResponse", web((request) => signalsResponse(signals, { ...options, request })), JSON.stringify(signals)],
    ["scriptResponse", web((request) => scriptResponse(page, { ...options, request })), page],
    ["sendPage", node((response) => sendPage(response, page, options)), `<!DOCTYPE html>${page}`],
    ["sendElements", node((response) => sendElements(response, page, options)), page],
    ["sendSignals", node((response) => sendSignals(response, signals, options)), JSON.stringify(signals)],
    ["sendScript", node((response) => sendScript(response, page, options)), page],
  ] as const;

  describe.each(replies)("%s", (_, reply, expected) => {
    test.each(codings)("$name", async ({ name, decompress }) => {
      const { headers, body } = await reply(name);
      expect(headers).toMatchObject({ "content-encoding": name, vary: "Accept-Encoding" });
      expect(body.length).toBeLessThan(expected.length / 2);
      expect(decompress(body).toString()).toBe(expected);
    });

    test("as it is, when the client says so", async () => {
      const { headers, body } = await reply("identity");
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["vary"]).toBe("Accept-Encoding");
      expect(body.toString()).toBe(expected);
    });
  });

  test("what is small stays as it is; so does what would not become smaller, and what is compressed already", async () => {
    const request = new Request("http://localhost/", { headers: { "accept-encoding": "br" } });
    const encodingOf = async (html: string, more: object = {}) =>
      (await elementsResponse(html, { ...options, request, ...more })).headers.get("content-encoding");
    expect(await encodingOf("x".repeat(1023))).toBeNull();
    expect(await encodingOf("x".repeat(1024))).toBe("br");
    const noise = Array.from({ length: 700 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join("");
    expect(await encodingOf(noise, { compression: compression({ minimum: 0, br: { quality: 0 } }) })).toBe("br");
    expect(await encodingOf("x", { compression: compression({ minimum: 0 }) })).toBeNull();
    expect(await encodingOf(page, { headers: { "Content-Encoding": "zz" } })).toBe("zz");
  });

  test("Vary keeps what it says already", async () => {
    const given = { ...options, headers: { Vary: "Cookie" } };
    const response = await ask(
      await listen((_, response) => void sendPage(response.setHeader("vary", "Origin"), page, given)),
      "br",
    );
    expect(response.headers.vary).toBe("Origin, Cookie, Accept-Encoding");
  });

  test("a web response needs the request", () => {
    expect(() => pageResponse(page, options)).toThrow(
      new TypeError("A reply with compression needs the request as well."),
    );
  });
});

test("Cloudflare's runtime is told that a body is compressed already", async () => {
  const inits: unknown[] = [];
  class Recording extends Response {
    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body, init);
      inits.push(init);
    }
  }
  vi.stubGlobal("Response", Recording);
  onTestFinished(() => void vi.unstubAllGlobals());
  const options = { compression: compression() };
  for (const encoding of ["br", "identity"]) {
    const request = new Request("http://localhost/", { headers: { "accept-encoding": encoding } });
    webStream(request, () => {}, options);
    await pageResponse("x".repeat(2000), { ...options, request });
  }
  const manual = expect.objectContaining({ encodeBody: "manual" });
  expect(inits).toEqual([manual, manual, expect.not.objectContaining(manual), expect.not.objectContaining(manual)]);
});
