import { example } from "./example.js";

example("session", async (person, open) => {
  await person.sees("0 × Tea");
  await person.click("One more Tea");
  await person.sees("1 × Tea");
  await person.click("One Tea less");
  await person.sees("0 × Tea");

  const sameVisitor = await person.newTab();
  await person.click("One more Honey");
  await sameVisitor.sees("1 × Honey");
  const somebodyElse = await open();
  await somebodyElse.sees("0 × Honey");
  await somebodyElse.click("One more Milk");
  await somebodyElse.sees("1 × Milk");
  await person.sees("0 × Milk");
});
