import { exampleInChromium, expect } from "./example.js";

exampleInChromium("toasts", async (page) => {
  const region = page.getByRole("status");
  await page.getByRole("button", { name: "Send" }).click();
  await region.getByText("The post office is closed.").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  const second = region.getByText("Saved, for the 2. time.");
  await second.waitFor();
  expect(await region.locator(".toast").count()).toBe(3);
  await second.locator("..").getByRole("button", { name: "Dismiss" }).click();
  await second.waitFor({ state: "detached" });
  // The first one leaves by itself; the problem stays.
  await region.getByText("Saved, for the 1. time.").waitFor({ state: "detached" });
  expect(await region.locator(".toast").allTextContents()).toEqual([expect.stringContaining("post office")]);
});
