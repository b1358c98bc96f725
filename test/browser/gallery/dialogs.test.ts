import { exampleInChromium, expect } from "./example.js";

exampleInChromium("dialogs", async (page) => {
  const dialog = page.getByRole("dialog", { name: "Rename Fern" });
  const rename = page.getByRole("button", { name: "Rename Fern" });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  await rename.click();
  await dialog.waitFor();
  expect(await dialog.getByLabel("Name").inputValue()).toBe("Fern");
  expect(await focused()).toBe("Name");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await focused()).toBe("Rename Fern");

  await rename.click();
  await dialog.getByLabel("Name").fill("Fern & <b>");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Fern & <b>").waitFor();
  expect(await focused()).toBe("Rename Fern & <b>");

  const answer = (accept: boolean) =>
    page.once("dialog", async (question) => {
      expect(question.message()).toBe("Delete Basil?");
      await (accept ? question.accept() : question.dismiss());
    });
  answer(false);
  await page.getByRole("button", { name: "Delete Basil" }).click();
  expect(await page.getByText("Basil").isVisible()).toBe(true);
  answer(true);
  await page.getByRole("button", { name: "Delete Basil" }).click();
  await page.getByText("Basil").waitFor({ state: "detached" });
});
