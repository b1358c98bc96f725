import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
// Files in visits, with the real client: as signals, and in forms that actions send.
import {
  pageResponse,
  DatastarScript,
  post,
  readForm,
  readSignals,
  signals,
  signalsResponse,
  elementsResponse,
} from "datastar-tsx";
import { type FetchHandler, visit } from "datastar-tsx/testing";
import { expect } from "vitest";
import { test as base } from "./page.js";

const test = base.extend("clientFile", { scope: "file" }, async ({ client }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), "datastar-tsx-files-"));
  onCleanup(() => rm(folder, { recursive: true }));
  const file = join(folder, "datastar.js");
  await writeFile(file, client);
  return file;
});

const state = signals({ photos: [] as { name: string; contents: string; mime: string }[], title: "T" });

const app: FetchHandler = async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/signals") {
    const { photos } = await readSignals(request, state);
    return signalsResponse({
      title: photos.map(({ name, mime, contents }) => `${name} ${mime} ${atob(contents)}`).join(),
    });
  }
  if (pathname === "/form") {
    const form = await readForm(request);
    const texts = await Promise.all(
      form.getAll("photos").map(async (file) => (file instanceof File ? `${file.name} ${await file.text()}` : file)),
    );
    return elementsResponse(<output id="got">{`${texts.join()} ${String(form.get("by"))}`}</output>);
  }
  return pageResponse(
    <html lang="en">
      <head>
        <title>Files</title>
        <DatastarScript />
      </head>
      <body data-signals={state}>
        <label>
          Bound <input type="file" multiple data-bind={state.photos} />
        </label>
        <button data-on:click={post("/signals")}>Send signals</button>
        <p data-text={state.title} />
        <form enctype="multipart/form-data" data-on:submit={post("/form", { contentType: "form" })}>
          <label>
            In a form <input type="file" name="photos" required />
          </label>
          <button name="by" value="button">
            Send form
          </button>
        </form>
        <output id="got" />
      </body>
    </html>,
  );
};

const text = (name: string, content: string): File => new File([content], name, { type: "text/plain" });

test("as signals", async ({ clientFile: client }) => {
  await using page = await visit(app, "/", { client });
  await page.attach("Bound", [text("a.txt", "Tea"), text("b.txt", "Milk")]);
  expect(page.signals["photos"]).toMatchObject([{ name: "a.txt", mime: "text/plain" }, { name: "b.txt" }]);
  await page.click("Send signals");
  expect(page.text("css=p")).toBe("a.txt text/plain Tea,b.txt text/plain Milk");
});

test("in a form", async ({ clientFile: client }) => {
  await using page = await visit(app, "/", { client });
  await expect(page.click("Send form")).rejects.toThrow("The form is not valid");
  await page.attach("In a form", text("ä “b”.txt", "Tea"));
  await page.click("Send form");
  expect(page.text("css=#got")).toBe("ä “b”.txt Tea button");
});
