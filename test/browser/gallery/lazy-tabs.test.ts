import { example, expect } from "./example.js";

example("lazy-tabs", async (person) => {
  await person.sees("right after the harvest");
  await person.click("Black", "tab");
  await person.sees("left to oxidise");
  await person.misses("right after the harvest");
});

example("lazy-tabs", async (person) => {
  await person.press("Tab");
  expect(await person.focused()).toBe("Green");
  await person.press("ArrowLeft");
  await person.finds(() => person.focused(), "Herbal");
  await person.press("ArrowRight");
  await person.finds(() => person.focused(), "Green");
  await person.press("ArrowRight");
  await person.finds(() => person.focused(), "Oolong");
  await person.press("Enter");
  await person.sees("five times");
  expect(await person.focused()).toBe("Oolong");
  await person.press("End");
  await person.finds(() => person.focused(), "Herbal");
  await person.press("Home");
  await person.finds(() => person.focused(), "Green");
  await person.press("Tab");
  expect(await person.focused()).not.toBe("Herbal");
});
