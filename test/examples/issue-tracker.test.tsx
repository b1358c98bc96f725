// The issue tracker as requests see it. How it is to use it: test/browser/issue-tracker-visits.test.tsx.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { eventsOf, formRequest, requestTo, signalsRequest } from "datastar-tsx/testing";
import "datastar-tsx/testing/vitest";
import { describe, expect, onTestFinished, test as base, vi } from "vitest";
import { createApp } from "../../examples/issue-tracker/app.js";
import { openDatabase } from "../../examples/issue-tracker/database.js";
import { attachmentLimit } from "../../examples/issue-tracker/forms.js";
import { findIssue, findIssues } from "../../examples/issue-tracker/issues.js";
import { demoPassword, seed } from "../../examples/issue-tracker/seed.js";
import { startSession } from "../../examples/issue-tracker/sessions.js";
import { findUsers, hashPassword } from "../../examples/issue-tracker/users.js";

const everything = { search: "", state: "all", label: "", assignee: "", pages: 1 } as const;

const password = hashPassword(demoPassword);

const test = base.extend("tracker", async ({}, { onCleanup }) => {
  const database = openDatabase();
  seed(database, await password, 40);
  const { app, hub } = createApp(database);
  onCleanup(async () => {
    await hub.close({ timeout: 100 });
    database.close();
  });
  /** A browser in which somebody is logged in. */
  const as = (name: string) => {
    const user = findUsers(database).find((user) => user.name === name);
    if (user === undefined) throw new Error(`There is no ${name}.`);
    const cookie = `session=${startSession(database, user)}`;
    return (request: Request): Promise<Response> => {
      request.headers.set("cookie", cookie);
      return requestTo(app, request);
    };
  };
  return { app, database, as };
});

const here = "http://localhost";
const asked = (path: string): Request => new Request(new URL(path, here));
const form = (path: string, fields: Record<string, string>, headers = {}): Request =>
  new Request(new URL(path, here), { method: "POST", body: new URLSearchParams(fields), headers });

describe("the login", () => {
  test("leads there first, and then where somebody wanted to go", async ({ tracker: { app } }) => {
    const refused = await requestTo(app, asked("/issues/7?x=1"));
    expect([refused.status, refused.headers.get("location")]).toEqual([303, "/login?then=%2Fissues%2F7%3Fx%3D1"]);
    const sent = { name: "ada", password: demoPassword, then: "/issues/7?x=1" };
    const answer = await requestTo(app, form("/login", sent));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/issues/7?x=1"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await requestTo(app, new Request(`${here}/issues/7`, { headers: { cookie: cookie.split(";")[0]! } }));
    expect(page.status).toBe(200);
  });

  test("keeps the cookie to HTTPS where there is HTTPS, also behind a proxy", async ({ tracker: { app } }) => {
    const sent = { name: "Ada", password: demoPassword, then: "/" };
    const behindProxy = await requestTo(app, form("/login", sent, { "x-forwarded-proto": "https" }));
    expect(behindProxy.headers.get("set-cookie")).toContain("; Secure");
  });

  test.for([
    ["Ada", "wrong"],
    ["nobody", demoPassword],
    ["", ""],
  ])("refuses %s with %s", async ([name = "", password = ""], { tracker: { app } }) => {
    const answer = await requestTo(app, form("/login", { name, password, then: "/" }));
    expect([answer.status, answer.headers.has("set-cookie")]).toEqual([401, false]);
    expect(await answer.text()).toContain("There is nobody with this name and this password.");
  });

  test.for(["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])(
    "does not lead to %s",
    async (then, { tracker: { app } }) => {
      const answer = await requestTo(app, form("/login", { name: "Ada", password: demoPassword, then }));
      expect(answer.headers.get("location")).toBe("/issues");
    },
  );

  test("the database has neither passwords nor tokens", async ({ tracker: { database, as } }) => {
    await as("Ada")(asked("/issues"));
    const { z } = await import("zod");
    const Kept = z.object({ password: z.string(), token_hash: z.string() });
    const [kept] = database.all(Kept, "SELECT password, token_hash FROM users JOIN sessions ON user_id = id");
    expect(kept?.password).not.toContain(demoPassword);
    expect(kept?.token_hash).toMatch(/^[\w-]{43}$/);
  });

  test("an action whose session is over leads to the login", async ({ tracker: { app } }) => {
    const request = signalsRequest("/issues/3/close", {}, { method: "POST" });
    expect(await eventsOf(requestTo(app, request)).all()).toRedirect("/login");
  });

  test("logging out ends the session everywhere, also for tabs that are open", async ({ tracker: { as } }) => {
    const ada = as("Ada");
    const events = eventsOf(ada(signalsRequest("/issues/3/feed")));
    await events.take(1);
    expect((await ada(form("/logout", {}))).headers.get("location")).toBe("/login");
    const rest = [];
    for await (const event of events) {
      rest.push(event);
      if (event.type === "redirect") break;
    }
    expect(rest).toRedirect("/login");
    expect((await ada(asked("/issues"))).status).toBe(303);
  });
});

describe("other sites", () => {
  const foreign = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };

  // Whether a handler reads a form, signals, or nothing.
  test.for(["/issues", "/issues/3/close", "/issues/change", "/logout", "/login"])(
    "may not send to %s",
    async (path, { tracker: { as } }) => {
      const answer = await as("Ada")(form(path, { title: "Sent by another site", body: "", label: "" }, foreign));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("This was sent from another site.");
    },
  );
});

