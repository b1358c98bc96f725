import { example } from "./example.js";

example("inline-validation", async (person) => {
  await person.click("Sign up");
  await person.sees("At least three letters, please.");
  await person.sees("This is no address.");
  await person.fill("Name", "Grace");
  await person.misses("At least three letters, please.");
  await person.fill("E-mail", "ada@example.org");
  await person.sees("There is an account with this address.");
  await person.fill("E-mail", "grace@example.org");
  await person.click("Sign up");
  await person.sees("Welcome!");
});
