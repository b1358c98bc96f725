// The gallery as `npm start` serves it.
import { catalogue, groups } from "../../../examples/gallery/catalogue.js";
import { startExamples } from "../example-server.js";
import { checkAccessibility, checkWidth } from "./checks.js";
import { expect, test as base, widths } from "./example.js";

const test = base.extend("url", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const server = await startExamples(client);
  onCleanup(() => server.close());
  return server.url;
});

test.for(widths)("%d pixels wide, the overview links to every example", async (width, { url, tabs }) => {
  const page = await (await tabs(url, width))();
  const inOrder = groups.flatMap((group) => catalogue.filter((entry) => entry.group === group));
  expect(await page.locator(".cards a").allTextContents()).toEqual(inOrder.map(({ title }) => title));
  await checkWidth(page);
  await checkAccessibility(page);
});

test.for(catalogue)("$name runs beside its source", async ({ name, title, files }, { url, tabs }) => {
  const page = await (await tabs(url, 390))(`/examples/${name}`);
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  expect(await page.locator("h1").textContent()).toBe(title);
  expect(await page.locator(".tabs a[aria-current]").textContent()).toBe(files[0]);
  expect(await page.locator("pre span[class^=token-]").count()).toBeGreaterThan(50);
  await checkWidth(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await checkWidth(page);
  await checkAccessibility(page);
});

test("the issue tracker is one click away", async ({ url, tabs }) => {
  const page = await (await tabs(url, 390))();
  await page.getByRole("link", { name: "issue tracker" }).click();
  await page.getByLabel("Password").waitFor();
});

test("files are shown without a new page, and with one", async ({ url, tabs }) => {
  const page = await (await tabs(url, 1280))("/examples/clock");
  const running = await page.frameLocator("iframe").locator("#clock").elementHandle();
  await page.getByRole("link", { name: "layout.tsx" }).click();
  await page.locator("pre", { hasText: "frame-ancestors" }).waitFor();
  expect(await page.locator(".tabs a[aria-current]").textContent()).toBe("layout.tsx");
  expect(await running?.isVisible()).toBe(true);
  await page.goto("/examples/clock?file=layout.tsx");
  await page.locator("pre", { hasText: "frame-ancestors" }).waitFor();
});

test("who has no mouse skips what is on every page", async ({ url, tabs }) => {
  const page = await (await tabs(url, 390))("/examples/clock");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open alone");
});
