import { exampleInChromium, expect } from "./example.js";

exampleInChromium("frames", async (page) => {
  const frame = () => page.locator("#frame").getAttribute("data-frame").then(Number);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() => Number(document.querySelector<HTMLElement>("#frame")?.dataset["frame"]) > 30);
  const answered = page.waitForResponse((response) => response.status() === 204);
  await page.getByRole("button", { name: "Pause" }).click();
  await answered;
  const paused = await frame();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await frame()).toBe(paused);
});
