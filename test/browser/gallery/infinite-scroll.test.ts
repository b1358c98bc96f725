import { example } from "./example.js";

example("infinite-scroll", async (person) => {
  const items = async (): Promise<number> => (await person.texts("#items > li")).length;
  for (const expected of [60, 100, 200])
    await person.finds(async () => (await person.scroll(), (await items()) >= expected), true);
  await person.finds(items, 200);
  await person.sees("That is all.");
});
