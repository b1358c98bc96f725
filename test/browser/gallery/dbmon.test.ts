import { exampleInChromium, expect } from "./example.js";

exampleInChromium("dbmon", async (page) => {
  const changes = () =>
    page.evaluate(async () => {
      const table = document.querySelector("#servers");
      if (table === null) throw new Error("There is no table.");
      return new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => resolve(true));
        observer.observe(table, { subtree: true, childList: true, characterData: true });
      });
    });
  expect(await changes()).toBe(true);
  await page.getByRole("slider").fill("0");
  await page.locator("label b", { hasText: /^0$/ }).waitFor();
});
