// A client with an alias: TSX names attributes as ever, and the prefix is printed. Compiled for it as well.
import {
  configureClient,
  DatastarScript,
  executeScriptFrame,
  js,
  pageResponse,
  post,
  redirectFrame,
  signals,
} from "datastar-tsx";
import { expect, test } from "vitest";

configureClient({ alias: "star" });

const { draft, ui } = signals({ draft: "", ui: { open: false } });
const id = () => 7;

test.each([
  ["text", <p data-text={draft} />, '<p data-star-text="$draft"></p>'],
  ["source", <p data-show="$ui.open" />, '<p data-star-show="$ui.open"></p>'],
  [
    "what the compiler knows in part",
    <p data-on:click={post(`/x/${id()}`)} />,
    `<p data-star-on:click="@post('/x/7')"></p>`,
  ],
  ["modifiers", <p data-on:click={{ do: js`a()`, once: true }} />, '<p data-star-on:click__once="a()"></p>'],
  [
    "an object of listeners",
    <p data-on={{ click: js`a()`, input: js`b()` }} />,
    '<p data-star-on:click="a()" data-star-on:input="b()"></p>',
  ],
  [
    "flags",
    <p data-ignore-morph data-preserve-attr="open" />,
    '<p data-star-ignore-morph data-star-preserve-attr="open"></p>',
  ],
  ["a bound signal", <input data-bind={draft} />, '<input data-star-bind="draft">'],
  ["several classes", <p data-class={{ a: ui.open }} />, '<p data-star-class="{a: $ui.open}"></p>'],
  ["what has no alias", <p data-scope-children />, "<p data-scope-children></p>"],
  ["what is not Datastar's", <p data-id="7" data-mine="$a" />, '<p data-id="7" data-mine="$a"></p>'],
  [
    "one listener twice, of which both are printed",
    <p data-on={{ click: js`a()` }} data-on:click={js`b()`} />,
    '<p data-star-on:click="a()" data-star-on:click__case.kebab="b()"></p>',
  ],
  ["attributes that are not known before", <p {...{ "data-text": draft }} />, '<p data-star-text="$draft"></p>'],
  ["the nonce", <html data-nonce="a" lang="en" />, '<html data-star-nonce="a" lang="en"></html>'],
])("%s", (_, element, html) => {
  expect(String(element)).toBe(html);
});

test("scripts that remove themselves", () => {
  expect(String(executeScriptFrame("a()"))).toContain('<script data-star-effect="el.remove()">a()</script>');
  expect(String(redirectFrame("/"))).toContain('<script data-star-effect="el.remove()">');
});

test("a page's nonce", async () => {
  const response = await pageResponse(<html lang="en" />, { nonce: "r4nd0m" });
  expect(await response.text()).toBe('<!DOCTYPE html><html data-star-nonce="r4nd0m" lang="en"></html>');
});

test("the client", () => {
  expect(String(<DatastarScript version="1.0.2" />)).toBe(
    '<script type="module" src="https://cdn.jsdelivr.net/gh/starfederation/datastar@v1.0.2/bundles/datastar-aliased.js" ' +
      'integrity="sha384-j3PlwK2mxb03Bz9QQfDD/CewCA9BB33S6SeP/2VPyMdjGlUUvYZ+K0wnXL1iXRId" crossorigin="anonymous"></script>',
  );
  expect(String(<DatastarScript />)).toContain("@v1.0.4/bundles/datastar-aliased.js");
});

test("another alias, or none, once attributes are printed", () => {
  for (const alias of ["", "ds"]) expect(() => configureClient({ alias })).toThrow("configureClient comes too late");
  configureClient({ version: "1.0.2" });
  configureClient();
});
