import { createElement, Html as KitaHtml } from "@kitajs/html";
import { raw } from "datastar-tsx";
import { expect, test } from "vitest";

// Components of @kitajs/html, as an application may have them already: they return strings of HTML.
const Badge = ({ text }: { text: string }) => createElement("b", { class: "badge" }, KitaHtml.escapeHtml(text));
const AsyncBadge = async ({ text }: { text: string }) => Badge({ text });

test("a component of @kitajs/html goes in through raw()", () => {
  expect(String(<p>{raw(Badge({ text: "<new>" }))}!</p>)).toBe('<p><b class="badge">&lt;new></b>!</p>');
});

test("what createElement returns goes in whether it is a string or a promise", async () => {
  expect(String(await (<p>{raw(createElement(Badge, { text: "1" }))}</p>))).toBe('<p><b class="badge">1</b></p>');
  expect(String(await (<p>{raw(createElement(AsyncBadge, { text: "2" }))}</p>))).toBe('<p><b class="badge">2</b></p>');
});

test("without raw() it is text like any other", () => {
  expect(String(<p>{Badge({ text: "1" })}</p>)).toBe('<p>&lt;b class="badge">1&lt;/b></p>');
});

test("and our elements go into its components as strings", () => {
  expect(createElement("div", {}, String(<b>{"<1>"}</b>))).toBe("<div><b>&lt;1></b></div>");
});
