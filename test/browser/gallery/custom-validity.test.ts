import { example, expect } from "./example.js";

example("custom-validity", async (person) => {
  await person.fill("Password", "correct horse");
  await person.fill("Once more", "battery staple");
  expect(await person.complaint("Once more")).toBe("The passwords differ.");
  await person.tries("Save");
  await person.fill("Once more", "correct horse");
  expect(await person.complaint("Once more")).toBe("");
  await person.click("Save");
  await person.sees("Saved.");
});
