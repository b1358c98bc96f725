import { Defer, elementsResponse, raw } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";

const Part = ({ id, make }: { id: string; make: (signal: AbortSignal) => unknown }) => (
  <Defer id={id} placeholder="…" error={(error) => <p>{String(error)}</p>}>
    {async (signal) => raw(String(await make(signal)))}
  </Defer>
);

describe.each(streamServers)("$name", (server) => {
  test("each part is sent when it is ready, and one that fails says so in its place", async () => {
    const errors: unknown[] = [];
    const [slow, fast] = [deferred<string>(), deferred<string>()];
    const url = await server.serve(({ stream }) =>
      stream(
        (sse) =>
          sse.patchEach([
            <Part id="slow" make={() => slow.promise} />,
            <Part
              id="bad"
              make={() => {
                throw new Error("no");
              }}
            />,
            <Part id="fast" make={() => fast.promise} />,
          ]),
        { onError: (error) => errors.push(error) },
      ),
    );
    const reply = await open(url);
    await reply.events(1);
    fast.resolve("now");
    await reply.events(2);
    slow.resolve("at last");
    expect(elementsOf(await reply.text())).toEqual([
      '<div id="bad"><p>Error: no</p></div>',
      '<div id="fast">now</div>',
      '<div id="slow">at last</div>',
    ]);
    expect(errors).toEqual([new Error("no")]);
  });

  test("an error view that fails is reported as well, and what is among the parts gets the errors with its place", async () => {
    const errors: unknown[] = [];
    const Broken = () => (
      <Defer
        id="broken"
        placeholder=""
        error={() => {
          throw new Error("view");
        }}
      >
        {() => Promise.reject(new Error("part"))}
      </Defer>
    );
    const url = await server.serve(({ stream }) =>
      stream((sse) =>
        sse.patchEach(["<i id=a>", <Broken />], { onError: (error, index) => errors.push([index, error]) }),
      ),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["<i id=a>"]);
    expect(errors).toEqual([
      [1, new Error("part")],
      [1, new Error("view")],
    ]);
  });

  test("in patchElements and batches, too, what fails is reported, and shows", async () => {
    const errors: unknown[] = [];
    const bad = () => Promise.reject(new Error("no"));
    const url = await server.serve(({ stream }) =>
      stream(
        async (sse) => {
          await sse.patchElements(<Part id="a" make={bad} />);
          await sse.batch((batch) => batch.patchElements([<Part id="b" make={bad} />, <Part id="c" make={() => 1} />]));
        },
        { onError: (error) => errors.push(error) },
      ),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual([
      '<div id="a"><p>Error: no</p></div>',
      '<div id="b"><p>Error: no</p></div><div id="c">1</div>',
    ]);
    expect(errors).toEqual([new Error("no"), new Error("no")]);
  });

  test("when the client leaves, what goes on is aborted, nothing begins, and nothing is an error", async () => {
    const [ended, started] = [deferred<unknown>(), deferred<void>()];
    const reasons: unknown[] = [];
    const errors: unknown[] = [];
    const url = await server.serve(({ stream }) =>
      stream(
        async (sse) => {
          const waiting = (signal: AbortSignal) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener("abort", () => {
                reasons.push(signal.reason);
                reject(new Error("cancelled"));
              });
              started.resolve();
            });
          await sse.patchEach([<Part id="a" make={waiting} />]).catch(() => {});
          await sse.patchEach([<Part id="b" make={() => reasons.push("begun")} />]).catch(ended.resolve);
        },
        { onError: (error) => errors.push(error) },
      ),
    );
    const reply = await open(url);
    await started.promise;
    reply.destroy();
    expect(await ended.promise).toMatchObject({ reason: "disconnected" });
    await turn();
    expect(reasons).toEqual([expect.objectContaining({ reason: "disconnected" })]);
    expect(errors).toEqual([]);
  });
});

describe("elementsResponse", () => {
  test("answers with the part; what fails is reported, with the request, and shows", async () => {
    const errors: unknown[] = [];
    const request = new Request("http://localhost/a");
    const onError = (...error: unknown[]) => errors.push(error);
    const reply = await elementsResponse(<Part id="a" make={() => Promise.reject(new Error("no"))} />, {
      request,
      onError,
    });
    expect([reply.status, await reply.text()]).toEqual([200, '<div id="a"><p>Error: no</p></div>']);
    expect(errors).toEqual([[new Error("no"), request]]);
  });

  test("aborts with the request, and reports nothing", async () => {
    const errors: unknown[] = [];
    const abort = new AbortController();
    const reply = elementsResponse(
      <Part id="a" make={(signal) => new Promise((_resolve, reject) => signal.addEventListener("abort", reject))} />,
      {
        request: new Request("http://localhost/a", { signal: abort.signal }),
        onError: (error) => errors.push(error),
      },
    );
    abort.abort();
    expect((await reply).status).toBe(200);
    expect(errors).toEqual([]);
  });
});
