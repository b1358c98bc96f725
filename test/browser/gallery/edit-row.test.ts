import { example } from "./example.js";

example("edit-row", async (person) => {
  await person.click("Edit Angie MacDowell");
  await person.fill("Name", "<i>Angie");
  await person.click("Cancel");
  await person.sees("Angie MacDowell");
  await person.click("Edit Angie MacDowell");
  await person.fill("Name", "<i>Angie");
  await person.click("Save");
  await person.sees("<i>Angie angie@macdowell.example");
});
