import { example, exampleInChromium } from "./example.js";

example("board", async (person, open) => {
  const other = await open();
  await person.fill("New card", "Bake a cake");
  await person.click("Add");
  await person.sees("Bake a cake");
  await person.click("Move “Bake a cake” to Doing");
  await person.click("Move “Bake a cake” to Done");
  await person.sees(/Done Choose a date.*Bake a cake/);
  await other.sees(/Done Choose a date.*Bake a cake/);
});

// Where something is dropped, layout knows.
exampleInChromium("board", async (page, open) => {
  const other = await open();
  const doing = (of: typeof page) => of.locator("section", { hasText: "Doing" });
  await page.getByText("Write the invitation").dragTo(doing(page).getByRole("heading"));
  await doing(other).getByText("Write the invitation").waitFor();
});
