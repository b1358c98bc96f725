import { example } from "./example.js";

example("bulk-update", async (person) => {
  await person.sees("Joe Smith Active Angie MacDowell Active Fuqua Tarkenton Inactive Kim Yee Inactive");
  await person.click("Choose Kim Yee", "checkbox");
  await person.click("Activate");
  await person.sees("Fuqua Tarkenton Inactive Kim Yee Active");
  await person.click("Choose all", "checkbox");
  await person.click("Deactivate");
  await person.sees("Joe Smith Inactive Angie MacDowell Inactive Fuqua Tarkenton Inactive Kim Yee Inactive");
});
