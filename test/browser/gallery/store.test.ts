import { example, exampleInChromium, expect } from "./example.js";

example("store", async (person) => {
  await person.fill("Packets of tea", "3");
  await person.click("Buy");
  await person.finds(() => person.texts("#thanks"), ["Your tea is on its way."]);
});

// What is there before the redirect.
exampleInChromium("store", async (page) => {
  // Holds the redirect at the end back, to look at what came before it.
  let proceed: () => void = () => {};
  const looked = new Promise<void>((resolve) => (proceed = resolve));
  await page.route("**/thanks", async (route) => {
    await looked;
    await route.continue();
  });
  await page.getByLabel("Packets of tea").fill("3");
  // A page that is on its way to another one may not tell any more.
  const seen = Promise.all([
    page.getByText("Your cart: 3 × tea.").waitFor(),
    page.locator("#offer").waitFor({ state: "detached" }),
    page.waitForFunction(() => document.title === "3 sold"),
    page.waitForFunction(() => document.querySelector("input")?.value === "1"),
  ]);
  await page.getByRole("button", { name: "Buy" }).click();
  await seen;
  proceed();
  await page.waitForURL("**/thanks");
  expect(await page.textContent("#thanks")).toBe("Your tea is on its way.");
});
