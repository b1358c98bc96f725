import {
  consoleErrorFrame,
  consoleLogFrame,
  dispatchCustomEventFrame,
  executeScriptFrame,
  js,
  redirectFrame,
  replaceUrlFrame,
  signals,
  url,
} from "datastar-tsx";
import { expect, test } from "vitest";

const script = executeScriptFrame;

test.each<readonly [name: string, frame: string]>([
  ["executeScript", executeScriptFrame("a()", { nonce: "r4nd0m" })],
  ["redirect", redirectFrame("/", { nonce: "r4nd0m" })],
  ["replaceUrl", replaceUrlFrame("/", { nonce: "r4nd0m" })],
  ["consoleLog", consoleLogFrame(1, { nonce: "r4nd0m" })],
  ["consoleError", consoleErrorFrame(1, { nonce: "r4nd0m" })],
  ["dispatchCustomEvent", dispatchCustomEventFrame("a", 1, { nonce: "r4nd0m" })],
])("%s takes a nonce", (_name, frame) => {
  expect(frame).toContain('<script nonce="r4nd0m" data-effect="el.remove()">');
});

test("redirect", () => {
  expect(redirectFrame("/todos?page=2")).toBe(script('setTimeout(() => window.location.href = "/todos?page=2")'));
  expect(redirectFrame(new URL("https://example.org/a b"))).toBe(
    script('setTimeout(() => window.location.href = "https://example.org/a%20b")'),
  );
});

test("replaceUrl", () => {
  expect(replaceUrlFrame("?page=2")).toBe(script('window.history.replaceState({}, "", "?page=2")'));
});

test.each(["javascript:alert(1)", " \n java\tscript:alert(1)", "JAVASCRIPT:alert(1)", "\0javascript:alert(1)"])(
  "a javascript: URL is an error: %j",
  (url) => {
    expect(() => redirectFrame(url)).toThrow(
      new TypeError("redirect refuses a javascript: URL; use executeScript for code."),
    );
    expect(() => replaceUrlFrame(url)).toThrow(
      new TypeError("replaceUrl refuses a javascript: URL; use executeScript for code."),
    );
  },
);

test("a URL is data: it ends neither the string nor the script", () => {
  expect(redirectFrame('/"+alert(1)+"</script><script>')).toBe(
    script('setTimeout(() => window.location.href = "/\\"+alert(1)+\\"\\u003C/script>\\u003Cscript>")'),
  );
});

test("consoleLog takes what JSON can carry", () => {
  expect(consoleLogFrame("hello")).toBe(script('console.log("hello")'));
  expect(consoleLogFrame({ n: 1, list: [true, null] })).toBe(script('console.log({"n":1,"list":[true,null]})'));
  expect(consoleLogFrame("</script>\n'\"")).toBe(script('console.log("\\u003C/script>\\n\'\\"")'));
});

test("consoleError logs an error as its message", () => {
  expect(consoleErrorFrame(new Error("no such item"))).toBe(script('console.error("no such item")'));
  expect(consoleErrorFrame("no such item")).toBe(script('console.error("no such item")'));
});

test.each<[value: unknown, problem: string]>([
  [undefined, "cannot be undefined: write null."],
  [() => {}, "cannot be a function: write what it returns."],
  [Symbol("a"), "cannot be a symbol: write text."],
  [10n, "cannot be a bigint: write a number or text."],
  [Number.NaN, "cannot be NaN, for which JSON has null: write a number, or leave it out."],
  [{ users: [new Map()] }, "at users.0 cannot be a Map: write Object.fromEntries(map)."],
  [{ at: new Date(0) }, "at at cannot be a Date: write its text, as with toISOString(), or its time."],
  [signals({ n: 1 }).n, "cannot be the signal $n: the browser has the value."],
  [
    { form: signals({ n: 1 }) },
    "at form cannot be a set of signals (n): write set.initial for the values that it begins with, or name one of its signals, as set.n.",
  ],
])("what JSON cannot carry is an error: %o", (value, problem) => {
  expect(() => consoleLogFrame(value)).toThrow(new TypeError(`The value for consoleLog ${problem}`));
  expect(() => consoleErrorFrame(value)).toThrow(new TypeError(`The value for consoleError ${problem}`));
  if (value !== undefined)
    expect(() => dispatchCustomEventFrame("x", value)).toThrow(new TypeError(`The detail ${problem}`));
});

test.each<[url: unknown, name: string]>([
  [undefined, "undefined"],
  [{}, "a plain object with nothing in it"],
  [js`$a`, "the expression $a"],
  [url`/x/${signals({ n: 1 }).n}`, "a URL with signals in it"],
  [signals({ n: 1 }).n, "the signal $n"],
])("what is no URL of the server is an error: %o", (url, name) => {
  const message = `takes a URL: text, or url\`…\` of values of the server; not ${name}.`;
  expect(() => redirectFrame(url as never)).toThrow(new TypeError(`redirect ${message}`));
  expect(() => replaceUrlFrame(url as never)).toThrow(new TypeError(`replaceUrl ${message}`));
});

test("a URL of values of the server is one", () => {
  expect(replaceUrlFrame(url`/x/${"a b"}`)).toContain('window.history.replaceState({}, "", "/x/a%20b")');
});

test("dispatchCustomEvent on the document", () => {
  expect(dispatchCustomEventFrame("saved", { id: 7 })).toBe(
    script(
      "for (const target of [document]) " +
        'target.dispatchEvent(new CustomEvent("saved", { bubbles: true, cancelable: true, composed: true, detail: {"id":7} }))',
    ),
  );
});

test("dispatchCustomEvent on elements, with every option", () => {
  const options = {
    selector: "#a > p",
    bubbles: false,
    cancelable: false,
    composed: false,
    eventId: "e1",
    retryDuration: 5,
  };
  expect(dispatchCustomEventFrame("saved", undefined, options)).toBe(
    script(
      'for (const target of document.querySelectorAll("#a > p")) ' +
        'target.dispatchEvent(new CustomEvent("saved", { bubbles: false, cancelable: false, composed: false, detail: null }))',
      { eventId: "e1", retryDuration: 5 },
    ),
  );
});

test("dispatchCustomEvent: everything that is passed in is data", () => {
  const frame = dispatchCustomEventFrame('"</script>', "</script>", { selector: '"</script>' });
  expect(frame.match(/<\/script/g)).toHaveLength(1);
  expect(frame).toContain('querySelectorAll("\\"\\u003C/script>")');
  expect(frame).toContain('CustomEvent("\\"\\u003C/script>"');
});

test("dispatchCustomEvent: a flag that is no boolean is an error, not code", () => {
  for (const flag of ["bubbles", "cancelable", "composed"]) {
    expect(() => dispatchCustomEventFrame("saved", null, { [flag]: "alert(1)" } as never)).toThrow(
      new TypeError(`${flag} must be true or false, not "alert(1)".`),
    );
  }
});

test("dispatchCustomEvent needs a name, and knows its options", () => {
  expect(() => dispatchCustomEventFrame("")).toThrow(new TypeError("dispatchCustomEvent needs the name of the event."));
  expect(() => dispatchCustomEventFrame("a", null, { bubble: true } as never)).toThrow(
    new TypeError(
      'dispatchCustomEvent has no option "bubble"; its options are selector, bubbles, cancelable, composed, nonce, eventId, retryDuration.',
    ),
  );
});
