import { readForm, readSignals, signals } from "datastar-tsx";
import { formRequest, signalsRequest } from "datastar-tsx/testing";
import { expect, test } from "vitest";

const headersOf = (request: Request) => Object.fromEntries(request.headers);

test("a request as @get sends it", () => {
  const request = signalsRequest("/todos?page=2", { draft: "a&b" });
  expect(request.method).toBe("GET");
  expect(request.url).toBe("http://localhost/todos?page=2&datastar=%7B%22draft%22%3A%22a%26b%22%7D");
  expect(headersOf(request)).toEqual({
    accept: "text/event-stream, text/html, application/json",
    "datastar-request": "true",
    "sec-fetch-site": "same-origin",
  });
});

test("a request as @post sends it", async () => {
  const request = signalsRequest("/todos", { draft: "Tea" }, { method: "POST" });
  expect(headersOf(request)).toEqual({
    accept: "text/event-stream, text/html, application/json",
    "content-type": "application/json",
    "datastar-request": "true",
    origin: "http://localhost",
    "sec-fetch-site": "same-origin",
  });
  expect(await request.text()).toBe('{"draft":"Tea"}');
});

test("DELETE has its signals in the query, QUERY in the body", async () => {
  expect(new URL(signalsRequest("/x", { a: 1 }, { method: "DELETE" }).url).search).toBe("?datastar=%7B%22a%22%3A1%7D");
  expect(await signalsRequest("/x", { a: 1 }, { method: "QUERY" }).text()).toBe('{"a":1}');
});

test("local signals stay in the page, and so do objects with nothing else in them", async () => {
  const request = signalsRequest("/", { _open: true, ui: { _tab: 1 }, a: { _b: 1, c: [{ _d: 1 }] } });
  expect(await readSignals(request)).toEqual({ a: { c: [{ _d: 1 }] } });
});

test("a set of signals stands for its initial values", async () => {
  const todo = signals({ draft: "", filter: "all", _sending: false });
  expect(await readSignals(signalsRequest("/", todo, { method: "PUT" }))).toEqual({ draft: "", filter: "all" });
});

test("headers and a signal of one's own", () => {
  const leaving = new AbortController();
  const request = signalsRequest("/", {}, { headers: { cookie: "a=1", accept: "*/*" }, signal: leaving.signal });
  expect(request.headers.get("cookie")).toBe("a=1");
  expect(request.headers.get("accept")).toBe("*/*");
  leaving.abort();
  expect(request.signal.aborted).toBe(true);
});

test("a form is urlencoded", async () => {
  const request = formRequest("/profile", { name: "Ada & Co", age: 36, tag: ["a", "b"] });
  expect(request.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  expect(await request.clone().text()).toBe("name=Ada+%26+Co&age=36&tag=a&tag=b");
  expect((await readForm(request)).getAll("tag")).toEqual(["a", "b"]);
});

test("a form that is sent with GET is in the query", () => {
  const request = formRequest("/search?lang=en", { q: "tea" }, { method: "GET" });
  expect(request.url).toBe("http://localhost/search?lang=en&q=tea");
});

test("a form with a file is multipart", async () => {
  const photo = new File(["png"], "ada.png", { type: "image/png" });
  const form = await readForm(formRequest("/profile", { name: "Ada", photo }));
  const file = form.get("photo");
  if (!(file instanceof File)) throw new Error("No file.");
  expect([form.get("name"), file.name, file.type, await file.text()]).toEqual(["Ada", "ada.png", "image/png", "png"]);
});

test("multipart can be said, and not said: then of a file nothing is sent, as in a browser", async () => {
  expect(formRequest("/", { a: "b" }, { multipart: true }).headers.get("content-type")).toMatch(/^multipart\//);
  const photo = new File(["png"], "ada.png");
  expect(await formRequest("/", { photo }, { multipart: false }).text()).toBe("photo=%5Bobject+File%5D");
});

test("what cannot be signals is refused", () => {
  expect(() => signalsRequest("/", { big: 1n as never })).toThrow(TypeError);
});
