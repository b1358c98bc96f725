import { example, exampleInChromium } from "./example.js";

example("session", async (person) => {
  await person.sees("0 × Tea");
  await person.click("One more Tea");
  await person.sees("1 × Tea");
  await person.click("One Tea less");
  await person.sees("0 × Tea");
});

exampleInChromium("session", async (page, open) => {
  const sameVisitor = await open();
  await page.getByRole("button", { name: "One more Honey" }).click();
  await sameVisitor.getByText("1 × Honey").waitFor();

  await page.context().clearCookies();
  const somebodyElse = await open();
  await somebodyElse.getByText("0 × Honey").waitFor();
  await somebodyElse.getByRole("button", { name: "One more Milk" }).click();
  await somebodyElse.getByText("1 × Milk").waitFor();
  await page.getByText("0 × Milk").waitFor();
});
