import { exampleInChromium, expect } from "./example.js";

exampleInChromium("file-upload", async (page) => {
  const choose = (...files: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]) =>
    page.getByLabel("Pictures").setInputFiles(files);
  const send = page.getByRole("button", { name: "Send" });

  await choose(
    { name: "one.png", mimeType: "image/png", buffer: Buffer.alloc(1234) },
    { name: "two & <b>.webp", mimeType: "image/webp", buffer: Buffer.alloc(10) },
  );
  await send.click();
  await page.getByText("one.png, image/png, 1,234 bytes").waitFor();
  expect(await page.locator("progress").getAttribute("value")).toBe("100");
  await page.getByText("two & <b>.webp, image/webp, 10 bytes").waitFor();

  await choose({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Tea") });
  await send.click();
  await page.getByText("PNG, JPEG or WebP, please.").waitFor();

  await choose({ name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(1_000_001) });
  await send.click();
  await page.getByText("That is more than 1 MB.").waitFor();

  // What has arrived stays, and the message goes with what was wrong.
  await choose({ name: "last.png", mimeType: "image/png", buffer: Buffer.alloc(5) });
  await send.click();
  await page.getByText("last.png, image/png, 5 bytes").waitFor();
  await page.getByText("That is more than 1 MB.").waitFor({ state: "detached" });
});
