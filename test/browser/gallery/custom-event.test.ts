import { example } from "./example.js";

example("custom-event", async (person) => {
  await person.sees("€ 4");
  await person.click("One euro less, in the page");
  await person.sees(/A packet of tea\s*€ 3 Lowest price\s*€ 3 Changes\s*1/);
  await person.click("Auction, on the server");
  await person.sees(/A packet of tea\s*€ 7 Lowest price\s*€ 3 Changes\s*4/);
});
