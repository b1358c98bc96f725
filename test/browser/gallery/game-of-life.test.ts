import { example, exampleInChromium } from "./example.js";

example("game-of-life", async (person, open) => {
  const other = await open();
  await person.click("Clear");
  await other.finds(() => other.attribute("#world", "aria-label"), "0 living cells");
});

// Where somebody clicks, layout knows.
exampleInChromium("game-of-life", async (page, open) => {
  const other = await open();
  await page.getByRole("img", { name: "5 living cells" }).click({ position: { x: 200, y: 200 } });
  await other.getByRole("img", { name: "10 living cells" }).waitFor();
});
