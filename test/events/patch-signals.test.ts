import { patchSignalsFrame, removeSignalsFrame, signals } from "datastar-tsx";
import { expect, test } from "vitest";

const todo = signals({ draft: "", ui: { open: false, tab: "a" } });

const patch = (json: string): string => `event: datastar-patch-signals\ndata: signals ${json}\n\n`;

test("an object goes out as JSON on one line", () => {
  expect(patchSignalsFrame({ draft: "a\nb", ui: { open: true } })).toBe(patch('{"draft":"a\\nb","ui":{"open":true}}'));
});

test("JSON text goes out as it is written", () => {
  expect(patchSignalsFrame('{ "a": 1 }')).toBe(patch('{ "a": 1 }'));
});

test("a typed patch of declared signals", () => {
  expect(patchSignalsFrame(todo.patch({ draft: "", ui: { open: null } }))).toBe(
    patch('{"draft":"","ui":{"open":null}}'),
  );
});

test("a set of signals stands for its initial values", () => {
  expect(patchSignalsFrame(signals({ draft: "", ui: { open: false } }))).toBe(
    'event: datastar-patch-signals\ndata: signals {"draft":"","ui":{"open":false}}\n\n',
  );
});

test("every option, in the order of the protocol", () => {
  expect(patchSignalsFrame({ a: 1 }, { onlyIfMissing: true, retryDuration: 10, eventId: "e1" })).toBe(
    'event: datastar-patch-signals\nid: e1\nretry: 10\ndata: onlyIfMissing true\ndata: signals {"a":1}\n\n',
  );
});

test("onlyIfMissing: false is the default", () => {
  expect(patchSignalsFrame({ a: 1 }, { onlyIfMissing: false })).toBe(patch('{"a":1}'));
  expect(patchSignalsFrame({ a: 1 }, { onlyIfMissing: undefined })).toBe(patch('{"a":1}'));
});

test("null removes a signal, undefined leaves it alone", () => {
  expect(patchSignalsFrame({ a: null, b: undefined })).toBe(patch('{"a":null}'));
});

test.each([
  ["an array", [1, 2], "Signals must be an object, or the JSON text of one, not an Array."],
  ["an array as text", "[1, 2]", "Signals must be an object, or the JSON text of one, not an Array."],
  ["null", null, "Signals must be an object, or the JSON text of one, not null."],
  ["a number as text", "1", "Signals must be an object, or the JSON text of one, not a number."],
  ["undefined", undefined, "Signals must be an object, or the JSON text of one, not undefined."],
])("%s is an error", (_, input, message) => {
  expect(() => patchSignalsFrame(input as never)).toThrow(new TypeError(message));
});

test.each(["not json", "", "{a: 1}", "{}; alert(1)"])(
  "text that is not JSON is an error, the client would run it: %j",
  (text) => {
    expect(() => patchSignalsFrame(text)).toThrow(/^Signals given as text must be JSON: /);
  },
);

test.each(['{"__proto__": {"admin": true}}', '{"user": {"__proto__": {}}}', '{"list": [{"__proto__": {}}]}'])(
  "__proto__ is an error: %s",
  (json) => {
    const error = new TypeError('"__proto__" cannot be the name of a signal.');
    expect(() => patchSignalsFrame(json)).toThrow(error);
    expect(() => patchSignalsFrame(JSON.parse(json))).toThrow(error);
  },
);

test("a flag is true or false", () => {
  expect(() => patchSignalsFrame({}, { onlyIfMissing: "yes" as never })).toThrow(
    new TypeError('onlyIfMissing must be true or false, not "yes".'),
  );
});

test.each([
  ["a name", "draft", '{"draft":null}'],
  ["a dotted path", "user.name.first", '{"user":{"name":{"first":null}}}'],
  ["a list", ["a", "b.c", "b.d"], '{"a":null,"b":{"c":null,"d":null}}'],
  ["references", [todo.draft, todo.ui.open], '{"draft":null,"ui":{"open":null}}'],
  ["a reference to a group", todo.ui, '{"ui":null}'],
  ["a group and what is in it", ["ui.open", "ui", "ui.tab"], '{"ui":null}'],
  ["nothing", [], "{}"],
] as const)("removeSignals: %s", (_, paths, json) => {
  expect(removeSignalsFrame(paths)).toBe(patch(json));
});

test("removeSignals takes the options of every event", () => {
  expect(removeSignalsFrame("a", { eventId: "9", retryDuration: 2000 })).toBe(
    'event: datastar-patch-signals\nid: 9\nretry: 2000\ndata: signals {"a":null}\n\n',
  );
});

test.each(["", ".", "a.", "a..b", "__proto__", "a.__proto__.b", "a b", "$a", "a\r\n"])(
  "removeSignals refuses %j",
  (path) => {
    expect(() => removeSignalsFrame(path)).toThrow(
      new TypeError(`removeSignals takes paths such as "user.name", not ${JSON.stringify(path)}.`),
    );
  },
);

test("removeSignals takes names of inherited properties as what they are, names", () => {
  expect(removeSignalsFrame(["constructor.prototype.polluted", "toString"])).toBe(
    patch('{"constructor":{"prototype":{"polluted":null}},"toString":null}'),
  );
  expect("polluted" in {}).toBe(false);
});
