import { example } from "./example.js";

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

example("every-input", async (person) => {
  await person.fill(/Range/, "80");
  await person.fill("Colour", "#008000");
  await person.fill("Day", "2026-03-01");
  await person.fill("Time", "08:30");
  await person.select("Some of several", ["Ginger", "Pepper"]);
  await person.click("Send");
  await person.sees(/"volume": 80, .*"colour": "#008000"/);
  await person.sees(/"day": "2026-03-01"/);
  await person.sees(/"time": "08:30"/);
  await person.sees(/"spices": \[ "ginger", "pepper" \]/);
});
