import { exampleInChromium, expect } from "./example.js";

exampleInChromium("key-handling", async (page) => {
  await page.keyboard.press("k");
  await page.locator("kbd", { hasText: /^k$/ }).waitFor();

  await page.getByRole("textbox").fill("Tea");
  await page.keyboard.press("Enter");
  await page.getByText("saved 1 times").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("textbox").inputValue()).toBe("");

  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  expect(await page.locator("circle").getAttribute("cx")).toBe("4.5");
  expect(await page.locator("circle").getAttribute("cy")).toBe("2.5");
});
