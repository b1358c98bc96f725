import assert from "node:assert/strict";
import { visit } from "datastar-tsx/testing";
import { app } from "../src/app.tsx";

Deno.test("what one visitor adds, all others see", async () => {
  const ada = await visit(app, "/");
  const bob = await visit(app, "/");

  await ada.fill("What is to be done?", "Buy tea");
  await ada.click("Add");
  assert.equal(ada.signals["draft"], "");

  await bob.settled();
  assert.match(bob.text("css=#todos"), /Buy tea/);

  await bob.click("Buy tea");
  await ada.settled();
  assert.match(ada.text("css=.done:last-child"), /Buy tea/);

  await ada.close();
  await bob.close();
});
