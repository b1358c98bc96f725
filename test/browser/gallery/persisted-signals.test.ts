import { example } from "./example.js";

example("persisted-signals", async (person) => {
  await person.fill("Your name", "Ada");
  await person.click("Large letters", "checkbox");
  await person.sees("Hello, Ada.");
  await person.reload();
  await person.sees("Hello, Ada.");
  await person.finds(() => person.isChecked("Large letters"), true);
});
