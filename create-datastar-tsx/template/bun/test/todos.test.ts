import { expect, test } from "bun:test";
import { visit } from "datastar-tsx/testing";
import { app } from "../src/app.tsx";

test("what one visitor adds, all others see", async () => {
  const ada = await visit(app, "/");
  const bob = await visit(app, "/");

  await ada.fill("What is to be done?", "Buy tea");
  await ada.click("Add");
  expect(ada.signals).toMatchObject({ draft: "" });

  await bob.settled();
  expect(bob.text("css=#todos")).toContain("Buy tea");

  await bob.click("Buy tea");
  await ada.settled();
  expect(ada.text("css=.done:last-child")).toContain("Buy tea");

  await ada.close();
  await bob.close();
});
