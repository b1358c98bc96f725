import { example, expect } from "./example.js";

example("active-search", async (person) => {
  await person.sees("12 people");
  await person.fill("Search", "compiler");
  await person.sees("2 people Name Known for Frances Allen Compilers that optimise Grace Hopper");
  await person.fill("Search", "nobody");
  await person.sees("0 people");
});

example("active-search", async (person) => {
  await person.fill("Search", "apollo");
  await person.press("Enter");
  await person.sees("1 person");
  expect(await person.value("Search")).toBe("apollo");
});
