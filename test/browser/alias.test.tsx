// A client with an alias: what is printed for it works there, scripts included, and names without it are not read.
import { createHash } from "node:crypto";
import { configureClient, js, post, signals } from "datastar-tsx";
import { hostClient, stream } from "datastar-tsx/node";
import { expect } from "vitest";
import { integrityOf } from "../../src/base/client-versions.js";
import { findReleased, versionOf } from "./client.js";
import { test } from "./page.js";

configureClient({ alias: "star" });

const { count, name, seen } = signals({ count: 1, name: "a", seen: "" });

/** The client as the build with an alias has it: besides its name, they differ in this one line. */
async function aliasedClient(): Promise<string> {
  const aliased = String(await findReleased("datastar.js"))
    .replace("// Datastar v", "// Datastar Aliased v")
    .replace(
      /(\w+)=e=>`data-\$\{e\}`,(\w+)=e=>e;/,
      '$1=e=>`data-star-${e}`,$2=e=>e.startsWith("star-")?e.slice(5):null;',
    )
    .replace("=datastar.js.map", "=datastar-aliased.js.map");
  const hash = createHash("sha384").update(aliased).digest("base64");
  expect(`sha384-${hash}`).toBe(integrityOf(versionOf(), "datastar-aliased.js"));
  return aliased;
}

test("attributes, patches and scripts", async ({ open }) => {
  const client = await aliasedClient();
  const page = await open(
    <main data-signals={{ count: 1, name: "a", seen: "" }}>
      <p id="shown" data-text={js`${count} + 1`} />
      <p id="other" />
      <input data-bind={name} />
      <b id="kept" data-ignore-morph>
        mine
      </b>
      <button data-on:click__prevent={post("/act")}>Act</button>
    </main>,
    {
      "GET /datastar.js": (_request, response) => response.setHeader("content-type", "text/javascript").end(client),
      "POST /act": (request, response) =>
        stream(request, response, async (sse) => {
          await sse.patchElements(<b id="kept">theirs</b>);
          await sse.patchElements(<p id="other" data-text={seen} />);
          await sse.executeScript("document.title = 'ran'");
          await sse.patchSignals({ count: 41, seen: "yes" });
        }),
    },
  );
  expect(await page.textContent("#shown")).toBe("2");
  await page.fill("input", "b");
  await page.click("button");
  await page.waitForFunction(() => document.querySelector("#shown")?.textContent === "42");
  await page.waitForFunction(() => document.querySelector("#other")?.textContent === "yes");
  expect(await page.title()).toBe("ran");
  // Its script has removed itself.
  await page.waitForFunction(() => document.querySelectorAll("body > script").length === 0);
  expect(JSON.parse((await page.textContent("#signals")) ?? "")).toEqual({ count: 41, name: "b", seen: "yes" });
});

test("the server hosts that build, and not the plain one, in which the page would be dead", async () => {
  await expect(hostClient(await findReleased("datastar.js"))).rejects.toThrow(
    'The file is datastar.js as it was released, a client with { alias: "", rocket: false }, and the program is ' +
      'configured for one with { alias: "star", rocket: false }.',
  );
  try {
    const { version } = await hostClient(new TextEncoder().encode(await aliasedClient()));
    expect(version).toBe(versionOf());
  } finally {
    configureClient();
  }
});
