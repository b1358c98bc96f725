import { example } from "./example.js";

example("click-to-load", async (person) => {
  await person.misses("Agent Smith 6");
  await person.click("Load more", "link");
  await person.sees("Agent Smith 10");
  await person.misses("Agent Smith 11");
  await person.click("Load more", "link");
  await person.sees("Agent Smith 15");
});
