import { example, exampleInChromium, expect } from "./example.js";

example("lazy-load", async (person) => {
  await person.sees("Rain in 2026: most of it in");
  await person.scroll();
  await person.sees("Rain in 2022: most of it in");
  expect(await person.texts("#rain-2022 rect")).toHaveLength(12);
});

// What nobody has seen yet, layout knows.
exampleInChromium("lazy-load", async (page) => {
  await page.getByText("Rain in 2026: most of it in").waitFor();
  // Nobody has seen it.
  const last = page.locator("#rain-2022");
  expect(await last.textContent()).toContain("measuring");
  await last.scrollIntoViewIfNeeded();
  await page.getByText("Rain in 2022: most of it in").waitFor();
  expect(await last.locator("rect").count()).toBe(12);
});
