import { example, expect } from "./example.js";

example("key-handling", async (person) => {
  await person.press("k");
  await person.sees("Press any key: k");

  await person.fill(/saves/, "Tea");
  await person.press("Enter");
  await person.sees("saved 1 times");
  await person.press("Escape");
  expect(await person.value(/saves/)).toBe("");

  await person.focus("Square", "application");
  await person.press("ArrowRight");
  await person.press("ArrowUp");
  await person.finds(() => person.attribute("circle", "cx"), "4.5");
  await person.finds(() => person.attribute("circle", "cy"), "2.5");
});
