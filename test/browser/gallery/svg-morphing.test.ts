import { eventually } from "../page.js";
import { example, exampleInChromium, expect } from "./example.js";

example("svg-morphing", async (person) => {
  await person.sees("9:00");
  await person.fill("Hour", "12");
  await person.finds(() => person.attribute("#sun", "cy"), "30");
  await person.press("End");
  await person.sees("24:00");
  await person.finds(() => person.attribute("#air", "fill"), "#1b2547");
  await person.finds(() => person.attribute("#moon", "cy"), "30");
});

// It is the same element, of the right namespace, which only the page itself can tell.
exampleInChromium("svg-morphing", async (page) => {
  const sun = await page.locator("#sun").elementHandle();
  await page.getByLabel("Hour").fill("12");
  await eventually(() => page.getAttribute("#sun", "cy")).toBe("30");
  expect(await sun?.evaluate((sun) => [sun.isConnected, sun instanceof SVGCircleElement])).toEqual([true, true]);
});
