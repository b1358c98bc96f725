import { example } from "./example.js";

example("toasts", async (person) => {
  await person.click("Send");
  await person.sees("The post office is closed.");
  await person.click("Save");
  await person.sees("Saved as version 1.");
  // It leaves by itself; the problem stays.
  await person.misses("Saved as version 1.");
  await person.finds(() => person.texts(".toast span"), ["The post office is closed."]);
  await person.click("Dismiss");
  await person.finds(() => person.texts(".toast"), []);
});
