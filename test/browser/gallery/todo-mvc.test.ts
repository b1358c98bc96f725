import { example } from "./example.js";

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

example("todo-mvc", async (person, open) => {
  const other = await open();
  await person.fill("New item", "Read");
  await person.press("Enter");
  await other.sees("Read");
  await other.doubleClick("Read");
  await other.finds(() => other.value("Title of Read"), "Read");
  await other.fill("Title of Read", "Reads");
  await other.press("Escape");
  await other.finds(() => other.isShown("Title of Read"), false);
  await other.sees("Read");
});
