import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

const click = (modifiers: object): string => String(jsx("p", { "data-on:click": { do: "x()", ...modifiers } }));

describe("durations", () => {
  test.each<[value: unknown, tag: string]>([
    [500, "500ms"],
    [0, "0ms"],
    ["500ms", "500ms"],
    ["500", "500ms"],
    ["1s", "1s"],
    ["1.5s", "1500ms"],
    ["0.25s", "250ms"],
    [16.7, "17ms"],
  ])("%j is written as %s, in whole numbers, since a dot begins another tag", (delay, tag) => {
    expect(click({ delay })).toBe(`<p data-on:click__delay.${tag}="x()"></p>`);
  });

  test.each<[value: unknown, shown: string]>([
    ["soon", '"soon"'],
    ["1m", '"1m"'],
    [-1, "-1"],
    ["", '""'],
    [Number.NaN, "NaN"],
    [Infinity, "Infinity"],
    [true, "true"],
    [["1s"], "an Array"],
    [{ wait: 1 }, "a plain object with wait in it"],
  ])("%j is none", (delay, shown) => {
    expect(() => click({ delay })).toThrow(
      `<p> data-on:click: delay takes a duration such as 500, "500ms" or "1s", not ${shown}.`,
    );
  });

  test.each([2_147_483_647, "2147483647ms", "2147483s", "2147483.647s"])("%j is the longest", (delay) => {
    expect(click({ delay })).toMatch(/delay\.2147483(?:647m)?s=/);
  });

  test.each([2_147_483_648, 1e15, "2147483648ms", "2147484s", "2147483.648s"])("%j is too long", (debounce) => {
    expect(() => click({ debounce: { wait: debounce } })).toThrow(
      `<p> data-on:click: debounce is longer than timers know, which would be over at once: it takes at most 2147483647 milliseconds, not ${JSON.stringify(debounce)}.`,
    );
  });
});

describe("edges: the tag is written where it differs from the client's default", () => {
  test.each<[modifier: string, timing: object, tags: string]>([
    ["debounce", { wait: 500 }, "500ms"],
    ["debounce", { wait: "1s", leading: true }, "1s.leading"],
    ["debounce", { wait: 500, trailing: false }, "500ms.notrailing"],
    ["debounce", { wait: 500, leading: true, trailing: false }, "500ms.leading.notrailing"],
    ["debounce", { wait: 500, leading: false, trailing: true }, "500ms"],
    ["debounce", { wait: 500, leading: undefined }, "500ms"],
    ["throttle", { wait: 500, leading: false }, "500ms.noleading"],
    ["throttle", { wait: 500, trailing: true }, "500ms.trailing"],
    ["throttle", { wait: 500, leading: true, trailing: false }, "500ms"],
  ])("%s: %j", (modifier, timing, tags) => {
    expect(click({ [modifier]: timing })).toBe(`<p data-on:click__${modifier}.${tags}="x()"></p>`);
  });

  test("an interval has a leading edge only", () => {
    const interval = (duration: object) => String(jsx("p", { "data-on-interval": { do: "x()", duration } }));
    expect(interval({ wait: 500, leading: false })).toBe('<p data-on-interval__duration.500ms="x()"></p>');
    expect(() => interval({ wait: 500, trailing: true })).toThrow(
      '<p> data-on-interval: duration has no "trailing"; it takes wait, leading.',
    );
  });

  test("what every object inherits is no edge, and no modifier", () => {
    expect(() => click({ debounce: { wait: 500, constructor: true } })).toThrow(
      '<p> data-on:click: debounce has no "constructor"; it takes wait, leading and trailing.',
    );
    expect(() => click({ toString: true })).toThrow(
      '<p> data-on:click has no modifier "toString"; its modifiers are once, passive, capture, case, window, document, outside, prevent, stop, delay, debounce, throttle, viewtransition.',
    );
  });

  test("a misspelt edge is named, and a missing wait", () => {
    expect(() => click({ debounce: { wait: 500, leeding: true } })).toThrow(
      '<p> data-on:click: debounce has no "leeding"; it takes wait, leading and trailing.',
    );
    expect(() => click({ debounce: { leading: true } })).toThrow(
      '<p> data-on:click: debounce takes a duration such as 500, "500ms" or "1s", not undefined.',
    );
  });
});

describe("absent modifiers", () => {
  test.each([false, null, undefined])("%s leaves one out", (value) => {
    expect(click({ once: value, delay: value, debounce: value, case: value })).toBe('<p data-on:click="x()"></p>');
  });

  test("they keep the order in which they are written", () => {
    expect(click({ stop: true, once: true, prevent: true })).toBe('<p data-on:click__stop__once__prevent="x()"></p>');
  });
});

describe("wrong modifiers", () => {
  test.each<[name: string, value: unknown, message: string]>([
    [
      "data-on:click",
      { do: "x()", onec: true },
      'data-on:click has no modifier "onec"; its modifiers are once, passive, capture, case, window, document, outside, prevent, stop, delay, debounce, throttle, viewtransition.',
    ],
    ["data-effect", { do: "x()", once: true }, 'data-effect has no modifier "once"; it takes none.'],
    ["data-ignore", { slef: true }, 'data-ignore has no modifier "slef"; its modifiers are self.'],
    ["data-json-signals", { inclde: /a/ }, 'data-json-signals has no modifier "inclde"; its modifiers are terse.'],
    ["data-on:click", { do: "x()", once: "yes" }, "data-on:click: once is a flag: pass true or leave it out."],
    [
      "data-on:click",
      { do: "x()", case: "upper" },
      'data-on:click: case takes camel, kebab, snake, pascal, not "upper".',
    ],
    [
      "data-on-intersect",
      { do: "x()", threshold: 101 },
      "data-on-intersect: threshold takes a whole number from 0 to 100, not 101.",
    ],
    [
      "data-on-intersect",
      { do: "x()", threshold: 0.5 },
      "data-on-intersect: threshold takes a whole number from 0 to 100, not 0.5.",
    ],
    [
      "data-on-intersect",
      { do: "x()", threshold: "25" },
      'data-on-intersect: threshold takes a whole number from 0 to 100, not "25".',
    ],
    [
      "data-bind",
      { signal: "a", event: "fooBar" },
      'data-bind: event cannot be "fooBar": HTML folds capitals, and dots, "__" and spaces have meanings of their own.',
    ],
    [
      "data-bind",
      { signal: "a", event: ["a.b"] },
      'data-bind: event cannot be "a.b": HTML folds capitals, and dots, "__" and spaces have meanings of their own.',
    ],
    [
      "data-bind",
      { signal: "a", event: 'x" onclick="y' },
      'data-bind: event cannot be "x" onclick="y": HTML folds capitals, and dots, "__" and spaces have meanings of their own.',
    ],
    [
      "data-bind",
      { signal: "a", prop: "a__b" },
      'data-bind: prop cannot be "a__b": HTML folds capitals, and dots, "__" and spaces have meanings of their own.',
    ],
  ])("%s={%o}", (name, value, message) => {
    expect(() => jsx("p", { [name]: value })).toThrow(`<p> ${message}`);
  });
});
