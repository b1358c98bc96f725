// The issue tracker: in Chromium as people use it, at both widths, and in visits. Its answers to requests are tested in
// test/examples.
import { visit } from "datastar-tsx/testing";
import type { Page } from "playwright-core";
import { describe } from "vitest";
import { openDatabase } from "../../../examples/issue-tracker/database.js";
import { demoPassword, seed } from "../../../examples/issue-tracker/seed.js";
import { startSession } from "../../../examples/issue-tracker/sessions.js";
import { findUsers, hashPassword } from "../../../examples/issue-tracker/users.js";
import { eventually } from "../page.js";
import { checkAccessibility, checkWidth } from "./checks.js";
import { expect, served, test as base, widths } from "./example.js";

const password = hashPassword(demoPassword);
// Passwords are hashed slowly on purpose, which takes its time on a machine that does much else.
const timeout = 60_000;

const test = base
  .extend("tracker", async ({ clientFile: client }, { onCleanup }) => {
    // It looks for the client when it is loaded.
    const { createApp } = await import("../../../examples/issue-tracker/app.js");
    const database = openDatabase();
    seed(database, await password, 200);
    const { app, hub } = createApp(database);
    const server = await served(app);
    onCleanup(async () => {
      await hub.close({ timeout: 100 });
      await server[Symbol.asyncDispose]();
      database.close();
    });
    /** Opens a page as somebody who is logged in, without a browser. */
    const as = (name: string, path: string) => {
      const user = findUsers(database).find((user) => user.name === name);
      if (user === undefined) throw new Error(`There is no ${name}.`);
      return visit(app, path, { client, cookies: { session: startSession(database, user) }, timeout });
    };
    return { url: server.url, as };
  })
  // A browser of somebody. It is closed before the server is, which it would ask again and again.
  .extend("enter", async ({ tracker, tabs }, { onCleanup }) => {
    const pages: Page[] = [];
    onCleanup(async () => {
      for (const page of pages) await page.context().close();
    });
    return async (width: number): Promise<Page> => {
      const page = await (await tabs(tracker.url, width))();
      page.context().setDefaultTimeout(timeout);
      pages.push(page);
      return page;
    };
  });

const looks = async (page: Page): Promise<void> => {
  await checkWidth(page);
  await checkAccessibility(page);
};

const logIn = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: "Issues", exact: true }).waitFor();
};

