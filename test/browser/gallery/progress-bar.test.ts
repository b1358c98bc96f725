import { example, exampleInChromium, expect } from "./example.js";

example("progress-bar", async (person) => {
  await person.sees("0 %");
  await person.click("Copy");
  await person.sees("100 % All is copied.");
});

// While it is under way, which a visit waits for.
exampleInChromium("progress-bar", async (page) => {
  const progress = page.getByRole("progressbar", { name: "Copied" });
  const copy = page.getByRole("button", { name: "Copy" });
  await copy.click();
  await page.waitForFunction(() => {
    const { value = 0 } = document.querySelector("progress") ?? {};
    return value > 0 && value < 100;
  });
  // It is under way, and is not started twice.
  expect(await copy.getAttribute("aria-disabled")).toBe("true");
  await page.getByText("All is copied.").waitFor();
  expect(await progress.getAttribute("value")).toBe("100");
  await page.locator("button[aria-disabled=false]").waitFor();
});
