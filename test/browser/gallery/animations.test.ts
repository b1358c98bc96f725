import { example, exampleInChromium, expect } from "./example.js";

example("animations", async (person) => {
  await person.click("Another colour");
  await person.sees("The lamp is teal.");
  await person.click("Another leaf");
  await person.click("Drop leaf 1");
  await person.finds(() => person.texts("#leaf-1"), []);
});

// Transitions are made of pixels and of time.
exampleInChromium("animations", async (page) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const transition = (selector: string) =>
    page.evaluate(
      (selector) =>
        new Promise<string>((resolve) => {
          document.addEventListener("transitionrun", (event) => {
            if ((event.target as Element).matches(selector)) resolve(event.propertyName);
          });
        }),
      selector,
    );

  const changing = transition("#lamp");
  await page.getByRole("button", { name: "Another colour" }).click();
  await page.getByText("The lamp is teal.").waitFor();
  expect(await changing).toBe("background-color");

  const coming = transition("#leaf-1");
  await page.getByRole("button", { name: "Another leaf" }).click();
  expect(await coming).toMatch(/opacity|translate/);

  const leaving = transition("#leaf-1.leaving");
  await page.getByRole("button", { name: "Drop leaf 1" }).click();
  expect(await leaving).toMatch(/opacity|translate/);
  await page.locator("#leaf-1").waitFor({ state: "detached" });
});
