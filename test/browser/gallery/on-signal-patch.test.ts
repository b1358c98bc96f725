import { example } from "./example.js";

example("on-signal-patch", async (person) => {
  await person.click("Add one here");
  await person.sees('Count 1 Changes of it 1 The last one {"count":1}');
  await person.fill("Not counted", "Tea");
  await person.click("Have the server add ten");
  await person.sees('Count 11 Changes of it 2 The last one {"count":11}');
});
