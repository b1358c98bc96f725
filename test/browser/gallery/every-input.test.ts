import { example, exampleInChromium, expect } from "./example.js";

example("every-input", async (person) => {
  await person.fill("Text", "Darjeeling");
  await person.fill("Number", "7");
  await person.select("One of several", "China");
  await person.click("Sweet", "checkbox");
  await person.click("Lemon", "checkbox");
  await person.click("Large", "radio");
  await person.click("Send");
  await person.sees(
    /"text": "Darjeeling", "area": "With milk.", "count": 7, "volume": 30, "sweet": false, "size": "large"/,
  );
  await person.sees(/"country": "cn", "spices": \[ "cardamom" \], "extras": \[ "honey", "lemon" \]/);
});

exampleInChromium("every-input", async (page) => {
  await page.getByLabel("Range").fill("80");
  await page.getByLabel("Colour").fill("#008000");
  await page.getByLabel("Day").fill("2026-03-01");
  await page.getByLabel("Time").fill("08:30");
  await page.getByLabel("Some of several").selectOption(["Ginger", "Pepper"]);
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator("#received", { hasText: "pepper" }).waitFor();
  expect(JSON.parse((await page.textContent("#received")) ?? "")).toMatchObject({
    volume: 80,
    colour: "#008000",
    day: "2026-03-01",
    time: "08:30",
    spices: ["ginger", "pepper"],
  });
});
