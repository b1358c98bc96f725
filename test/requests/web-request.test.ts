import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { webRequest } from "datastar-tsx/node";
import { expect, onTestFinished, test } from "vitest";
import { begin } from "../support/client.js";
import { connectedHttp2 } from "../support/http2.js";
import { listen } from "../support/servers.js";

const seen = ({ url, method, headers, body }: Request) => ({ url, method, headers: Object.fromEntries(headers), body });

test("a request of HTTP/1", async () => {
  const requests: Request[] = [];
  const origin = await listen((request, response) => {
    requests.push(webRequest(request));
    response.end();
  });
  const sent = begin(`${origin}a/b?c=d&e=%20`, {
    method: "POST",
    headers: { "x-a": "b", cookie: "c=1", host: "example.com" },
  });
  await new Promise((resolve) => sent.end("body").once("response", resolve));
  expect(requests.map(seen)).toEqual([
    {
      url: "http://example.com/a/b?c=d&e=%20",
      method: "POST",
      headers: expect.objectContaining({ "x-a": "b", cookie: "c=1", host: "example.com" }),
      body: null,
    },
  ]);
});

test("a request of HTTP/2", async () => {
  const requests: Request[] = [];
  const session = await connectedHttp2((request, response) => {
    requests.push(webRequest(request));
    response.end();
  });
  const sent = session.request({ ":path": "/a?b", ":authority": "example.com", "x-a": "b" });
  await new Promise((resolve) => sent.once("response", resolve));
  expect(requests.map(seen)).toEqual([
    { url: "http://example.com/a?b", method: "GET", headers: { "x-a": "b" }, body: null },
  ]);
});

test.each([
  ["//example.org/a", "h", "http://h//example.org/a"],
  ["/a//b", "h:8080", "http://h:8080/a//b"],
  ["http://example.org/a", "h", "http://example.org/a"],
  ["*", "h", "http://localhost/*"],
  ["/a", "not a host", "http://localhost/a"],
])("the target %s of the host %s is %s", async (target, host, url) => {
  const answered = new Promise<string>((resolve) => {
    const server = createServer((request, response) => {
      response.end();
      resolve(webRequest(request).url);
    }).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      socket.end(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      onTestFinished(() => {
        socket.destroy();
        server.close();
      });
    });
  });
  expect(await answered).toBe(url);
});
