// What is handed over beside an option that is refused is let go of: rejected later, it does not end the process.
import {
  dispatchCustomEventFrame,
  elementsResponse,
  executeScriptFrame,
  pageResponse,
  patchElementsFrame,
  patchSignalsFrame,
  scriptResponse,
  setAll,
  signalsResponse,
} from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { expect, test } from "vitest";
import { unhandledRejections } from "../support/unhandled-rejections.js";

const unhandled = unhandledRejections();
const rejected = (): never => Promise.reject(new Error("no database")) as never;
const refused = { nope: 1 } as never;

test.each<[what: string, call: () => unknown]>([
  ["signals of a reply", () => signalsResponse(rejected(), refused)],
  ["signals of a reply, inside of them", () => signalsResponse({ a: rejected() }, refused)],
  ["signals of a reply with a status that is none", () => signalsResponse(rejected(), { status: 700 })],
  ["elements of a reply", () => elementsResponse(rejected(), refused)],
  ["a page", () => pageResponse(rejected(), refused)],
  ["a script of a reply", () => scriptResponse(rejected(), refused)],
  ["signals of a frame", () => patchSignalsFrame({ a: rejected() }, refused)],
  ["elements of a frame", () => patchElementsFrame(rejected(), { selector: rejected() })],
  ["a script of a frame", () => executeScriptFrame(rejected(), { nonce: rejected(), ...(refused as object) })],
  ["the detail of an event", () => dispatchCustomEventFrame("x", [rejected()], refused)],
  ["the value and the filter of setAll", () => setAll(rejected(), { include: rejected() })],
])("%s", async (_, call) => {
  expect(call).toThrow();
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});

test("a list as the condition of a class, of which only that it is there counts", async () => {
  expect(String(jsx("p", { class: { a: [rejected()] } }))).toBe('<p class="a"></p>');
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});
