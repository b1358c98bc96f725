import { eventually } from "../page.js";
import { exampleInChromium, expect } from "./example.js";

exampleInChromium("sortable", async (page, open) => {
  const planets = (of = page) => of.locator("li .wide").allTextContents();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  const handle = page.locator("#Mercury .handle");
  const earth = await page.locator("#Earth").boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(30, earth!.y - 20, { steps: 5 });
  await page.mouse.move(30, earth!.y + earth!.height - 5, { steps: 10 });
  const saved = page.waitForResponse("**/order");
  await page.mouse.up();
  await saved;
  const order = ["Venus", "Earth", "Mercury", "Mars", "Jupiter"];
  await eventually(planets).toEqual(order);
  // The server knows.
  await eventually(async () => planets(await open())).toEqual(order);

  await page.getByRole("button", { name: "Move Mars up" }).focus();
  for (const expected of [2, 1, 0]) {
    await page.keyboard.press("Enter");
    await eventually(async () => (await planets()).indexOf("Mars")).toBe(expected);
    expect(await focused()).toBe("Move Mars up");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Move Mars down" }).click();
  await eventually(planets).toEqual(["Venus", "Mars", "Earth", "Mercury", "Jupiter"]);
});
