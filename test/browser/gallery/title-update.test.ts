import { example, expect } from "./example.js";

example("title-update", async (person) => {
  expect(await person.title()).toBe("Title update");
  await person.finds(async () => /^\([1-9]\d*\) Inbox$/.test(await person.title()), true);
  await person.click("I have read them");
  await person.sees("0 unread letters");
  await person.finds(() => person.title(), "(1) Inbox");
  await person.sees(/1 unread letter(?!s)/);
  expect(await person.texts("title")).toHaveLength(1);
});
