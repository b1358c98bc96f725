import { example, expect } from "./example.js";

example("frames", async (person) => {
  const frame = async (): Promise<number> => Number(await person.attribute("#frame", "data-frame"));
  await person.click("Play");
  await person.finds(async () => (await frame()) > 30, true);
  await person.click("Pause");
  await person.sees("Play");
  let paused = -1;
  // One may have been on its way.
  await person.finds(async () => paused === (paused = await frame()), true);
  expect(await frame()).toBe(paused);
});
