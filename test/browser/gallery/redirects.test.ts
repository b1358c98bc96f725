import { example, exampleInChromium } from "./example.js";

example("redirects", async (person) => {
  await person.click("Order at once");
  await person.sees("Your tea is on its way.");
  await person.click("Order again", "link");
  await person.click("Order in three seconds");
  await person.sees(/You leave in \d/);
  await person.sees("Your tea is on its way.");
});

// As a browser does it that has no JavaScript.
exampleInChromium("redirects", async (page) => {
  await page.evaluate(() => document.querySelector("form")?.submit());
  await page.getByText("Your tea is on its way.").waitFor();
});
