// Values of one copy of the package used with another, as in a monorepo whose packages depend on two versions.
import {
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
import { TransportError } from "datastar-tsx/hub";
import { DiagnosticError } from "datastar-tsx/jsx-dev-runtime";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test, vi } from "vitest";

vi.resetModules();
const other = await import("datastar-tsx");
const otherHub = await import("datastar-tsx/hub");
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
