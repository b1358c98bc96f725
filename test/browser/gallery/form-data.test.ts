import { example, exampleInChromium } from "./example.js";

example("form-data", async (person) => {
  await person.click("milk", "checkbox");
  await person.click("Take it away");
  await person.sees("Tea with milk, to go.");
  await person.select("Drink", "Coffee");
  await person.click("sugar", "checkbox");
  await person.click("Drink it here");
  await person.sees("Coffee with milk with sugar, here.");
});

// Without JavaScript.
exampleInChromium("form-data", async (page) => {
  const noScript = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  if (noScript === undefined) throw new Error("There is no browser.");
  const plain = await noScript.newPage();
  await plain.goto(page.url());
  await plain.getByLabel("sugar").check();
  await plain.getByRole("button", { name: "Drink it here" }).click();
  await plain.getByText("Tea with sugar, here.").waitFor();
  await noScript.close();
});
