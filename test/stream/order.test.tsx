import { setImmediate } from "node:timers/promises";
import {
  consoleErrorFrame,
  consoleLogFrame,
  dispatchCustomEventFrame,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  redirectFrame,
  removeElementsFrame,
  removeSignalsFrame,
  replaceUrlFrame,
} from "datastar-tsx";
import { describe, expect, test } from "vitest";
import { elementsOf, open } from "../support/client.js";
import { deferred } from "../support/deferred.js";
import { streamServers } from "../support/servers.js";
import { dataOf, parseEvents } from "../support/sse-parser.js";

async function Slow({ name }: { readonly name: string }) {
  await setImmediate();
  return <b id={name}>{name}</b>;
}

describe.each(streamServers)("$name", (server) => {
  test("every method sends the frame of its encoder", async () => {
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        await sse.patchElements(<p id="a">1 &lt; 2</p>, { mode: "append", selector: "#list" });
        await sse.removeElements("#a", { eventId: "1" });
        await sse.patchSignals({ a: 1 }, { onlyIfMissing: true });
        await sse.removeSignals(["a", "b.c"]);
        await sse.executeScript("a()", { autoRemove: false });
        await sse.redirect("/next", { retryDuration: 5 });
        await sse.replaceUrl("?page=2");
        await sse.consoleLog({ a: 1 });
        await sse.consoleError(new Error("no"));
        await sse.dispatchCustomEvent("saved", { id: 1 }, { selector: "#a" });
      }),
    );
    expect(await (await open(url)).text()).toBe(
      [
        patchElementsFrame('<p id="a">1 &lt; 2</p>', { mode: "append", selector: "#list" }),
        removeElementsFrame("#a", { eventId: "1" }),
        patchSignalsFrame({ a: 1 }, { onlyIfMissing: true }),
        removeSignalsFrame(["a", "b.c"]),
        executeScriptFrame("a()", { autoRemove: false }),
        redirectFrame("/next", { retryDuration: 5 }),
        replaceUrlFrame("?page=2"),
        consoleLogFrame({ a: 1 }),
        consoleErrorFrame("no"),
        dispatchCustomEventFrame("saved", { id: 1 }, { selector: "#a" }),
      ].join(""),
    );
  });

  test("sends that nobody awaits keep the order of the calls, however long their elements take", async () => {
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        void sse.patchElements("1");
        void sse.patchElements(<Slow name="2" />);
        void sse.patchElements("3");
        void sse.patchElements(Promise.resolve(["4", [Promise.resolve(<i id="4">4</i>), null, false]]));
        void sse.patchElements([<Slow name="5" />, "and", <Slow name="6" />]);
        void sse.patchElements("7");
      }),
    );
    const elements = elementsOf(await (await open(url)).text());
    expect(elements).toEqual([
      "1",
      '<b id="2">2</b>',
      "3",
      '4<i id="4">4</i>',
      '<b id="5">5</b>and<b id="6">6</b>',
      "7",
    ]);
  });

  test("awaited and other sends share one order", async () => {
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        void sse.patchElements(<Slow name="1" />);
        await sse.patchElements("2");
        void sse.patchElements("3");
        await Promise.all([sse.patchElements(<Slow name="4" />), sse.patchElements("5")]);
      }),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(['<b id="1">1</b>', "2", "3", '<b id="4">4</b>', "5"]);
  });

  test("what is awaited has been written: the client has it while the handler goes on", async () => {
    const seen = deferred();
    const url = await server.serve(({ stream }) =>
      stream(async (sse) => {
        await sse.patchElements(<Slow name="1" />);
        await seen.promise;
        await sse.patchElements("2");
      }),
    );
    const reply = await open(url);
    expect(dataOf((await reply.events(1))[0]!)).toEqual({ elements: '<b id="1">1</b>' });
    seen.resolve();
    expect(elementsOf(await reply.text())).toHaveLength(2);
  });

  test("a thousand sends, mixed", async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    const url = await server.serve(({ stream }) =>
      stream((sse) => {
        names.forEach(
          (name, i) => void sse.patchElements(i % 3 === 0 ? <Slow name={name} /> : <b id={name}>{name}</b>),
        );
      }),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(names.map((name) => `<b id="${name}">${name}</b>`));
  });

  test("the handler's thenable is awaited", async () => {
    const url = await server.serve(({ stream }) =>
      stream((sse) => ({
        // oxlint-disable-next-line unicorn/no-thenable
        then: (resolve: () => void) =>
          void setImmediate()
            .then(() => sse.patchElements("late"))
            .then(resolve),
      })),
    );
    expect(elementsOf(await (await open(url)).text())).toEqual(["late"]);
  });

  test("text of other scripts arrives whole, however it is cut on the way", async () => {
    const text = "日本語 🎉 ".repeat(20_000);
    const url = await server.serve(({ stream }) => stream((sse) => sse.patchSignals({ text })));
    const [event] = parseEvents(await (await open(url)).text());
    expect(JSON.parse(dataOf(event!)["signals"] ?? "")).toEqual({ text });
  });
});
