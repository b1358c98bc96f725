// What a server gets from the actions.
import type { IncomingMessage } from "node:http";
import { type Child, del, type Expression, get, js, patch, post, put, signals, url } from "datastar-tsx";
import { isDatastarRequest, readForm, readSignals } from "datastar-tsx/node";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { Inbox } from "./inbox.js";
import { type Open, test } from "./page.js";

const state = signals({ name: "Ann & Bob", page: 2, _open: true, ui: { tab: "a/b?", _hover: false } });

/** Opens a page, clicks on its button, and returns what `read` takes from the request. */
async function requestOf<T>(
  open: Open,
  body: Child,
  read: (request: IncomingMessage) => T | Promise<T>,
  prepare?: (page: Page) => Promise<void>,
): Promise<T> {
  const inbox = new Inbox<T>();
  const answer = async (request: IncomingMessage): Promise<Response> => {
    inbox.put(await read(request));
    return new Response(null, { status: 204 });
  };
  const page = await open(<div data-signals={state}>{body}</div>, {
    "GET /*": answer,
    "POST /*": answer,
    "PUT /*": answer,
    "PATCH /*": answer,
    "DELETE /*": answer,
  });
  await prepare?.(page);
  await page.click("button");
  return inbox.next();
}

const button = (action: Expression): Child => <button data-on:click={action}>Send</button>;
const target = ({ method, url }: IncomingMessage): string => `${method} ${decodeURIComponent(url ?? "")}`;

describe("signals", () => {
  const shared = { name: "Ann & Bob", page: 2, ui: { tab: "a/b?" } };

  test("of a part of a set are sent alone, and read by it", async ({ open }) => {
    const part = state.pick("name", "ui");
    const action = button(post("/x", { filterSignals: part }));
    expect(await requestOf(open, action, (request) => readSignals(request))).toEqual({
      name: shared.name,
      ui: shared.ui,
    });
    expect(await requestOf(open, action, (request) => readSignals(request, part))).toEqual(part.initial);
  });

  test.for([
    ["GET", get],
    ["POST", post],
    ["PUT", put],
    ["PATCH", patch],
    ["DELETE", del],
  ] as const)("%s sends those that are not local, and says that it is Datastar", async ([method, action], { open }) => {
    const received = await requestOf(open, button(action("/save")), async (request) => ({
      method: request.method,
      datastar: isDatastarRequest(request),
      signals: await readSignals(request),
    }));
    expect(received).toEqual({ method, datastar: true, signals: shared });
  });

  test("are read by their declaration, which fills in the local ones", async ({ open }) => {
    const received = await requestOf(open, button(post("/save")), (request) => readSignals(request, state));
    expect(received).toEqual({ ...shared, _open: true, ui: { tab: "a/b?", _hover: false } });
  });

  test("are filtered by path", async ({ open }) => {
    const action = post("/save", { filterSignals: { include: /^(ui\.|_open$)/, exclude: "tab$" } });
    expect(await requestOf(open, button(action), (request) => readSignals(request))).toEqual({
      _open: true,
      ui: { _hover: false },
    });
  });

  test("keep the URL's own query with GET and DELETE", async ({ open }) => {
    const action = del("/items?sort=name#top", { filterSignals: { include: "page" } });
    expect(await requestOf(open, button(action), target)).toBe('DELETE /items?sort=name&datastar={"page":2}');
  });

  test("are replaced by a payload, with signals and any data in it", async ({ open }) => {
    const text = "@home(evenings); $name </script> 🖕JS_D";
    const payload = { text, tab: state.ui.tab, next: js`${state.page} + 1`, list: [state.page, null] };
    const received = await requestOf(open, button(post("/save", { payload })), (request) => readSignals(request));
    expect(received).toEqual({ text, tab: "a/b?", next: 3, list: [2, null] });
  });
});