describe("what may be done", () => {
  test("reporters change their own issues, and no others", async ({ tracker: { as, database } }) => {
    const { rows } = findIssues(database, everything);
    const own = rows.find(({ author, state }) => author === "Alan" && state === "open")!;
    const other = rows.find(({ author, state }) => author === "Ada" && state === "open")!;
    const alan = as("Alan");
    expect((await alan(form(`/issues/${own.id}/close`, {}))).headers.get("location")).toBe(`/issues/${own.id}`);
    expect(findIssue(database, own.id)?.state).toBe("closed");

    const refused = await alan(form(`/issues/${other.id}/close`, {}));
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("Only maintainers may change what others have reported.");
    expect(findIssue(database, other.id)?.state).toBe("open");
    expect(await (await alan(asked(`/issues/${other.id}`))).text()).not.toContain("Close issue");
  });

  test("a change of many is done for all of them or for none", async ({ tracker: { as, database } }) => {
    const fields = new URLSearchParams({ action: "close", label: "" });
    const open = findIssues(database, { ...everything, state: "open" }).rows;
    for (const { id } of [open[0]!, { id: 4711 }]) fields.append("issue", String(id));
    const answer = await as("Ada")(new Request(`${here}/issues/change`, { method: "POST", body: fields }));
    expect(answer.status).toBe(404);
    expect(findIssue(database, open[0]!.id)?.state).toBe("open");
  });

  test("what cannot be done is said in a toast, or on a page", async ({ tracker: { as } }) => {
    const alan = as("Alan");
    const events = await eventsOf(alan(signalsRequest("/issues/1/close", {}, { method: "POST" }))).all();
    expect(events).toPatchElements("#toasts", undefined, { mode: "append" });
    const missing = await alan(asked("/issues/4711"));
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining("There is no such issue.")]);
    expect((await alan(asked("/nowhere"))).status).toBe(404);
  });

  test("a failure that nobody has foreseen is reported, and says nothing of itself", async ({
    tracker: { as, database },
  }) => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => report.mockRestore());
    const ada = as("Ada");
    database.run("ALTER TABLE comments RENAME TO remarks");
    const answer = await ada(asked("/issues"));
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain("Something went wrong.");
    expect(text).not.toContain("comments");
    expect(report).toHaveBeenCalledOnce();
  });
});

describe("what is sent", () => {
  test("a title that is too short is refused beside the field, for a browser and for an action", async ({
    tracker: { as, database },
  }) => {
    const ada = as("Ada");
    const before = findIssues(database, everything).total;
    const fields = { title: " x ", body: "It <b>broke</b>.", label: "bug" };
    const page = await ada(form("/issues", fields));
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain("A title has at least 3 characters.");
    expect(text).toContain("It &lt;b>broke&lt;/b>.");
    expect(await eventsOf(ada(formRequest("/issues", fields))).all()).toPatchElements("#issue-form");
    const renamed = await eventsOf(ada(signalsRequest("/issues/1/title", { title: "x" }, { method: "PUT" }))).all();
    expect(renamed).toPatchSignals({ _titleError: "A title has at least 3 characters." });
    expect(findIssues(database, everything).total).toBe(before);
  });

  test("an issue, a comment and a file, without JavaScript", async ({ tracker: { as } }) => {
    const alan = as("Alan");
    const created = await alan(form("/issues", { title: "It broke", body: "Yesterday.", label: "bug" }));
    const path = created.headers.get("location")!;
    expect(path).toBe("/issues/41");
    expect((await alan(form(`${path}/comments`, { comment: "Still broken." }))).headers.get("location")).toBe(path);
    const body = new FormData();
    body.append("file", new File(["<script>alert(1)</script>"], 'a "b"\r\n.html', { type: "text/html" }));
    await alan(new Request(here + path + "/attachments", { method: "POST", body }));
    const page = await (await alan(asked(path))).text();
    expect(page).toContain("Still broken.");
    const file = await alan(asked(/\/attachments\/\d+/.exec(page)![0]));
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringMatching(/^attachment; filename\*=UTF-8''[\w%.]+$/),
      "x-content-type-options": "nosniff",
    });
    expect(await file.text()).toBe("<script>alert(1)</script>");
  });

  test.for([
    [attachmentLimit + 1, "At most 500 KB, please."],
    [2 * attachmentLimit, "That is too large."],
    [0, "The file is empty."],
  ] as const)("a file of %d bytes: %s", async ([size, message], { tracker: { as, database } }) => {
    const file = new File([new Uint8Array(size)], "big.bin");
    const [event] = await eventsOf(as("Ada")(formRequest("/issues/1/attachments", { file }))).all();
    expect(event).toMatchObject({ type: "patchElements", elements: expect.stringContaining(message) });
    expect(findIssue(database, 1)?.attachments).toEqual([]);
  });

  test("a search is text, and no pattern", async ({ tracker: { database, as } }) => {
    await as("Ada")(form("/issues", { title: "100% of _this_ \\ that", body: "", label: "" }));
    const found = (search: string) => findIssues(database, { ...everything, search }).rows.map(({ title }) => title);
    for (const search of ["100%", "_this_", "\\ that", "% of"])
      expect(found(search)).toEqual(["100% of _this_ \\ that"]);
    expect(found("%'; DROP TABLE issues; --")).toEqual([]);
  });

  test("an address that makes no sense shows what it can", async ({ tracker: { as } }) => {
    const answer = await as("Ada")(asked("/issues?state=ajar&label=%22&pages=-1&pages=x"));
    expect(answer.status).toBe(200);
  });
});

