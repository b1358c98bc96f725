import { eventually } from "../page.js";
import { exampleInChromium, expect } from "./example.js";

exampleInChromium("title-update", async (page) => {
  expect(await page.title()).toBe("Title update");
  await eventually(() => page.title()).toMatch(/^\([1-9]\d*\) Inbox$/);
  await page.getByRole("button", { name: "I have read them" }).click();
  await page.getByText("0 unread letters").waitFor();
  await eventually(() => page.title()).toBe("(1) Inbox");
  await page.getByText("1 unread letter", { exact: true }).waitFor();
  expect(await page.locator("title").count()).toBe(1);
});
