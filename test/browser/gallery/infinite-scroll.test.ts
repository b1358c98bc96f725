import { exampleInChromium, expect } from "./example.js";

exampleInChromium("infinite-scroll", async (page) => {
  const items = page.locator("#items > li");
  await items.first().waitFor();
  for (const expected of [60, 100, 200]) {
    await page.waitForFunction((expected) => {
      scrollTo(0, document.body.scrollHeight);
      return document.querySelectorAll("#items > li").length >= expected;
    }, expected);
  }
  expect(await items.count()).toBe(200);
  await page.getByText("That is all.").waitFor();
});
