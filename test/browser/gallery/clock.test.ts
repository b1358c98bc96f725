import { exampleInChromium, expect } from "./example.js";

exampleInChromium("clock", async (page) => {
  const first = await page.textContent("#clock");
  await page.waitForFunction((first) => document.querySelector("#clock")?.textContent !== first, first);
  expect(await page.textContent("#clock")).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(await page.getAttribute("#clock", "datetime")).toMatch(/^[-\dT:.]+Z$/);
});
