// Values of one copy of the package used with another, as in a monorepo whose packages depend on two versions.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  defineRoutes,
  elementsResponse,
  EncodedFrame,
  js,
  patchSignalsFrame,
  post,
  raw,
  removeSignalsFrame,
  RequestError,
  signals,
  StreamClosedError,
  url,
} from "datastar-tsx";
import { createHub, shutdown, TransportError } from "datastar-tsx/hub";
import { configureDiagnostics, DiagnosticError, jsxDEV } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { afterEach, describe, expect, test, vi } from "vitest";

vi.resetModules();
const other = await import("datastar-tsx");
const otherHub = await import("datastar-tsx/hub");
const otherNode = await import("datastar-tsx/node");
const otherDevelopment = await import("datastar-tsx/jsx-dev-runtime");
const otherJsx = (await import("datastar-tsx/jsx-runtime")).jsx;

const todo = other.signals({ draft: "it's", ui: { open: false } });
const ours = signals({ count: 1 });

test("there are two", () => {
  expect(other.Html).not.toBe((raw("") as object).constructor);
  expect(other.signals).not.toBe(signals);
});

describe("markup", () => {
  test("is a child", async () => {
    expect(String(<p>{other.raw("<b>")}</p>)).toBe("<p><b></p>");
    expect(String(<p>{[other.raw("<b>"), "<"]}</p>)).toBe("<p><b>&lt;</p>");
    expect(String(jsx("p", { children: otherJsx("b", { children: "<" }) }))).toBe("<p><b>&lt;</b></p>");
    const later = otherJsx("b", { children: Promise.resolve("<") });
    expect(String(await jsx("p", { children: later }))).toBe("<p><b>&lt;</b></p>");
  });

  test("is what a component returns", async () => {
    const Other = () => otherJsx("b", { children: "x" });
    const OtherAsync = async () => otherJsx("b", { children: "x" });
    expect(String(<Other />)).toBe("<b>x</b>");
    expect(String(await (<OtherAsync />))).toBe("<b>x</b>");
  });

  test("is the text of a script", () => {
    expect(String(<script>{other.raw("a<1")}</script>)).toBe("<script>a<1</script>");
  });

  test("is patched", async () => {
    const reply = await elementsResponse(other.raw('<p id="x"></p>'));
    expect(await reply.text()).toBe('<p id="x"></p>');
  });
});

describe("expressions", () => {
  test("go into attributes", () => {
    expect(String(<p data-text={other.js`${todo.draft} + 1`} />)).toBe('<p data-text="$draft + 1"></p>');
    expect(String(<p data-on:click={[other.post("/x"), post("/y")]} />)).toBe(
      `<p data-on:click="@post('/x'); @post('/y')"></p>`,
    );
  });

  test("go into other expressions", () => {
    expect(js`${ours.count} && ${other.js`${todo.draft} + 1`}`.source).toBe("$count && ($draft + 1)");
    expect(js`f(${{ a: other.js`1, 2`, b: [todo.draft] }})`.source).toBe("f({a: (1, 2), b: [$draft]})");
  });
});

describe("URLs", () => {
  test("go into actions and links", () => {
    expect(post(other.url`/a b/${1}`).source).toBe("@post('/a b/1')");
    expect(String(<a href={other.url`/x/${"a b"}`} />)).toBe('<a href="/x/a%20b"></a>');
  });

  test("go into other URLs, as signals do", () => {
    expect(url`${other.url`/x/${"a b"}`}/${todo.draft}`.source).toBe("'/x/a%20b/' + encodeURIComponent($draft)");
  });
});

describe("signals", () => {
  test("are references", () => {
    expect(js`!${todo.ui.open}`.source).toBe("!$ui.open");
    expect(String(<input data-bind={todo.draft} />)).toBe('<input data-bind="draft">');
    expect(removeSignalsFrame(todo.ui.open)).toContain('data: signals {"ui":{"open":null}}');
  });

  test("are declared by their set", () => {
    expect(String(<p data-signals={todo} />)).toBe(`<p data-signals="{draft: 'it\\x27s', ui: {open: false}}"></p>`);
    expect(patchSignalsFrame(todo)).toContain('data: signals {"draft":"it\'s","ui":{"open":false}}');
  });
});

describe("errors", () => {
  test.each<[name: string, ours: abstract new (...args: never) => Error, theirs: Error]>([
    ["RequestError", RequestError, new other.RequestError(422, "x")],
    ["StreamClosedError", StreamClosedError, new other.StreamClosedError("done")],
    ["TransportError", TransportError, new otherHub.TransportError("x")],
    ["DiagnosticError", DiagnosticError, new otherDevelopment.DiagnosticError([])],
  ])("%s", (_, ours, theirs) => {
    expect(theirs.constructor).not.toBe(ours);
    expect(theirs).toBeInstanceOf(ours);
    class Derived extends ours {}
    expect(theirs).not.toBeInstanceOf(Derived);
    expect(Reflect.construct(Derived, [[]])).toBeInstanceOf(ours);
    expect(JSON.parse(JSON.stringify(theirs))).not.toBeInstanceOf(ours);
    expect({ ...theirs }).not.toBeInstanceOf(ours);
    expect(new Error("x")).not.toBeInstanceOf(ours);
  });
});

