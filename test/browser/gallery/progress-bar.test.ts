import { example } from "./example.js";

example("progress-bar", async (person) => {
  await person.sees("0 %");
  await person.click("Copy");
  await person.sees(/ [1-9]\d? %/);
  await person.sees("100 % All is copied.");
  await person.click("Copy");
  await person.misses("All is copied.");
});
