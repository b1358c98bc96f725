import { eventually } from "../page.js";
import { example, exampleInChromium } from "./example.js";

example("sortable", async (person, open) => {
  const planets = () => person.texts("li .wide");
  await person.focus("Move Mars up");
  for (const expected of [2, 1, 0]) {
    await person.press("Enter");
    await person.finds(async () => (await planets()).indexOf("Mars"), expected);
    await person.finds(() => person.focused(), "Move Mars up");
  }
  await person.press("Enter");
  await person.click("Move Mars down");
  const order = ["Mercury", "Mars", "Venus", "Earth", "Jupiter"];
  await person.finds(planets, order);
  const other = await open();
  await other.finds(() => other.texts("li .wide"), order);
});

// Where something is dragged to, layout knows.
exampleInChromium("sortable", async (page, open) => {
  const planets = (of = page) => of.locator("li .wide").allTextContents();
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
});
