import { eventually } from "../page.js";
import { example, exampleInChromium, expect } from "./example.js";

example("view-transitions", async (person) => {
  await person.click("Reverse");
  await person.sees(/Joan.*Hedy.*Grace.*Frances.*Edsger.*Donald.*Barbara.*Ada/);
  await person.click("Rotate");
  await person.sees(/Hedy.*Grace.*Frances.*Edsger.*Donald.*Barbara.*Ada.*Joan/);
  await person.click("Who are they?");
  await person.sees("People without whom");
});

// Transitions are made of pixels and of time.
exampleInChromium("view-transitions", async (page) => {
  const cards = () => page.locator("#cards li").allTextContents();
  const names = () =>
    page.locator("#cards li").evaluateAll((cards) => cards.map((card) => getComputedStyle(card).viewTransitionName));
  // Which elements a transition knows by their names.
  await page.evaluate(() => {
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (update) => {
      const transition = start(update);
      void transition.ready.then(() => {
        const moving = document.getAnimations().flatMap(({ effect }) => (effect as KeyframeEffect).pseudoElement ?? []);
        document.body.dataset["moved"] = moving.join(" ");
      });
      return transition;
    };
  });
  const moved = () => page.getAttribute("body", "data-moved");

  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.getByRole("button", { name: "Reverse" }).click();
  await eventually(cards).toEqual(["Joan", "Hedy", "Grace", "Frances", "Edsger", "Donald", "Barbara", "Ada"]);
  await eventually(moved).toContain("::view-transition-group(card-Ada)");
  expect(await names()).toContain("card-Ada");
  await page.getByRole("button", { name: "Rotate" }).click();
  await eventually(cards).toEqual(["Hedy", "Grace", "Frances", "Edsger", "Donald", "Barbara", "Ada", "Joan"]);

  await page.evaluate(() => delete document.body.dataset["moved"]);
  await page.getByRole("button", { name: "Who are they?", expanded: false }).click();
  await page.getByText("People without whom").waitFor();
  await eventually(moved).toContain("::view-transition");
  await page.getByRole("button", { name: "Who are they?", expanded: true }).waitFor();

  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Reverse" }).click();
  await eventually(moved).toBe("");
});
