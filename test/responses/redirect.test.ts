// Replies without content, and those that lead elsewhere.
import { noContent, redirectResponse } from "datastar-tsx";
import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
import { sendNoContent, sendRedirect } from "datastar-tsx/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { open } from "../support/client.js";
import { nodeProtocols, type Received, received } from "../support/replies.js";
import { listen } from "../support/servers.js";

type Options = {
  readonly status?: 301 | 302 | 303 | 307 | 308;
  readonly headers?: { readonly [name: string]: string };
};

interface Redirecting {
  readonly name: string;
  redirect(url: string | URL, from: string, isDatastar: boolean, options?: Options): Promise<Received>;
}

const headersOf = (isDatastar: boolean): { [name: string]: string } =>
  isDatastar ? { "datastar-request": "true" } : {};

const web: Redirecting = {
  name: "web",
  redirect: (url, from, isDatastar, options) => {
    const request = new Request(`http://localhost${from}`, { headers: headersOf(isDatastar) });
    return received(redirectResponse(url, { ...options, request, onError: () => {} }));
  },
};

const node: Redirecting = {
  name: "node",
  redirect: async (url, from, isDatastar, options) => {
    const base = await listen((_, response) => sendRedirect(response, url, { ...options, onError: () => {} }));
    const reply = await open(base.slice(0, -1) + from, { headers: headersOf(isDatastar) });
    return { status: reply.status, headers: reply.headers, body: await reply.text() };
  },
};

describe.each([web, node])("$name", ({ redirect }) => {
  test("a browser gets status 303, and where to go", async () => {
    const reply = await redirect("/todos?done#top", "/todos/5", false);
    expect(reply).toMatchObject({ status: 303, headers: { location: "/todos?done#top" }, body: "" });
    expect(reply.headers["cache-control"]).toBe("no-cache");
  });

  test("another status, and cookies with it", async () => {
    const headers = { "set-cookie": "a=1" };
    expect(await redirect(new URL("https://login.example/a"), "/", false, { status: 307, headers })).toMatchObject({
      status: 307,
      headers: { location: "https://login.example/a", "set-cookie": expect.anything() },
    });
  });

  test("an action gets an event that leads there, with status 200, whatever was said for browsers", async () => {
    const reply = await redirect("/todos?done#top", "/todos/5", true, {
      status: 302,
      headers: { "set-cookie": "a=1" },
    });
    expect(reply).toMatchObject({
      status: 200,
      headers: { "content-type": "text/event-stream", "set-cookie": expect.anything() },
      body: expect.stringContaining('window.location.href = "/todos?done#top"'),
    });
    expect(reply.headers).not.toHaveProperty("location");
  });

  test.each([
    ["done", "/todos/done"],
    ["./?a=1", "/todos/?a=1"],
    ["?a=1#b", "/todos/5?a=1#b"],
    ["../", "/"],
    ["//cdn.example/a", "//cdn.example/a"],
    ["https://a.example/b?c", "https://a.example/b?c"],
  ])("%s is relative to what was asked for, as a browser takes it, and not to the page", async (url, target) => {
    expect((await redirect(url, "/todos/5?q=1", true)).body).toContain(`window.location.href = "${target}"`);
    expect((await redirect(url, "/todos/5?q=1", false)).headers["location"]).toBe(url);
  });

  test("what headers cannot carry is encoded", async () => {
    for (const isDatastar of [false, true]) {
      const reply = await redirect("/größe/日本 a\r\nx: y", "/", isDatastar);
      expect(JSON.stringify(reply)).toContain("/gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC%20a%0D%0Ax:%20y");
      expect(reply.headers).not.toHaveProperty("x");
    }
  });

  test("code is no place to go", async () => {
    for (const isDatastar of [false, true])
      expect(await redirect("javascript:alert(1)", "/", isDatastar)).toMatchObject({ status: 500 });
  });

  test("a status that leads nowhere is refused at the call", () => {
    const options = { status: 200 as 303, request: new Request("http://localhost/") };
    expect(() => redirectResponse("/", options)).toThrow(
      new RangeError("status must be 301, 302, 303, 307 or 308, not 200."),
    );
  });
});

test("development says that it needs the request, where the types are not heeded", () => {
  const report = vi.fn();
  configureDiagnostics({ report });
  onTestFinished(() => configureDiagnostics());
  // @ts-expect-error: without the request
  const response = redirectResponse("/todos");
  expect([response.status, response.headers.get("location")]).toEqual([303, "/todos"]);
  expect(report.mock.calls.map(([{ message }]) => message)).toEqual([
    "redirectResponse() needs the request: an action of Datastar does not go where a redirection leads.",
  ]);
});

// Express takes off what a router is mounted at.
test("node: what was asked for is the whole path", async () => {
  const url = await listen((request, response) => {
    Object.assign(request, { originalUrl: request.url, url: "/5" });
    sendRedirect(response, "done");
  });
  const reply = await open(`${url}todos/5`, { headers: headersOf(true) });
  expect(await reply.text()).toContain('"/todos/done"');
});

describe("no content", () => {
  test("web", async () => {
    const response = noContent({ headers: { "set-cookie": "a=1" } });
    expect([response.status, response.body, response.headers.get("set-cookie")]).toEqual([204, null, "a=1"]);
    expect(noContent().status).toBe(204);
  });

  test.each(nodeProtocols)("$name", async ({ over }) => {
    const reply = await over((response) => {
      response.statusCode = 404;
      sendNoContent(response, { headers: { "x-a": "b" } });
    });
    expect(reply).toMatchObject({ status: 204, headers: { "x-a": "b" }, body: "" });
    expect(reply.headers).not.toHaveProperty("content-length");
  });

  test("an option that does not exist throws at the call", () => {
    expect(() => noContent({ status: 205 } as never)).toThrow('noContent has no option "status"');
  });
});
