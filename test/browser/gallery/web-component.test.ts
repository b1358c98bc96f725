import { eventually } from "../page.js";
import { exampleInChromium, expect } from "./example.js";

// In a shadow tree with a style sheet that is made there, of which jsdom has none.
exampleInChromium("web-component", async (page) => {
  const stars = page.getByRole("group", { name: "How is the tea?" });
  await page.getByText("(3 of 5)").waitFor();
  expect(await stars.getByRole("radio", { name: "3 stars" }).isChecked()).toBe(true);

  await stars.getByRole("radio", { name: "3 stars" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByText("We are sorry to hear that. (2 of 5)").waitFor();
  await eventually(() => page.getAttribute("star-rating", "value")).toBe("2");

  await page.getByRole("button", { name: "Five, of course" }).click();
  await page.getByText("We think so, too! (5 of 5)").waitFor();
  expect(await stars.getByRole("radio", { name: "5 stars" }).isChecked()).toBe(true);
});