describe("the URL", () => {
  const none = { filterSignals: { include: /^$/ } };

  test("encodes server values and signals alike", async ({ open }) => {
    const action = post(url`/items/${"50% of/what?"}/${state.ui.tab}?name=${state.name}&page=${js`${state.page} + 1`}`);
    const received = await requestOf(open, button(action), ({ url = "" }) => new URL(url, "http://localhost"));
    expect(received.pathname).toBe("/items/50%25%20of%2Fwhat%3F/a%2Fb%3F");
    expect([...received.searchParams]).toEqual([
      ["name", "Ann & Bob"],
      ["page", "3"],
    ]);
  });

  test("can be a signal or an expression", async ({ open }) => {
    expect(await requestOf(open, button(post(js`'/pages/' + ${state.page}`)), target)).toBe("POST /pages/2");
  });

  test.for(["/it's", "/a;b", "/user@home(x)", "/$name", "/`x`", "/%7Bx%7D", "/é🖕", '/"x"'])(
    "%s arrives as it is",
    async (path, { open }) => {
      expect(await requestOf(open, button(post(path, none)), target)).toBe(`POST ${decodeURIComponent(path)}`);
    },
  );
});

describe("headers", () => {
  test("carry text, numbers, signals and expressions", async ({ open }) => {
    const action = get("/items", {
      headers: { "X-Text": "a@b(c); $name", "x-number": 7, XSignal: state.page, "x-expression": js`${state.page} * 2` },
    });
    const received = await requestOf(open, button(action), (request) => request.headers);
    expect(received).toMatchObject({ "x-text": "a@b(c); $name", "x-number": "7", xsignal: "2", "x-expression": "4" });
  });
});

describe("forms", () => {
  const fields = (action: Expression): Child => (
    <>
      <input name="title" value="Tea & cake" />
      <input name="tag" value="a" />
      <input name="tag" value="ü" />
      <button name="do" value="save" data-on:click={action}>
        Save
      </button>
    </>
  );
  const entries = async (request: IncomingMessage) => [...(await readForm(request))];
  const expected = [
    ["title", "Tea & cake"],
    ["tag", "a"],
    ["tag", "ü"],
    ["do", "save"],
  ];
  const form = { contentType: "form" } as const;

  test.for([
    ["GET", get],
    ["POST", post],
    ["PUT", put],
    ["PATCH", patch],
    ["DELETE", del],
  ] as const)("%s sends the fields and the button, and no signals", async ([method, action], { open }) => {
    const received = await requestOf(open, <form>{fields(action("/save", form))}</form>, async (request) => ({
      method: request.method,
      type: request.headers["content-type"],
      entries: await entries(request),
    }));
    expect(received).toEqual({ method, type: "application/x-www-form-urlencoded", entries: expected });
  });

  test("data-on:submit sends the submitter, and the page stays", async ({ open }) => {
    const body = (
      <form data-on:submit={post("/save", form)}>
        <input name="title" value="Tea" />
        <button name="do" value="save" />
      </form>
    );
    expect(await requestOf(open, body, entries)).toEqual([
      ["title", "Tea"],
      ["do", "save"],
    ]);
  });

  test("can be another one than the closest", async ({ open }) => {
    const body = (
      <>
        <form id="it's">
          <input name="title" value="Tea" />
        </form>
        {button(post("/save", { ...form, selector: '[id="it\'s"]' }))}
      </>
    );
    expect(await requestOf(open, body, entries)).toEqual([["title", "Tea"]]);
  });

  test("carry files", async ({ open }) => {
    const body = (
      <form enctype="multipart/form-data">
        <input name="title" value="Ümläut" />
        <input type="file" name="file" />
        {button(post("/save", form))}
      </form>
    );
    const bytes = Buffer.from([0, 13, 10, 255]);
    const received = await requestOf(open, body, readForm, (page) =>
      page.setInputFiles("input[type=file]", { name: "a b.bin", mimeType: "application/x-test", buffer: bytes }),
    );
    const file = received.get("file");
    if (!(file instanceof File)) throw new Error("There is no file.");
    expect(received.get("title")).toBe("Ümläut");
    expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual([
      "a b.bin",
      "application/x-test",
      bytes,
    ]);
  });

  test("are not sent while they are invalid", async ({ open }) => {
    const body = (
      <form>
        <input name="title" required />
        {button(post("/save", form))}
      </form>
    );
    const fillIn = async (page: Page): Promise<void> => {
      await page.click("button");
      await page.fill("input", "Tea");
    };
    expect(await requestOf(open, body, entries, fillIn)).toEqual([["title", "Tea"]]);
  });
});
