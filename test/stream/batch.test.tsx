import { EncodedFrame, patchSignalsFrame, ServerSentEventGenerator } from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred, turn } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { channelOver, FakeSink } from "./fake-sink.js";

async function Later({ text }: { readonly text: string }) {
  await turn();
  return <b id="later">{text}</b>;
}

describe.each(streamServers)("$name", (server) => {
  const receive = async (handler: (sse: ServerSentEventGenerator) => unknown, onError?: (error: unknown) => void) =>
    (await open(await server.serve(({ stream }) => stream(handler, { onError })))).text();

  test("events of a batch arrive in the order of the calls", async () => {
    const text = await receive((sse) =>
      sse.batch((batch) => {
        batch.patchElements(<Later text="1" />);
        batch.patchElements("2");
        batch.send("event: datastar-patch-elements\ndata: elements 3\n\n");
        batch.send(new EncodedFrame("event: datastar-patch-elements\ndata: elements 4\n\n"));
      }),
    );
    expect(elementsOf(text)).toEqual(['<b id="later">1</b>', "2", "3", "4"]);
  });

  test("nothing comes between them, and they keep their turn", async () => {
    const late = deferred<string>();
    const text = await receive(async (sse) => {
      void sse.patchElements("before");
      const batch = sse.batch(async (batch) => {
        batch.patchElements("1");
        await late.promise;
        batch.patchElements("2");
      });
      void sse.patchElements("after");
      late.resolve("");
      await batch;
    });
    expect(elementsOf(text)).toEqual(["before", "1", "2", "after"]);
  });

  test("when one of them cannot be made, none is sent, and the handler learns why", async () => {
    const failure = new Error("no data");
    const text = await receive(async (sse) => {
      const batch = sse.batch((batch) => {
        batch.patchElements("1");
        batch.patchElements(Promise.reject(failure));
        batch.patchElements("3");
      });
      await expect(batch).rejects.toBe(failure);
      await expect(sse.batch(() => Promise.reject(failure))).rejects.toBe(failure);
      expect(() =>
        sse.batch((batch) => {
          batch.patchElements(Promise.reject(failure));
          throw failure;
        }),
      ).toThrow(failure);
      await sse.patchElements("instead");
    });
    expect(elementsOf(text)).toEqual(["instead"]);
  });

  test("when nobody looks, a batch that cannot be made is reported and ends the stream", async () => {
    const failure = new Error("no data");
    const errors: unknown[] = [];
    await receive(
      (sse) => void sse.batch((batch) => batch.patchElements(Promise.reject(failure))),
      (error) => errors.push(error),
    );
    expect(errors).toEqual([failure]);
  });

  test("an empty batch sends nothing, and does not end the stream", async () => {
    const text = await receive(async (sse) => {
      await sse.batch(() => {});
      await sse.send("");
      await sse.send(new EncodedFrame(""));
      await sse.patchElements("after");
    });
    expect(elementsOf(text)).toEqual(["after"]);
  });
});

test("a batch is one write", async () => {
  const sink = new FakeSink();
  const { channel } = channelOver(sink);
  await new ServerSentEventGenerator(channel, () => undefined).batch((batch) => {
    batch.patchSignals({ a: 1 });
    batch.patchSignals({ a: 2 });
  });
  expect(sink.written).toEqual([patchSignalsFrame({ a: 1 }) + patchSignalsFrame({ a: 2 })]);
});

test("a batch has a key as well", async () => {
  const sink = new FakeSink();
  const { channel } = channelOver(sink, { slowClient: "keepLatest", maxQueuedBytes: 1000 });
  const sse = new ServerSentEventGenerator(channel, () => undefined);
  sink.room = false;
  void sse.send(":first\n\n");
  for (const n of [1, 2]) {
    void sse.batch(
      (batch) => {
        batch.send(`:a${n}\n\n`);
        batch.send(`:b${n}\n\n`);
      },
      { key: "view" },
    );
  }
  sink.drain();
  expect(sink.written).toEqual([":first\n\n", ":a2\n\n:b2\n\n"]);
});

test.each(["<p>markup</p>", "data: x", "event: a\ndata: b\n", '{"signals": 1}'])("%j is no event", (text) => {
  const { channel } = channelOver(new FakeSink(), {});
  const sse = new ServerSentEventGenerator(channel, () => undefined);
  const message = `Only events can be sent, such as patchElementsFrame(…) returns them, not ${JSON.stringify(text)}.`;
  expect(() => sse.send(text)).toThrow(message);
  expect(() => sse.batch((batch) => batch.send(text))).toThrow(message);
});