describe("misuse is told by name", () => {
  test.each<[what: string, use: () => unknown, message: string]>([
    ["a signal as an attribute", () => jsx("p", { title: todo.draft }), "the signal $draft: the browser has the value"],
    [
      "a signal as a condition",
      () => <p class={{ a: todo.ui.open as never }} />,
      "the signal $ui.open, which is always",
    ],
    ["a set as a child", () => <p>{todo as never}</p>, "cannot render a set of signals (draft, ui)"],
    [
      "an expression in JSON",
      () => patchSignalsFrame({ a: other.js`1` } as never),
      "the expression 1: the browser has",
    ],
    ["markup that waits", () => String(otherJsx("b", { children: Promise.resolve(1) })), "await it first"],
  ])("%s", (_, use, message) => {
    expect(use).toThrow(message);
  });
});

describe("what a page is made of", () => {
  test("a placeholder knows what takes its place, in components of the other copy as well", async () => {
    const Sales = () =>
      otherJsx(other.Defer, { id: "sales", placeholder: "…", error: "!", children: async () => otherJsx("b", {}) });
    const Part = () => <Sales />;
    const Later = async () => <Sales />;
    expect(String(<Part />)).toBe('<div id="sales" aria-busy="true">…</div>');
    expect(await (await elementsResponse(<Part />)).text()).toBe('<div id="sales"><b></b></div>');
    expect(await (await elementsResponse(<Later />)).text()).toBe('<div id="sales"><b></b></div>');
  });

  test("a route sends the signals of its set", () => {
    const routes = defineRoutes({ add: { route: "POST /todos", signals: todo.pick("draft") } });
    expect(routes.add().source).toBe("@post('/todos', {filterSignals: {include: /^(?:draft)(?:\\.|$)/}})");
  });

  test("plugins and actions are declared for both", () => {
    other.definePlugin("on-two-copies", { keyed: "expression", modifiers: ["prevent"], runs: "statements" });
    const act = other.action("twoCopies");
    const attributes = { "data-on-two-copies:x": { do: act(1), prevent: true } };
    const expected = '<p data-on-two-copies:x__prevent="@twoCopies(1)"></p>';
    expect(String(<p {...attributes} />)).toBe(expected);
    expect(String(jsxDEV("p", attributes))).toBe(expected);
  });
});

describe("development", () => {
  afterEach(() => configureDiagnostics());

  test("is configured once", () => {
    configureDiagnostics({ errors: "off", warnings: "off" });
    expect(String(otherDevelopment.jsxDEV("p", { "data-on:clikc": "f(" }))).toBe('<p data-on:clikc="f("></p>');
    otherDevelopment.configureDiagnostics();
    expect(() => jsxDEV("p", { "data-on:clikc": "f(" })).toThrow("clikc");
    expect(() => otherDevelopment.jsxDEV("p", { "data-on:clikc": "f(" })).toThrow("clikc");
  });

  test("knows what the other's markup holds", () => {
    const heard = vi.fn<(finding: { readonly message: string }) => void>();
    configureDiagnostics({ report: heard });
    const inner = otherDevelopment.jsxDEV("b", { id: "same", "data-text": "$abd" });
    const client = jsxDEV("script", { src: "/datastar.js" });
    jsxDEV("html", { children: [client, jsxDEV("body", { "data-signals": { abc: 1 }, children: inner })] });
    expect(heard.mock.calls.map(([{ message }]) => message)).toEqual([
      "<b> data-text: nothing in the page declares the signal abd; did you mean $abc?",
    ]);
    expect(() => jsxDEV("p", { id: "same", children: inner })).toThrow('id="same"');
  });
});

/** What a stream has sent, to its end or until it was broken off. */
async function readAll({ body }: Response): Promise<string> {
  let text = "";
  try {
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) text += part;
  } catch {}
  return text;
}

describe("hubs and streams", () => {
  test("a client is told once to come back, by whatever has it", async () => {
    const hubs = [createHub(), otherHub.createHub()];
    const reply = other.stream(new Request("http://localhost/"), (sse) => {
      for (const hub of hubs) hub.subscribe("news", sse);
    });
    const read = readAll(reply);
    await Promise.all(hubs.map((hub) => hub.close({ comeBackWithin: 16 })));
    expect((await read).match(/^retry: .*$/gm)).toEqual(["retry: 1"]);
  });

  test("a server sends away the clients of both", async () => {
    const server = createServer(
      (request, response) => void otherNode.stream(request, response, (sse) => void sse.hold()),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const read = readAll(await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
    await shutdown(server, { comeBackWithin: 16, timeout: 60_000 });
    expect(await read).toContain("retry: 1\n");
  });

  test("events that the other's stream has left out are missed", async () => {
    const hub = createHub();
    let refreshes = 0;
    const reply = other.stream(
      new Request("http://localhost/"),
      (sse) => void hub.subscribe("news", sse, { refresh: () => void refreshes++ }),
      { slowClient: "dropOldest", maxQueuedBytes: 100_000 },
    );
    await vi.waitFor(() => expect(refreshes).toBe(1));
    for (let i = 0; i < 20; i++) await hub.patchSignals("news", { text: "x".repeat(50_000) });
    void readAll(reply);
    await vi.waitFor(() => expect(refreshes).toBe(2));
    await hub.close();
  });
});

test("events are events", () => {
  const event: unknown = new other.EncodedFrame("data: x\n\n");
  expect(event).toBeInstanceOf(EncodedFrame);
});

test("data that looks like any of them is data", () => {
  for (const value of [other.js`alert(1)`, todo.draft, other.url`/x`]) {
    const clones = [structuredClone({ ...value }), JSON.parse(JSON.stringify({ ...value })), { ...value }];
    for (const clone of clones) expect(js`${clone}`.source).not.toMatch(/^(?:alert|\$)/);
  }
  expect(() => <p>{JSON.parse('{"html":"<b>"}')}</p>).toThrow("cannot render");
  expect(() => <p>{structuredClone(other.raw("<b>"))}</p>).toThrow("cannot render");
});
