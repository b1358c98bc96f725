import { js } from "datastar-tsx";
import { configureDiagnostics, jsxDEV } from "datastar-tsx/kita/jsx-dev-runtime";
import { afterEach, expect, test } from "vitest";

afterEach(() => configureDiagnostics());

test("what the client would refuse throws, with its place", () => {
  const source = { fileName: "/app/page.tsx", lineNumber: 3, columnNumber: 5 };
  expect(() => jsxDEV("p", { "data-on:click__onec": js`a()` }, undefined, false, source)).toThrow(
    '<p> data-on:click__onec: data-on has no modifier "onec"; did you mean once?\n    at /app/page.tsx:3:5',
  );
});

test("what is right is rendered as in production", () => {
  expect(jsxDEV("p", { "data-text": js`$a`, safe: true, children: ["<", 1] }, undefined, true)).toBe(
    '<p data-text="$a">&lt;1</p>',
  );
});
