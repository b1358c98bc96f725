import { example, exampleInChromium, expect } from "./example.js";

example("active-search", async (person) => {
  await person.sees("12 people");
  await person.fill("Search", "compiler");
  await person.sees("2 people Name Known for Frances Allen Compilers that optimise Grace Hopper");
  await person.fill("Search", "nobody");
  await person.sees("0 people");
});

// Like the first, for who is faster than the pause, which a visit waits for.
exampleInChromium("active-search", async (page) => {
  await page.getByLabel("Search").fill("apollo");
  await page.keyboard.press("Enter");
  await page.getByText("1 person").waitFor();
  expect(await page.getByLabel("Search").inputValue()).toBe("apollo");
});
