import { exampleInChromium, expect } from "./example.js";

exampleInChromium("persisted-signals", async (page) => {
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Large letters").check();
  await page.getByText("Hello, Ada.").waitFor();
  await page.reload();
  await page.getByText("Hello, Ada.").waitFor();
  expect(await page.getByLabel("Large letters").isChecked()).toBe(true);
});
