import { example } from "./example.js";

example("delete-row", async (person) => {
  person.answers(false);
  await person.click("Delete Joe Smith");
  person.answers(true);
  await person.click("Delete Kim Yee");
  await person.misses("Kim Yee");
  await person.sees("Joe Smith");
  await person.click("Bring everybody back");
  await person.sees("Kim Yee");
});
