// `html` of hono/html makes objects around strings, which are typed as strings.
import { elementsResponse, pageResponse, raw } from "datastar-tsx";
import { html } from "hono/html";
import { expect, test } from "vitest";

const name = "<Ada>";

test("raw() takes it, now and later", async () => {
  expect(String(<p>{raw(html`<b>${name}</b>`)}</p>)).toBe("<p><b>&lt;Ada&gt;</b></p>");
  expect(String(await (<p>{raw(html`<b>${Promise.resolve(name)}</b>`)}</p>))).toBe("<p><b>&lt;Ada&gt;</b></p>");
});

test("it is text in TSX, as every other string", () => {
  expect(String(<p>{html`<b></b>`}</p>)).toBe("<p>&lt;b>&lt;/b></p>");
});

test("pages and patches take it", async () => {
  expect(await (await pageResponse(html`<h1>${name}</h1>`)).text()).toBe("<!DOCTYPE html><h1>&lt;Ada&gt;</h1>");
  expect(await (await elementsResponse([html`<b id="a"></b>`, <i id="b" />])).text()).toBe(
    `<b id="a"></b><i id="b"></i>`,
  );
});
