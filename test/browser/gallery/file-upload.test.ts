import { exampleInChromium } from "./example.js";
import { inChromium } from "./person.js";

const file = (name: string, type: string, size: number): File => new File([new Uint8Array(size)], name, { type });

// It sends with XMLHttpRequest, which a visit does not have.
exampleInChromium("file-upload", async (page, open) => {
  const person = inChromium(page, open);
  await person.attach(/Pictures/, file("one.png", "image/png", 1234), file("two & <b>.webp", "image/webp", 10));
  await person.click("Send");
  await person.sees("one.png, image/png, 1,234 bytes");
  await person.sees("two & <b>.webp, image/webp, 10 bytes");
  await person.finds(() => person.attribute("progress", "value"), "100");

  await person.attach(/Pictures/, file("notes.txt", "text/plain", 3));
  await person.click("Send");
  await person.sees("PNG, JPEG or WebP, please.");

  await person.attach(/Pictures/, file("large.png", "image/png", 1_000_001));
  await person.click("Send");
  await person.sees("That is more than 1 MB.");

  // What has arrived stays, and the message goes with what was wrong.
  await person.attach(/Pictures/, file("last.png", "image/png", 5));
  await person.click("Send");
  await person.sees("last.png, image/png, 5 bytes");
  await person.misses("That is more than 1 MB.");
});
