import { exampleInChromium } from "./example.js";

exampleInChromium("counter", async (page, open) => {
  await page.getByText("You have been here for 2 seconds.").waitFor();
  const other = await open();
  await page.locator("#visitors", { hasText: "2" }).waitFor();
  await other.close();
  await page.locator("#visitors", { hasText: "1" }).waitFor();
});
