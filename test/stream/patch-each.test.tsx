import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";

describe.each(streamServers)("$name", (server) => {
  test("each part is sent when it is ready; none waits for another", async () => {
    const parts = { news: deferred<string>(), mail: deferred<string>() };
    const News = async () => <p id="news">{await parts.news.promise}</p>;
    const Mail = async () => <p id="mail">{await parts.mail.promise}</p>;
    const url = await server.serve(({ stream }) =>
      stream((sse) => sse.patchEach([<News />, <b id="now" />, <Mail />, null])),
    );
    const reply = await open(url);
    await reply.events(1);
    parts.mail.resolve("none");
    await reply.events(2);
    parts.news.resolve("rain");
    expect(elementsOf(await reply.text())).toEqual([
      '<b id="now"></b>',
      '<p id="mail">none</p>',
      '<p id="news">rain</p>',
    ]);
  });

  test("parts that fail are reported, and stop no others", async () => {
    const errors: unknown[] = [];
    const url = await server.serve(({ stream }) =>
      stream(
        async (sse) => {
          const failing = [Promise.reject(new Error("first")), 7 as never, "<i id=a>"];
          await sse.patchEach(failing, { onError: (error, part) => errors.push([part, error]) });
          await sse.patchEach([Promise.reject(new Error("second")), "<i id=b>"]);
        },
        { onError: (error) => errors.push(error) },
      ),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["<i id=a>", "<i id=b>"]);
    expect(errors).toEqual([
      [1, new TypeError("Elements are TSX or HTML in a string, not a number.")],
      [0, new Error("first")],
      new Error("second"),
    ]);
  });

  test("a handler that does not wait for them keeps the stream open until they are sent", async () => {
    const part = deferred<string>();
    const url = await server.serve(({ stream }) => stream((sse) => void sse.patchEach([part.promise])));
    const reply = await open(url);
    part.resolve("<i id=a>");
    expect(elementsOf(await reply.text())).toEqual(["<i id=a>"]);
  });

  test("a client that leaves ends it, whatever is still under way", async () => {
    const ended = deferred<unknown>();
    const errors: unknown[] = [];
    const url = await server.serve(({ stream }) =>
      stream((sse) => sse.patchEach([new Promise(() => {}), sse.sleep(60_000).then(() => "")]).catch(ended.resolve), {
        onError: (error) => errors.push(error),
      }),
    );
    (await open(url)).destroy();
    expect(await ended.promise).toMatchObject({ reason: "disconnected" });
    await turn();
    expect(errors).toEqual([]);
  });

  test("options that the client would refuse throw at the call, and what fails later ends nothing", async () => {
    const outcome = deferred<unknown>();
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        try {
          void sse.patchEach([Promise.reject(new Error("no"))], { mode: "append" } as never);
        } catch (error) {
          outcome.resolve(error);
        }
      }),
    );
    await (await open(url)).text();
    expect(await outcome.promise).toBeInstanceOf(TypeError);
  });
});