test.for(widths)("a working day, %d pixels wide", { timeout: 180_000 }, async (width, { enter, problems }) => {
  const ada = await enter(width);
  const grace = await enter(width);

  // The login refuses what is wrong.
  await looks(ada);
  await ada.getByLabel("Name").fill("Ada");
  await ada.getByLabel("Password").fill("wrong");
  await ada.getByRole("button", { name: "Log in" }).click();
  await ada.getByRole("alert").getByText("There is nobody").waitFor();
  await problems.expect(/401/);
  await logIn(ada, "Ada");
  await logIn(grace, "Grace");
  await looks(ada);

  // The list goes on where it ends, and is searched while somebody types.
  const rows = ada.locator(".issues li");
  await ada.locator(".count", { hasText: "150 issues" }).waitFor();
  await ada.locator(".more").scrollIntoViewIfNeeded();
  await eventually(() => rows.count()).toBeGreaterThan(30);
  await eventually(() => ada.url()).toContain("pages=");
  await ada.getByLabel("Search").fill("dark mode");
  await ada
    .locator(".count", { hasText: /^\d+ issues$/ })
    .filter({ hasNotText: "150" })
    .waitFor();
  await eventually(() => ada.url()).toMatch(/\/issues\?search=dark%20mode$/);
  await ada.getByLabel("State").selectOption("closed");
  await eventually(() => ada.url()).toContain("state=closed");
  await ada.reload();
  expect(await ada.getByLabel("Search").inputValue()).toBe("dark mode");
  await ada.goto("/issues");

  // A new issue: what is wrong is said beside the field, and it is there for everybody.
  await ada.getByRole("link", { name: "New issue" }).click();
  const dialog = ada.getByRole("dialog");
  await dialog.getByLabel("Title").fill("x");
  await dialog.getByRole("button", { name: "Create issue" }).click();
  await dialog.getByText("A title has at least 3 characters.").waitFor();
  await looks(ada);
  await dialog.getByLabel("Title").fill("The <kettle> @get(stuck)");
  await dialog.getByLabel("Description").fill("It boils.\n\nAnd boils.");
  await dialog.getByLabel("Label").selectOption("bug");
  await dialog.getByRole("button", { name: "Create issue" }).click();
  await ada.getByRole("heading", { name: "The <kettle> @get(stuck)" }).waitFor();
  await grace.getByRole("link", { name: "The <kettle> @get(stuck)" }).click();

  // Both see who is there, and what the other does.
  await ada.locator("#viewers", { hasText: "Grace" }).waitFor();
  await grace.locator("#viewers", { hasText: "Ada" }).waitFor();
  await ada.getByLabel("Your comment").fill("On it.");
  await ada.getByRole("button", { name: "Comment" }).click();
  await grace.locator(".comment", { hasText: "On it." }).waitFor();
  await eventually(() => ada.getByLabel("Your comment").inputValue()).toBe("");
  await looks(ada);

  // The title is edited in its place, while others go on.
  await ada.getByRole("button", { name: "Edit" }).click();
  await ada.getByLabel("Title").fill("x");
  await ada.keyboard.press("Enter");
  await ada.getByText("A title has at least 3 characters.").waitFor();
  await grace.getByLabel("Assignee").selectOption("Grace");
  await ada.locator(`#issue select option[value="Grace"][selected]`).waitFor({ state: "attached" });
  expect(await ada.getByLabel("Title").inputValue()).toBe("x");
  await looks(ada);
  await ada.getByLabel("Title").fill("The kettle");
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByRole("heading", { name: "The kettle" }).waitFor();
  await grace.getByRole("heading", { name: "The kettle" }).waitFor();
  await grace.getByLabel("performance").check();
  await ada.locator("label.choice", { hasText: "performance" }).locator("input:checked").waitFor();

  // A file that is too large is not sent.
  const file = ada.getByLabel("Add a file");
  await file.setInputFiles({
    name: "big.bin",
    mimeType: "application/octet-stream",
    buffer: Buffer.alloc(500_001),
  });
  await ada.getByRole("button", { name: "Attach" }).click();
  expect(await file.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe("At most 500 KB, please.");
  await file.setInputFiles({ name: "tea.txt", mimeType: "text/plain", buffer: Buffer.from("Tea") });
  await ada.getByRole("button", { name: "Attach" }).click();
  await grace.getByRole("link", { name: "tea.txt" }).waitFor();
  await eventually(() => file.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0);
  await looks(ada);

  // Many at once.
  await ada.goto("/issues");
  for (const box of (await rows.getByRole("checkbox").all()).slice(0, 3)) await box.check();
  await ada.locator(".bulk").waitFor();
  await looks(ada);
  await ada.getByRole("button", { name: "Close", exact: true }).and(ada.locator(".bulk button")).click();
  await ada.locator(".count", { hasText: "148 issues" }).waitFor();
  await ada.locator(".bulk").waitFor({ state: "hidden" });
  await grace.locator(".state", { hasText: "Closed" }).waitFor();

  // Whoever logs out is logged out in all tabs.
  const second = await ada.context().newPage();
  problems.watch(second);
  await second.goto("/issues/12");
  await second.locator("#viewers", { hasText: "Ada" }).waitFor();
  await ada.getByRole("button", { name: "Log out" }).click();
  await ada.getByRole("heading", { name: "Log in" }).waitFor();
  await second.getByRole("heading", { name: "Log in" }).waitFor();
});

const schemes = ["light", "dark"] as const;
test.for(schemes)("all pages can be read in %s", { timeout: 180_000 }, async (colorScheme, { enter, problems }) => {
  const page = await enter(1280);
  await page.emulateMedia({ colorScheme });
  await looks(page);
  await logIn(page, "Ada");
  for (const path of ["/issues?search=login", "/issues/new", "/issues/3", "/nowhere"]) {
    await page.goto(path);
    await looks(page);
  }
  await problems.expect(/404/);
});

test(
  "without JavaScript, issues are found, created and discussed",
  { timeout: 180_000 },
  async ({ tracker, browser }) => {
    await using context = await browser.newContext({ baseURL: tracker.url, javaScriptEnabled: false });
    context.setDefaultTimeout(timeout);
    const page = await context.newPage();
    await page.goto("/issues?label=bug");
    await logIn(page, "Alan");
    expect(new URL(page.url()).search).toBe("?label=bug");
    await page.getByLabel("Search").fill("calendar");
    await page.getByRole("button", { name: "Search" }).click();
    await page.locator(".count", { hasText: /^\d issues/ }).waitFor();
    await page.goto("/issues");
    await page.getByRole("link", { name: "30 more" }).click();
    await page.waitForURL("**/issues?pages=2");
    expect(await page.locator(".issues li").count()).toBe(60);

    await page.getByRole("link", { name: "New issue" }).click();
    await page.getByLabel("Title").fill("x");
    await page.getByRole("button", { name: "Create issue" }).click();
    await page.getByText("A title has at least 3 characters.").waitFor();
    await page.getByLabel("Title").fill("By post");
    await page.getByRole("button", { name: "Create issue" }).click();
    await page.getByLabel("Your comment").fill("It arrived.");
    await page.getByRole("button", { name: "Comment" }).click();
    await page.locator(".comment", { hasText: "It arrived." }).waitFor();
    await page.getByRole("button", { name: "Close issue" }).click();
    await page.locator(".state", { hasText: "Closed" }).waitFor();
  },
);

describe("in a visit", { timeout: 180_000 }, () => {
  test("two people see what each of them does", async ({ tracker: { as } }) => {
    await using ada = await as("Ada", "/issues/7");
    await using alan = await as("Alan", "/issues/7");
    await ada.until(() => expect(ada.text("css=#viewers")).toContain("Alan"));
    await ada.fill("Your comment", "Tea?");
    await ada.click("Comment");
    await alan.until(() => expect(alan.text("css=#issue")).toContain("Tea?"));
    await ada.click("Edit");
    await ada.fill("css=#new-title", "no");
    await ada.click("css=#title-form .primary");
    expect(ada.text()).toContain("A title has at least 3 characters.");
    await ada.fill("css=#new-title", "Tea is cold");
    await ada.click("css=#title-form .primary");
    await alan.until(() => expect(alan.text("css=h1")).toBe("Tea is cold"));
  });

  test("a list follows what happens elsewhere, and what is asked of it", async ({ tracker: { as } }) => {
    await using ada = await as("Ada", "/issues?search=calendar");
    await using grace = await as("Grace", "/issues?search=calendar");
    const before = grace.text("css=.count");
    await ada.click("css=.issues li:first-child input");
    await ada.click("css=.bulk button[value=close]");
    await grace.until(() => expect(grace.text("css=.count")).not.toBe(before));
    await grace.select("State", "All");
    await grace.until(() => expect(grace.url).toContain("?search=calendar&state=all"));
    // Of what it is asked for now, it hears as well.
    const all = grace.text("css=.issues");
    await ada.goto("/issues/new");
    await ada.fill("Title", "The calendar has no Sundays");
    await ada.click("Create issue");
    await grace.until(() => expect(grace.text("css=.issues")).not.toBe(all));
  });

  test("what is not allowed is said in a toast", async ({ tracker: { as } }) => {
    await using ada = await as("Ada", "/issues/1");
    await using alan = await as("Alan", "/issues/2");
    // His page has what it may not have.
    const form = alan.document.importNode(ada.find("css=#title-form"), true);
    alan.find("css=#content").append(form);
    await alan.settled();
    // Nobody can send a form that is hidden, but a script can.
    (form as HTMLFormElement).requestSubmit();
    await alan.settled();
    expect(alan.text("css=#toasts")).toContain("Only maintainers may change");
  });
});
