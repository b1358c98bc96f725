// What stands in scripts and style sheets, in HTML and in SVG.
import { jsx } from "datastar-tsx/jsx-runtime";
import { type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./chromium.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const data = [
  `</script><img src=x onerror="window.ran = 'an image'">`,
  "&quot;; window.ran = 'what followed a quote'; //",
  `]]><img src=x onerror="window.ran = 'an image'">`,
  "<!--<script>",
  "a<b &lt; &amp;",
];

test.each(["body", "svg"])("data in a script is data, and a style sheet is one, in %s", async (parent) => {
  const page = await browser.newPage();
  const code = `window.data = ${JSON.stringify(data)}; for (let i = 0, scripts = [1]; i<scripts.length; i++) window.ran = "it";`;
  const css = `@media (1px<width) { p { color: rgb(1, 2, 3) } } b::before { content: ${JSON.stringify(data[2])} } p { top: 4px }`;
  const markup = jsx(parent, { children: [jsx("style", { children: css }), jsx("script", { children: code })] });
  await page.setContent(`<!doctype html>${String(markup)}<p></p>`);
  const found = await page.evaluate(() => ({
    data: Reflect.get(window, "data") as unknown,
    ran: Reflect.get(window, "ran") as unknown,
    images: document.images.length,
    color: getComputedStyle(document.querySelector("p") as Element).color,
    top: getComputedStyle(document.querySelector("p") as Element).top,
  }));
  expect(found).toEqual({ data, ran: "it", images: 0, color: "rgb(1, 2, 3)", top: "4px" });
  await page.close();
});
