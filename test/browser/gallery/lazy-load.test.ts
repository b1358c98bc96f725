import { exampleInChromium, expect } from "./example.js";

exampleInChromium("lazy-load", async (page) => {
  await page.getByText("Rain in 2026: most of it in").waitFor();
  // Nobody has seen it.
  const last = page.locator("#rain-2022");
  expect(await last.textContent()).toContain("measuring");
  await last.scrollIntoViewIfNeeded();
  await page.getByText("Rain in 2022: most of it in").waitFor();
  expect(await last.locator("rect").count()).toBe(12);
});
