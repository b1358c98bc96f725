import { example, exampleInChromium } from "./example.js";

example("redirects", async (person) => {
  await person.click("Order at once");
  await person.sees("Your tea is on its way.");
  await person.click("Order again", "link");
  await person.click("Order in three seconds");
  await person.sees("Your tea is on its way.");
});

// What only shows in between, and a page without JavaScript.
exampleInChromium("redirects", async (page) => {
  await page.getByRole("button", { name: "Order in three seconds" }).click();
  await page.getByText(/You leave in \d/).waitFor();
  await page.getByText("Your tea is on its way.").waitFor();
  await page.getByRole("link", { name: "Order again" }).click();
  // As a browser does it that has no JavaScript.
  await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
  await page.getByText("Your tea is on its way.").waitFor();
});
