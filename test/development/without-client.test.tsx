// A page whose attributes nobody reads.
import { type Child, DatastarScript, js, raw } from "datastar-tsx";
import { expect, test } from "vitest";
import { element, Reports } from "./reports.js";

const reports = new Reports();

const html = (...children: Child[]) => element("html", { children }, 1);
const button = () => element("button", { "data-on:click": js`alert(1)` }, 7);

test("attributes of Datastar, and no script at all", () => {
  html(element("p", {}, 2), element("body", { children: [button(), button()] }, 3));
  expect(reports.texts).toEqual([
    "<html>: this page loads no script, so that the attributes of Datastar do nothing, as those of <button> at /app/page.tsx:7:1. Put <DatastarScript /> into its <head>. (1)",
  ]);
});

test.each<[what: string, script: Child]>([
  ["DatastarScript", <DatastarScript />],
  ["a bundle", element("script", { type: "module", src: "/app.js" }, 2)],
  ["raw markup", raw("<SCRIPT src=/app.js></SCRIPT>")],
])("%s loads a client", (_, script) => {
  html(element("head", { children: script }, 2), button());
  expect(reports.texts).toEqual([]);
});

test("a page that needs none, a part of a page, and what a template holds", () => {
  html(element("p", { children: "<script>", title: "<script>" }, 2));
  element("main", { children: button() }, 2);
  html(element("template", { children: button() }, 2));
  expect(reports.texts).toEqual([]);
});
