import { exampleInChromium, expect } from "./example.js";

exampleInChromium("custom-validity", async (page) => {
  await page.getByLabel("Password").fill("correct horse");
  await page.getByLabel("Once more").fill("battery staple");
  const message = () => page.getByLabel("Once more").evaluate((field: HTMLInputElement) => field.validationMessage);
  expect(await message()).toBe("The passwords differ.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByLabel("Once more").fill("correct horse");
  expect(await message()).toBe("");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
});
