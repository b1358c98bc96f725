import { example } from "./example.js";

example("click-to-edit", async (person) => {
  await person.click("Edit");
  await person.fill("First name", "Ada");
  await person.click("Cancel");
  await person.sees("First name Joan");

  await person.click("Edit");
  await person.fill("First name", "<b>Ada");
  await person.click("Save");
  await person.sees("First name <b>Ada Last name Clarke");

  await person.click("Edit");
  await person.fill("First name", "Joan");
  await person.click("Save");
  await person.sees("First name Joan");
});
