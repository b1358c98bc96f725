import { eventually } from "../page.js";
import { exampleInChromium, expect } from "./example.js";

exampleInChromium("svg-morphing", async (page) => {
  const sun = await page.locator("#sun").elementHandle();
  const hour = page.getByLabel("Hour");
  await page.getByText("9:00").waitFor();
  await hour.fill("12");
  await eventually(() => page.getAttribute("#sun", "cy")).toBe("30");
  await hour.press("End");
  await page.getByText("24:00").waitFor();
  await eventually(() => page.getAttribute("#air", "fill")).toBe("#1b2547");
  await eventually(() => page.getAttribute("#moon", "cy")).toBe("30");
  // It is the same element, of the right namespace.
  expect(await sun?.evaluate((sun) => [sun.isConnected, sun instanceof SVGCircleElement])).toEqual([true, true]);
});
