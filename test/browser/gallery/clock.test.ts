import { exampleInChromium, expect } from "./example.js";

exampleInChromium("clock", async (page) => {
  const first = await page.textContent("#clock");
  await page.waitForFunction((first) => document.querySelector("#clock")?.textContent !== first, first);
  expect(await page.innerHTML("#clock")).toMatch(/^<time datetime="[-\dT:.]+Z">\d\d:\d\d:\d\d<\/time>$/);
});
