import { jsx } from "datastar-tsx/jsx-runtime";
import { afterEach, expect, test, vi } from "vitest";

const reports = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => reports.mockClear());

test("a URL that was made inert is reported once for its attribute, however many there are", () => {
  for (let i = 0; i < 3; i++) jsx("q", { cite: `javascript:alert(${i})` });
  jsx("q", { cite: "https://a.b/" });
  expect(reports.mock.calls).toEqual([
    [
      '<q cite> got a javascript: URL, "javascript:alert(0)", and made it inert. ' +
        "Check URLs that come from data; for code use data-on:click.",
    ],
  ]);
});

test("the report shows the beginning of it, with no line break of its own", () => {
  jsx("del", { cite: `javascript:a\n${"b".repeat(500)}` });
  const [report] = reports.mock.calls[0] ?? [];
  expect(report).toContain(String.raw`"javascript:a\nbbb`);
  expect(report).toHaveLength(198);
});
