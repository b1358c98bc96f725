import { once } from "node:events";
import { constants, type Http2ServerRequest } from "node:http2";
import { text } from "node:stream/consumers";
import { isDatastarRequest, readForm, readSignals } from "datastar-tsx/node";
import { expect, test } from "vitest";
import { deferred } from "../support/deferred.js";
import { connectedHttp2 } from "../support/http2.js";

const json = { ":method": "POST", "content-type": "application/json" };

async function read(
  reading: (request: Http2ServerRequest) => unknown,
  headers: { readonly [name: string]: string },
  body?: string,
): Promise<unknown> {
  const session = await connectedHttp2(async (request, response) => {
    const outcome = await Promise.resolve(reading(request)).catch((error: unknown) => ({ error: String(error) }));
    response.end(JSON.stringify(outcome));
  });
  return JSON.parse(await text(session.request(headers).end(body)));
}

test("signals, in the query and in the body", async () => {
  expect(await read((request) => readSignals(request), { ":path": '/?datastar={"a":1}' })).toEqual({ a: 1 });
  expect(await read((request) => readSignals(request), json, '{"a":"ü"}')).toEqual({ a: "ü" });
  expect(await read((request) => readSignals(request, undefined, { limit: 3 }), json, '{"a":1}')).toEqual({
    error: "RequestError: The request body is larger than the limit of 3 bytes.",
  });
});

test("forms, and who has sent them", async () => {
  const headers = {
    ":method": "POST",
    "content-type": "application/x-www-form-urlencoded",
    "datastar-request": "true",
  };
  const reading = async (request: Http2ServerRequest) => [isDatastarRequest(request), ...(await readForm(request))];
  expect(await read(reading, headers, "a=1")).toEqual([true, ["a", "1"]]);
});

test("a client that goes away while it sends is a bad request", async () => {
  const reading = deferred();
  const failure = deferred<unknown>();
  const session = await connectedHttp2(async (request) => {
    reading.resolve();
    await readSignals(request).then(failure.reject, failure.resolve);
  });
  const sent = session.request(json);
  sent.on("error", () => {});
  sent.write('{"a":');
  await reading.promise;
  sent.close(8);
  await once(sent, "close");
  expect(await failure.promise).toMatchObject({ name: "RequestError", status: 400 });
});

test("a body that is broken off before it is read is no empty one", async () => {
  const read = deferred<unknown>();
  const session = await connectedHttp2(async (request) => {
    await once(request.stream, "close");
    await readForm(request).then(read.resolve, read.reject);
  });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const sent = session.request({ ":method": "POST", ...type }).on("error", () => {});
  sent.write("name=A", () => sent.close(constants.NGHTTP2_CANCEL));
  await expect(read.promise).rejects.toThrow("The client went away before it had sent the whole body.");
});
