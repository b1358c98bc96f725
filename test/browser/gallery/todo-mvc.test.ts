import { example, exampleInChromium } from "./example.js";

example("todo-mvc", async (person) => {
  await person.sees("1 item left");
  await person.click("Toggle all");
  await person.sees("0 items left");
  await person.click("Buy a unicorn is done", "checkbox");
  await person.sees("1 item left");

  await person.click("Active", "radio");
  await person.misses("Taste TSX");
  await person.click("All", "radio");

  await person.click("Edit Buy a unicorn");
  await person.fill("Title of Buy a unicorn", "Buy <two> 'unicorns'");
  await person.click("Save");
  await person.sees("Buy <two> 'unicorns'");

  await person.click("Clear completed");
  await person.misses("Taste TSX");
  await person.click("Delete Buy <two> 'unicorns'");
  await person.sees("0 items left");
});

exampleInChromium("todo-mvc", async (page, open) => {
  const other = await open();
  await page.getByLabel("New item").fill("Read");
  await page.getByLabel("New item").press("Enter");
  const item = other.locator("li", { hasText: "Read" });
  await item.getByText("Read", { exact: true }).dblclick();
  await item.getByLabel("Title of Read").press("Escape");
  await item.getByLabel("Title of Read").waitFor({ state: "hidden" });
  await item.getByText("Read", { exact: true }).waitFor();
});
