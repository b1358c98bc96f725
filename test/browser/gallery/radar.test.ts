import { exampleInChromium } from "./example.js";

exampleInChromium("radar", async (page) => {
  const blip = page.locator("circle[fill=currentColor]").first();
  const first = await blip.getAttribute("cx");
  await page.waitForFunction(
    (first) => document.querySelector("circle[fill=currentColor]")?.getAttribute("cx") !== first,
    first,
  );
});
