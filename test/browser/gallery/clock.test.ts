import { example, expect } from "./example.js";

example("clock", async (person) => {
  const time = async (): Promise<string> => (await person.texts("#clock")).join();
  const first = await time();
  await person.finds(async () => (await time()) !== first, true);
  expect(await time()).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(await person.attribute("#clock", "datetime")).toMatch(/^[-\dT:.]+Z$/);
});
