// The browser tests compare with the client itself, for thousands of pages.
import type { StreamHandler } from "datastar-tsx";
import { applyEvents, eventsOf, type Events } from "datastar-tsx/testing";
import { expect, test } from "vitest";

const sent = (handler: StreamHandler): ReturnType<Events["all"]> => eventsOf(handler).all();

const List = () => (
  <ul id="list">
    <li id="a">Tea</li>
    <li id="b">Milk</li>
  </ul>
);

test("document and signals", async () => {
  const events = await sent(async (sse) => {
    await sse.patchElements(<li id="c">Sugar</li>, { selector: "#list", mode: "append" });
    await sse.patchElements(<li id="b">Oat milk</li>);
    await sse.removeElements("#a");
    await sse.patchSignals({ count: 3, old: null });
    await sse.patchSignals({ count: 4, draft: "" }, { onlyIfMissing: true });
  });
  const page = await applyEvents(<List />, events, { signals: { old: 1 } });
  expect(page.document.querySelector("#list")?.outerHTML).toBe(
    '<ul id="list"><li id="b">Oat milk</li><li id="c">Sugar</li></ul>',
  );
  expect(page.signals).toEqual({ count: 3, draft: "" });
});

test("one after the other", async () => {
  const first = await applyEvents(<List />, await sent((sse) => sse.patchSignals({ a: 1 })));
  const page = await applyEvents(first, await sent((sse) => sse.removeElements("#a, #b")));
  expect(page.html).toBe('<html><head></head><body><ul id="list"></ul></body></html>');
  expect(page.signals).toEqual({ a: 1 });
});

test("a morph keeps what the client keeps", async () => {
  const before = (
    <main id="app" data-preserve-attr="class" class="dark">
      <p data-ignore-morph>Kept</p>
    </main>
  );
  const events = await sent((sse) =>
    sse.patchElements(
      <main id="app" data-preserve-attr="class" class="light">
        <p data-ignore-morph>New</p>
      </main>,
    ),
  );
  const page = await applyEvents(before, events);
  expect(page.document.body.innerHTML).toBe(
    '<main id="app" data-preserve-attr="class" class="dark"><p data-ignore-morph="">Kept</p></main>',
  );
});

test("elements of images are in their namespace", async () => {
  const events = await sent((sse) => sse.patchElements(<circle r="1" />, { selector: "svg", mode: "append" }));
  const page = await applyEvents("<svg></svg>", events);
  expect(page.document.querySelector("circle")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("whole documents, and their parts", async () => {
  const events = await sent((sse) => sse.patchElements("<head><title>New</title></head>"));
  const page = await applyEvents("<title>Old</title><p>Text</p>", events);
  expect(page.html).toBe("<html><head><title>New</title></head><body><p>Text</p></body></html>");
});

test("a script that stays is there, and one that removes itself is not", async () => {
  const events = await sent(async (sse) => {
    await sse.executeScript("stay()", { autoRemove: false });
    await sse.executeScript("go()");
  });
  expect((await applyEvents("", events)).document.body.innerHTML).toBe("<script>stay()</script>");
});

test("a patch without a target is an error, unless a test says otherwise", async () => {
  const byId = await sent((sse) => sse.patchElements(<p id="x" />));
  await expect(applyEvents("", byId)).rejects.toThrow('The page has no element with the id "x" of <p>.');
  const bySelector = await sent((sse) => sse.removeElements(".offer"));
  const problems: string[] = [];
  await applyEvents("", bySelector, { onProblem: (problem) => problems.push(problem) });
  expect(problems).toEqual(['The page has no element that matches ".offer".']);
});
