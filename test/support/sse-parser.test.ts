import { expect, test } from "vitest";
import { dataOf, parseEvents } from "./sse-parser.js";

test("each kind of line break ends a line", () => {
  expect(parseEvents("event: a\r\nid: 1\rretry: 5\ndata: x\n\r\ndata: y\r\r")).toEqual([
    { type: "a", id: "1", retry: 5, data: "x" },
    { type: "message", id: undefined, retry: undefined, data: "y" },
  ]);
});

test("comments, events without data and an event that has not ended are no events", () => {
  expect(parseEvents(": hello\n\nevent: a\n\ndata: x\n")).toEqual([]);
});

test("data lines of one name belong together", () => {
  expect(
    dataOf({ type: "a", id: undefined, retry: undefined, data: "selector #a\nelements <p>\nelements </p>" }),
  ).toEqual({
    selector: "#a",
    elements: "<p>\n</p>",
  });
});
