import { example } from "./example.js";

example("counter", async (person, open) => {
  const visitors = () => person.texts("#visitors");
  await person.sees("You have been here for 2 seconds.");
  const alone = await visitors();
  const other = await open();
  await person.finds(async () => String(await visitors()).includes("2"), true);
  await other.close();
  await person.finds(visitors, alone);
});
