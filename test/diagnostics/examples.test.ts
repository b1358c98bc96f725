// The examples and the manual are right by the rules that users are held to.
import type { AddressInfo } from "node:net";
import { action } from "datastar-tsx";
import { configureDiagnostics, type Finding } from "datastar-tsx/jsx-dev-runtime";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../examples/app.js";
import { clock } from "../../examples/clock.js";
import { counting } from "../../examples/counter.js";
import { store } from "../../examples/store.js";
import { todos } from "../../examples/todo.js";
import { checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { snippets } from "../manual/pages.js";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

function elementsOf(node: Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "attrs" in node ? [node, ...children] : children;
}

const checkMarkup = (html: string) =>
  elementsOf(parseFragment(html)).flatMap(({ tagName, attrs }) =>
    attrs.flatMap(({ name, value }) => checkAttribute(name, value, tagName)),
  );

// An action that the manual declares.
action("beacon");

describe("the manual", () => {
  const printing = snippets.flatMap(({ page, line, output }) =>
    output?.language === "html" ? [{ page, line, html: output.text }] : [],
  );
  test.each(printing)("what $page prints in line $line", ({ html }) => {
    expect(checkMarkup(html)).toEqual([]);
  });
});

describe("the examples", () => {
  const app = createApp({ ...clock, ...counting, ...store, ...todos });
  let url: string;
  let reported: Finding[];
  beforeAll(async () => {
    await new Promise<void>((done) => void app.listen(0, done));
    url = `http://localhost:${(app.address() as AddressInfo).port}`;
  });
  afterAll(() => void app.close());
  beforeEach(() => {
    reported = [];
    configureDiagnostics({ report: (finding) => reported.push(finding) });
  });
  afterEach(() => configureDiagnostics());

  test.each(["/clock", "/counter", "/store", "/store/thanks", "/todo"])("%s", async (path) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(checkMarkup(await response.text())).toEqual([]);
    expect(reported).toEqual([]);
  });
});
