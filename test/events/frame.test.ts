import {
  consoleErrorFrame,
  consoleLogFrame,
  dispatchCustomEventFrame,
  type EventOptions,
  executeScriptFrame,
  patchElementsFrame,
  patchSignalsFrame,
  redirectFrame,
  removeElementsFrame,
  removeSignalsFrame,
  replaceUrlFrame,
} from "datastar-tsx";
import { expect, test } from "vitest";

/** Every encoder, with input that is all right. */
const encoders: readonly [name: string, encode: (options?: EventOptions) => string][] = [
  ["patchElements", (options) => patchElementsFrame("<p id=a></p>", options)],
  ["removeElements", (options) => removeElementsFrame("#a", options)],
  ["patchSignals", (options) => patchSignalsFrame({ a: 1 }, options)],
  ["removeSignals", (options) => removeSignalsFrame("a", options)],
  ["executeScript", (options) => executeScriptFrame("a()", options)],
  ["redirect", (options) => redirectFrame("/a", options)],
  ["replaceUrl", (options) => replaceUrlFrame("/a", options)],
  ["consoleLog", (options) => consoleLogFrame("a", options)],
  ["consoleError", (options) => consoleErrorFrame("a", options)],
  ["dispatchCustomEvent", (options) => dispatchCustomEventFrame("a", null, options)],
];

test.each(encoders)("%s: id and retry stand between the event's type and its data", (_, encode) => {
  expect(encode({ retryDuration: 3000, eventId: "42" })).toMatch(
    /^event: datastar-patch-(elements|signals)\nid: 42\nretry: 3000\ndata: [^]*\n\n$/,
  );
});

test.each(encoders)("%s: explicit undefined is as good as nothing", (_, encode) => {
  expect(encode({ eventId: undefined, retryDuration: undefined })).toBe(encode());
  expect(encode(undefined)).toBe(encode());
  expect(encode()).toMatch(/^event: [^\n]+\ndata: /);
});

test.each(encoders)("%s: an empty id goes out, it clears the last one", (_, encode) => {
  expect(encode({ eventId: 42 })).toBe(encode({ eventId: "42" }));
  expect(encode({ eventId: "" })).toMatch(/^event: [^\n]+\nid: \ndata: /);
});

test.each(encoders)("%s: retry 0 goes out, the default of 1000 does not", (_, encode) => {
  expect(encode({ retryDuration: 0 })).toMatch(/^event: [^\n]+\nretry: 0\ndata: /);
  expect(encode({ retryDuration: 1000 })).toBe(encode());
});

test.each(encoders)("%s: an id that could forge an event is an error", (_, encode) => {
  for (const eventId of ["a\nb", "a\rb", "a\r\nb", "a\0b"]) expect(() => encode({ eventId })).toThrow(TypeError);
  for (const eventId of [NaN, Infinity])
    expect(() => encode({ eventId })).toThrow(new TypeError("eventId must be a string, not a number."));
  expect(() => encode({ eventId: null as never })).toThrow(new TypeError("eventId must be a string, not null."));
});

test.each(encoders)("%s: a retry that is no whole number of milliseconds is an error", (_, encode) => {
  for (const retryDuration of [-1, 1.5, NaN, Infinity, 2 ** 31, "5", "5\n\ndata: x", null]) {
    expect(() => encode({ retryDuration: retryDuration as never })).toThrow(RangeError);
  }
  expect(() => encode({ retryDuration: 1.5 })).toThrow(
    "retryDuration must be a whole number of milliseconds from 0 to 2147483647, not 1.5.",
  );
});

test.each(encoders)("%s: an option that does not exist is an error", (_, encode) => {
  expect(() => encode({ eventID: "1" } as never)).toThrow(
    / has no option "eventID"; its options are .*eventId, retryDuration\.$/,
  );
  expect(() => encode({ "selector x\ndata: elements": "" } as never)).toThrow(TypeError);
});

test("each kind of line break in elements becomes a data line of its own", () => {
  expect(patchElementsFrame("a\nb\r\nc\rd\r\r\ne")).toBe(
    [
      "event: datastar-patch-elements",
      "data: elements a",
      "data: elements b",
      "data: elements c",
      "data: elements d",
      "data: elements ",
      "data: elements e",
      "",
      "",
    ].join("\n"),
  );
});

test("line breaks at the beginning and at the end are kept", () => {
  expect(patchElementsFrame("\na\n")).toBe(
    "event: datastar-patch-elements\ndata: elements \ndata: elements a\ndata: elements \n\n",
  );
});

test("each kind of line break in JSON text becomes a data line of its own", () => {
  expect(patchSignalsFrame('{\r"a":\r\n1\n}')).toBe(
    'event: datastar-patch-signals\ndata: signals {\ndata: signals "a":\ndata: signals 1\ndata: signals }\n\n',
  );
});

test("what looks like a field of the format stays data", () => {
  expect(patchElementsFrame("x\r\revent: datastar-patch-signals\rdata: signals {}")).toBe(
    [
      "event: datastar-patch-elements",
      "data: elements x",
      "data: elements ",
      "data: elements event: datastar-patch-signals",
      "data: elements data: signals {}",
      "",
      "",
    ].join("\n"),
  );
});
