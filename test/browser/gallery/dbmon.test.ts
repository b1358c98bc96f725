import { example } from "./example.js";

example("dbmon", async (person) => {
  const rows = async (): Promise<string> => (await person.texts("#servers")).join();
  const first = await rows();
  await person.finds(async () => (await rows()) !== first, true);
  await person.fill(/Rows that change/, "0");
  await person.finds(() => person.texts("label b"), ["0"]);
});
