// Ways from page to page, and what the visitor takes along. None of these pages has the client.
import { type FetchHandler, visit } from "datastar-tsx/testing";
import { describe, expect, test } from "vitest";

const html = (body: string, status = 200): Response =>
  new Response(`<!doctype html><html lang="en"><body>${body}</body></html>`, {
    status,
    headers: { "content-type": "text/html" },
  });

const redirect = (location: string, status: number, ...cookies: readonly string[]): Response => {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status, headers });
};

const appOf =
  (pages: { readonly [path: string]: FetchHandler }): FetchHandler =>
  (request) =>
    pages[new URL(request.url).pathname]?.(request) ?? html("No such page", 404);

describe("cookies", () => {
  const shown: FetchHandler = (request) =>
    html(`<p>${request.headers.get("cookie")}</p><a href="/in">in</a><a href="/out">out</a>
      <button onclick="document.cookie = 'a=1'">script</button>`);
  const app = appOf({
    "/": shown,
    "/in": () => redirect("/", 303, "__Host-s=1; Path=/; HttpOnly; Secure; SameSite=Lax", "t=2; Path=/"),
    "/out": () => redirect("/", 303, "__Host-s=; Path=/; Secure; Max-Age=0"),
  });

  test("are kept, and taken away", async () => {
    await using page = await visit(app, "/in");
    expect(page.text("css=p")).toBe("__Host-s=1; t=2");
    await page.click("out");
    expect(page.text("css=p")).toBe("t=2");
  });

  test("of scripts are sent", async () => {
    await using page = await visit(app, "/");
    await page.click("script");
    await page.reload();
    expect(page.text("css=p")).toBe("a=1");
  });
});

describe("redirections", () => {
  const app = appOf({
    "/": () =>
      html(`<form method="post" action="/see"><input name="a" value="1"><button>See</button>
      <button formaction="/again">Again</button></form>`),
    "/see": () => redirect("/done?x=1#y", 302),
    "/again": () => redirect("/done", 307),
    "/done": async (request) => html(`<p>${request.method} ${await request.text()}</p>`),
    "/loop": () => redirect("/loop", 302),
    "/away": () => redirect("https://login.example/", 302),
  });

  test("see another page", async () => {
    await using page = await visit(app, "/");
    await page.click("See");
    expect([page.url, page.text("css=p")]).toEqual(["http://localhost/done?x=1#y", "GET"]);
  });

  test("send the same again", async () => {
    await using page = await visit(app, "/");
    await page.click("Again");
    expect([page.url, page.text("css=p")]).toEqual(["http://localhost/done", "POST a=1"]);
  });

  test.for([
    ["/loop", "/loop redirects again and again."],
    ["/away", "/away redirects to https://login.example/, which is not of the app that is visited."],
  ] as const)("%s is an error", async ([path, message]) => {
    await expect(visit(app, path)).rejects.toThrow(message);
  });
});

describe("pages", () => {
  test.for([
    ["a link", `<a href="/b?c#d">Go</a>`, "http://localhost/b?c#d"],
    ["a place in the page", `<a href="#d">Go</a>`, "http://localhost/#d"],
    ["a script", `<button onclick="location = '/b'">Go</button>`, "http://localhost/b"],
    [
      "a form that a script sends",
      `<form action="/b"><input name="x" /></form><button onclick="document.forms[0].submit()">Go</button>`,
      "http://localhost/b?x=",
    ],
    ["the history", `<button onclick="history.pushState({}, '', '/n')">Go</button>`, "http://localhost/n"],
  ] as const)("by %s", async ([, body, url]) => {
    await using page = await visit(appOf({ "/": () => html(body), "/b": () => html("B") }), "/");
    await page.click("Go");
    expect(page.url).toBe(url);
  });

  test("of errors are pages as well", async () => {
    await using page = await visit(appOf({ "/": () => html(`<a href="/b">B</a>`) }), "/");
    await page.click("B");
    expect([page.status, page.text()]).toEqual([404, "No such page"]);
  });

  test("that the app cannot make are errors", async () => {
    const app = (): never => {
      throw new Error("Boom");
    };
    await expect(visit(app, "/")).rejects.toThrow("Boom");
  });
});
