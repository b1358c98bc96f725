import { example } from "./example.js";

example("progressive-load", async (person) => {
  await person.sees("Mail Three letters");
  await person.sees("Weather Not to be had right now.");
  await person.sees("News Tea is cheaper");
  await person.misses("Loading");
});
