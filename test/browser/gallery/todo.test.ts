import { example, exampleInChromium, expect } from "./example.js";

example("todo", async (person) => {
  await person.sees("1 left to do");
  await person.fill("What is to be done", "Tea & <b>");
  await person.click("Add");
  await person.sees("Done Tea & <b> Delete 2 left to do");
  await person.select("Show", "Done");
  await person.misses("Tea");
});

exampleInChromium("todo", async (page, open) => {
  const other = await open();
  await page.getByLabel("What is to be done").fill("Mail me @home(now)");
  await page.getByRole("button", { name: "Add" }).click();
  const added = other.locator("li", { hasText: "Mail me @home(now)" });
  await added.waitFor();
  await page.waitForFunction(() => document.querySelector("input")?.value === "");

  await added.getByRole("button", { name: "Done" }).click();
  await page.locator("li.done", { hasText: "Mail me" }).waitFor();

  await page.getByLabel("Show").selectOption("open");
  await page.locator("li", { hasText: "Mail me" }).waitFor({ state: "hidden" });
  expect(await added.isVisible()).toBe(true);

  await added.getByRole("button", { name: "Delete" }).click();
  await page.locator("li", { hasText: "Mail me" }).waitFor({ state: "detached" });
});
