// <Defer> in the page as the client leaves it: placeholders at once, then each part when it is ready.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatastarScript, Defer, type DeferProps, get, js, pageResponse, stream as webStream } from "datastar-tsx";
import { sendElements, stream } from "datastar-tsx/node";
import { visit } from "datastar-tsx/testing";
import { expect, onTestFinished } from "vitest";
import { deferred } from "../support/deferred.js";
import { eventually, test } from "./page.js";

const names = ["sales", "news", "mail", "stock"] as const;

type Name = (typeof names)[number];

/** Parts that are ready when the test says so. */
function slowParts(props: (name: Name) => Partial<DeferProps> = () => ({})) {
  const ready = {
    sales: deferred<string>(),
    news: deferred<string>(),
    mail: deferred<string>(),
    stock: deferred<string>(),
  };
  const begun: Name[] = [];
  const left: Name[] = [];
  const Part = ({ name }: { name: Name }) => (
    <Defer id={name} placeholder="…" error={<b>No {name} today.</b>} {...props(name)}>
      {async (signal) => {
        begun.push(name);
        signal.addEventListener("abort", () => left.push(name));
        return <em data-text={js`'the ' + ${await ready[name].promise}`} />;
      }}
    </Defer>
  );
  return { ready, begun, left, parts: () => names.map((name) => <Part name={name} />), Part };
}

const clicks = (
  <button data-signals:clicks={0} data-on:click="$clicks++" data-text="$clicks">
    0
  </button>
);

test("a stream of the page: it can be used at once, and parts come as they are ready, whether one fails or not", async ({
  open,
}) => {
  const { ready, parts } = slowParts();
  const errors: unknown[] = [];
  const page = await open(
    () => (
      <main data-init={get("/parts")}>
        {clicks}
        {parts()}
      </main>
    ),
    {
      "GET /parts": (request, response) =>
        stream(request, response, (sse) => sse.patchEach(parts()), { onError: (error) => errors.push(error) }),
    },
  );
  const text = (name: Name) => page.textContent(`#${name}`);
  await page.click("button");
  expect(await page.textContent("button")).toBe("1");
  expect(await Promise.all(names.map(text))).toEqual(["…", "…", "…", "…"]);
  expect(await page.locator("[aria-busy]").count()).toBe(4);

  ready.mail.resolve("mail");
  await eventually(() => text("mail")).toBe("the mail");
  ready.sales.reject(new Error("no sales"));
  await eventually(() => text("sales")).toBe("No sales today.");
  expect(await page.locator("[aria-busy]").count()).toBe(2);
  ready.stock.resolve("stock");
  ready.news.resolve("news");
  await eventually(() => Promise.all(names.map(text))).toEqual([
    "No sales today.",
    "the news",
    "the mail",
    "the stock",
  ]);
  expect(await page.locator("[aria-busy]").count()).toBe(0);
  expect(errors).toEqual([new Error("no sales")]);
});

test("requests of their own: one each, which lazy ones send when they come into view", async ({ open }) => {
  const { ready, parts, Part } = slowParts((name) => ({
    src: `/parts/${name}`,
    ...(name === "stock" ? ({ loading: "lazy", style: "margin-top: 3000px" } as const) : {}),
  }));
  const asked: Name[] = [];
  const page = await open(
    () => (
      <main>
        {clicks}
        {parts()}
      </main>
    ),
    Object.fromEntries(
      names.map((name) => [
        `GET /parts/${name}` as const,
        (_request, response) => {
          asked.push(name);
          return sendElements(response, <Part name={name} />, { onError: () => {} });
        },
      ]),
    ),
  );
  await eventually(() => asked.toSorted()).toEqual(["mail", "news", "sales"]);
  ready.news.resolve("news");
  await eventually(() => page.textContent("#news")).toBe("the news");
  ready.mail.reject(new Error("no mail"));
  await eventually(() => page.textContent("#mail")).toBe("No mail today.");
  expect(await page.textContent("#stock")).toBe("…");
  await page.locator("#stock").scrollIntoViewIfNeeded();
  ready.stock.resolve("stock");
  await eventually(() => page.textContent("#stock")).toBe("the stock");
  await page.click("button");
  expect([await page.textContent("button"), asked.length]).toEqual(["1", 4]);
});

test("whoever leaves the page ends the work on its parts", async ({ open }) => {
  const { begun, left, parts, Part } = slowParts();
  const page = await open(
    () => (
      <main data-init={get("/parts")}>
        {parts()}
        <Defer id="own" placeholder="…" error="" src="/own">
          {() => ""}
        </Defer>
      </main>
    ),
    {
      "GET /parts": (request, response) => stream(request, response, (sse) => sse.patchEach([<Part name="news" />])),
      "GET /own": (_request, response) => sendElements(response, <Part name="mail" />),
    },
  );
  await eventually(() => begun.toSorted()).toEqual(["mail", "news"]);
  await page.goto("about:blank");
  await eventually(() => left.toSorted()).toEqual(["mail", "news"]);
});

test("without a browser, a visit sees the placeholder, and then the part", async ({ client }) => {
  const { ready, parts } = slowParts();
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-defer-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "datastar.js");
  await writeFile(file, client);
  const app = (request: Request) =>
    new URL(request.url).pathname === "/parts"
      ? webStream(request, (sse) => sse.patchEach(parts()))
      : pageResponse(
          <html lang="en">
            <head>
              <title>Parts</title>
              <DatastarScript src="/datastar.js" />
            </head>
            <body data-init={get("/parts")}>{parts()}</body>
          </html>,
        );
  const page = await visit(app, "/", { client: file });
  expect(page.text("css=#news")).toBe("…");
  ready.news.resolve("news");
  await page.until(() => page.text("css=#news") === "the news");
  await page.close();
});
