import { once } from "node:events";
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from "node:http2";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Serves HTTP/2 until the test is finished, and connects to it. */
export async function connectedHttp2(
  listener: (request: Http2ServerRequest, response: Http2ServerResponse) => unknown,
): Promise<ClientHttp2Session> {
  const server = createServer((request, response) => void listener(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  session.on("error", () => {});
  onTestFinished(() => {
    session.destroy();
    server.close();
  });
  return session;
}
