import { example, exampleInChromium, expect } from "./example.js";

example("lazy-tabs", async (person) => {
  await person.sees("right after the harvest");
  await person.click("Black", "tab");
  await person.sees("left to oxidise");
  await person.misses("right after the harvest");
});

exampleInChromium("lazy-tabs", async (page) => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Green");
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toBe("Herbal");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("Oolong");
  await page.keyboard.press("Enter");
  await page.getByRole("tabpanel", { name: "Oolong" }).getByText("five times").waitFor();
  expect(await focused()).toBe("Oolong");
  await page.keyboard.press("End");
  expect(await focused()).toBe("Herbal");
  await page.keyboard.press("Home");
  expect(await focused()).toBe("Green");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("tab-Herbal");
});
