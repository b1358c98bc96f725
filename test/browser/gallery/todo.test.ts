import { example } from "./example.js";

example("todo", async (person) => {
  await person.sees("1 left to do");
  await person.fill("What is to be done", "Tea & <b>");
  await person.click("Add");
  await person.sees("Done Tea & <b> Delete 2 left to do");
  await person.select("Show", "Done");
  await person.misses("Tea");
});

example("todo", async (person, open) => {
  const other = await open();
  await person.fill("What is to be done", "Mail me @home(now)");
  await person.click("Add");
  await other.sees("Mail me @home(now)");
  await person.finds(() => person.value("What is to be done"), "");

  await other.press("Tab");
  await person.select("Show", "Done");
  await person.misses("Mail me");
  await other.sees("Mail me");
});
