import { exampleInChromium } from "./example.js";

exampleInChromium("game-of-life", async (page, open) => {
  const other = await open();
  await page.getByRole("img", { name: "5 living cells" }).click({ position: { x: 200, y: 200 } });
  await other.getByRole("img", { name: "10 living cells" }).waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await other.getByRole("img", { name: "0 living cells" }).waitFor();
});
