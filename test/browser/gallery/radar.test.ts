import { example } from "./example.js";

example("radar", async (person) => {
  const blip = () => person.attribute("circle[fill=currentColor]", "cx");
  const first = await blip();
  await person.finds(async () => (await blip()) !== first, true);
});
