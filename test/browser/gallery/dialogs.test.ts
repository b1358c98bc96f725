import { example, expect } from "./example.js";

example("dialogs", async (person) => {
  await person.click("Rename Fern");
  await person.finds(() => person.value(/^Name$/), "Fern");
  await person.finds(() => person.focused(), "Name");
  await person.press("Escape");
  await person.finds(() => person.texts("dialog"), []);
  expect(await person.focused()).toBe("Rename Fern");

  await person.click("Rename Fern");
  await person.fill(/^Name$/, "Fern & <b>");
  await person.press("Enter");
  await person.finds(() => person.texts("dialog"), []);
  await person.sees("Fern & <b>");
  expect(await person.focused()).toBe("Rename Fern & <b>");

  person.answers(false);
  await person.click("Delete Basil");
  await person.sees("Basil");
  person.answers(true);
  await person.click("Delete Basil");
  await person.misses("Basil");
});
