// What an editor shows while TSX is written.
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LanguageServer } from "./language-server.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = join(import.meta.dirname, "being-written.tsx");
const server = new LanguageServer([join(root, "node_modules", "typescript", "bin", "tsc"), "--lsp", "--stdio"], root);

beforeAll(() => server.start(root), 60_000);
afterAll(() => server.stop());

/** Where `|` stands in a text, and the text without it. */
function cursor(marked: string) {
  const before = marked.slice(0, marked.indexOf("|")).split("\n");
  return {
    text: marked.replace("|", ""),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

let version = 0;

async function ask(method: string, marked: string): Promise<unknown> {
  const { text, position } = cursor(
    `import { js, post, signals } from "datastar-tsx";\nconst todo = signals({ draft: "", ui: { open: false } });\n${marked}`,
  );
  const path = file.replace(".tsx", `-${version++}.tsx`);
  server.open(path, text);
  return server.request(method, { textDocument: { uri: pathToFileURL(path).href }, position });
}

async function completions(marked: string): Promise<string[]> {
  const result = (await ask("textDocument/completion", marked)) as
    | { items: { label: string }[] }
    | { label: string }[]
    | null;
  const items = Array.isArray(result) ? result : (result?.items ?? []);
  return items.map(({ label }) => label.replace(/^"|"?\??$/g, ""));
}

async function hover(marked: string): Promise<string> {
  const result = (await ask("textDocument/hover", marked)) as { contents: { value: string } | string } | null;
  return typeof result?.contents === "string" ? result.contents : (result?.contents.value ?? "");
}

const attribute = (name: string) => `https://data-star.dev/reference/attributes#${name}`;

test("completes the attributes of a button: those of Datastar, of HTML and of ARIA", async () => {
  expect(await completions("<button data-on| />;")).toEqual(
    expect.arrayContaining([
      "data-on",
      "data-on:click",
      "data-on:keydown",
      "data-on:submit",
      "data-on-intersect",
      "data-show",
      "disabled",
      "aria-label",
    ]),
  );
});

test("completes the events of data-on", async () => {
  expect(await completions("<button data-on={{ cl| }} />;")).toEqual(
    expect.arrayContaining(["click", "keydown", "datastar-fetch"]),
  );
});

test("completes the modifiers of an attribute", async () => {
  expect(await completions("<button data-on:click={{ do: js`1`, | }} />;")).toEqual(
    expect.arrayContaining([
      "once",
      "debounce",
      "throttle",
      "delay",
      "outside",
      "window",
      "prevent",
      "stop",
      "viewtransition",
    ]),
  );
  expect(await completions("<p data-init={{ do: js`1`, | }} />;")).toEqual(
    expect.arrayContaining(["delay", "viewtransition"]),
  );
});

test("completes the values of an attribute", async () => {
  expect(await completions('<input type="|" />;')).toEqual(expect.arrayContaining(["checkbox", "email", "number"]));
});

test("completes the options of an action", async () => {
  expect(await completions('post("/x", { | });')).toEqual(
    expect.arrayContaining(["contentType", "filterSignals", "retryMaxCount"]),
  );
});

test("completes declared signals", async () => {
  expect(await completions("todo.|")).toEqual(expect.arrayContaining(["draft", "ui", "patch"]));
  expect(await completions("todo.ui.|")).toContain("open");
});

test("shows what an attribute of Datastar is, with its reference", async () => {
  expect(await hover("<p data-sh|ow={todo.ui.open} />;")).toContain(attribute("data-show"));
  expect(await hover("<p data-cl|ass={{ open: todo.ui.open }} />;")).toContain(attribute("data-class"));
});

test("shows what the event of a listener is", async () => {
  const text = await hover("<p data-on:cl|ick={js`1`} />;");
  expect(text).toContain(attribute("data-on"));
  expect(text).toContain("PointerEvent");
});

test("shows the reference of an attribute of HTML", async () => {
  expect(await hover("<input maxl|ength={1} />;")).toContain("https://developer.mozilla.org/");
});

test("shows the type of a signal", async () => {
  expect(await hover("todo.ui.op|en;")).toContain("Signal<boolean>");
});
