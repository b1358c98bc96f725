import { exampleInChromium } from "./example.js";

exampleInChromium("delete-row", async (page) => {
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("button", { name: "Delete Joe Smith" }).click();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Delete Kim Yee" }).click();
  await page.getByText("Kim Yee").waitFor({ state: "detached" });
  await page.getByText("Joe Smith").waitFor();
  await page.getByRole("button", { name: "Bring everybody back" }).click();
  await page.getByText("Kim Yee").waitFor();
});