describe("what is kept", () => {
  const server = fileURLToPath(new URL("../../examples/issue-tracker/server.ts", import.meta.url));

  async function start(file: string) {
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=datastar-tsx:source", server], {
      env: { ...process.env, PORT: "0", DATABASE: file },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    return { child, url: await addressOf(child) };
  }

  async function addressOf({ stdout }: ChildProcess): Promise<string> {
    for await (const line of createInterface(stdout!)) {
      const [url] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (url !== undefined) return url;
    }
    throw new Error("The server has ended without telling its address.");
  }

  const ended = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGTERM");
    });

  base("issues and sessions are still there when the process was restarted", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "issue-tracker-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "issues.db");
    const send = (url: string, fields: Record<string, string>, cookie = "") =>
      fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { cookie }, redirect: "manual" });

    const first = await start(file);
    const login = await send(`${first.url}/login`, { name: "Ada", password: demoPassword, then: "/" });
    const [cookie] = login.headers.getSetCookie().map((text) => text.split(";")[0]!);
    const created = await send(`${first.url}/issues`, { title: "Written to stay", body: "", label: "" }, cookie);
    expect(created.headers.get("location")).toBe("/issues/201");
    // Somebody looks, while the server is told to stop.
    const feed = await fetch(`${first.url}/issues/201/feed`, {
      headers: { cookie: cookie!, "datastar-request": "true" },
    });
    expect(await ended(first.child)).toBe(0);
    await feed.text().catch(() => {});

    const second = await start(file);
    const page = await fetch(`${second.url}/issues/201`, { headers: { cookie: cookie! } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Written to stay")]);
    expect(await ended(second.child)).toBe(0);
  });

  base(
    "a process that is killed while it writes leaves no lock, and half of nothing",
    { timeout: 60_000 },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "issue-tracker-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      const file = join(folder, "issues.db");
      const killed = spawn(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", dyingWriter, databaseModule, file],
        { stdio: "inherit" },
      );
      expect(await new Promise((resolve) => killed.once("exit", (_, signal) => resolve(signal)))).toBe("SIGKILL");
      const database = openDatabase(file);
      onTestFinished(() => database.close());
      expect(findUsers(database)).toEqual([]);
      expect(seed(database, await password, 1)).toBeUndefined();
      expect(findUsers(database)).not.toEqual([]);
    },
  );

  base("a file that another process has open is refused", async () => {
    const folder = await mkdtemp(join(tmpdir(), "issue-tracker-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "issues.db.pid"), String(process.ppid));
    expect(() => openDatabase(join(folder, "issues.db"))).toThrow(`The process ${process.ppid} uses `);
  });
});

const databaseModule = new URL("../../examples/issue-tracker/database.ts", import.meta.url).href;

/** Ends in the middle of a transaction. */
const dyingWriter = `
  const [module, file] = process.argv.slice(-2);
  const { openDatabase } = await import(module);
  const database = openDatabase(file);
  database.transaction(() => {
    database.run("INSERT INTO users (name, role, password) VALUES ('Half', 'reader', '')");
    process.kill(process.pid, "SIGKILL");
  });
`;
