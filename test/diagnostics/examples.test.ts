// The examples and the manual are right by the rules that users are held to.
import { action } from "datastar-tsx";
import { configureDiagnostics, type Finding } from "datastar-tsx/jsx-dev-runtime";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogue } from "../../examples/gallery/catalogue.js";
import gallery from "../../examples/gallery/index.js";
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
  let reported: Finding[];
  beforeEach(() => {
    reported = [];
    configureDiagnostics({ report: (finding) => reported.push(finding) });
  });
  afterEach(() => configureDiagnostics());

  const paths = catalogue.flatMap(({ name }) => [`/${name}/`, `/examples/${name}`]);
  test.each(["/", ...paths])("%s", async (path) => {
    const response = await gallery.request(path);
    expect(response.status).toBe(200);
    expect(checkMarkup(await response.text())).toEqual([]);
    expect(reported).toEqual([]);
  });
});
