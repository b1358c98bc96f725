// Every app that `npm create datastar-tsx` offers, made, installed and used by the commands that it prints.
import { dirname } from "node:path";
import { expect, inject, test } from "vitest";
import { choices } from "../../../create-datastar-tsx/src/choices.js";
import { findClient } from "../../browser/client.js";
import { freePort } from "../../free-port.js";
import { node } from "../../runtimes/platforms.js";
import { App, type Running } from "./app.js";
import { imageOf } from "./image.js";

const client = await findClient().catch((error: Error) => {
  console.error(`######## THE APPS ARE NOT TESTED AS BY A USER: ${error.message} ########`);
  return undefined;
});

/** How an app is made, and what its manager calls its scripts. */
const managers = {
  npm: { create: "npm create datastar-tsx my-app --", install: "npm install", run: "npm run" },
  pnpm: { create: "pnpm create datastar-tsx my-app", install: "pnpm install", run: "pnpm run" },
  bun: { create: "bun create datastar-tsx my-app", install: "bun install", run: "bun run" },
  deno: { create: "deno run -A npm:create-datastar-tsx my-app", install: "deno install", run: "deno task" },
};

const isAmong = <T extends object>(name: PropertyKey, table: T): name is keyof T => Object.hasOwn(table, name);

const cases = choices.flatMap((choice) => {
  const usual = isAmong(choice.runtime, managers) ? choice.runtime : "npm";
  const all: (keyof typeof managers)[] = usual === "npm" ? ["npm", "pnpm"] : [usual];
  return all.map((manager) => ({ ...choice, manager, name: `${choice.title}, by ${manager}` }));
});

test.concurrent.each(cases)("$name", async ({ server, runtime, manager }) => {
  const { create, install, run } = managers[manager];
  // Wrangler wants Node.js 22.
  const path = runtime === "workers" ? [dirname(node(22))] : [];
  const surroundings = { home: inject("home"), registry: inject("registry"), path };
  const app = await App.make(`${create} --server ${server} --runtime ${runtime}`, surroundings);
  await app.run(install);
  if (client !== undefined) app.put("public/datastar.js", client);

  await app.run(`${run} check`);
  app.edit("src/todo-page.tsx", ".trim()", ".trmi()");
  await expect(app.run(`${run} check`)).rejects.toThrow("Property 'trmi' does not exist on type 'string'");
  app.edit("src/todo-page.tsx", ".trmi()", ".trim()");

  await app.run(`${run} lint`);
  app.edit("src/todo-list.tsx", "routes.remove({ id })", "`@delete('/todos/${id}')`");
  await expect(app.run(`${run} lint`)).rejects.toThrow("datastar(data-in-source)");
  app.edit("src/todo-list.tsx", "`@delete('/todos/${id}')`", "routes.remove({ id })");

  if (client !== undefined) await app.run(`${run} test`);

  await served(app, `${run} start`, runtime, async (url, started) => {
    const page = await started.page(url, (text) => text !== "");
    expect(page).toMatch(/<html data-nonce="[^"]+" lang="en">/);
    if (client !== undefined) await isServed(url, page);
    const feed = await Feed.open(`${url}feed`);
    await feed.until("1 left to do");
    const headers = { "content-type": "application/json" };
    const added = await fetch(`${url}todos`, { method: "POST", headers, body: '{"draft":"Buy <tea>"}' });
    expect(await added.json()).toEqual({ draft: "" });
    await feed.until("Buy &lt;tea>");
    feed.leave();
  });

  if (manager === "npm" && runtime === "node") {
    const image = await imageOf(app);
    await served(image.app, image.command, runtime, async (url, started) => {
      await started.page(url, (text) => text.includes("left to do"));
      const feed = await Feed.open(`${url}feed`);
      await feed.until("left to do");
      // Whoever is there is sent on, and nothing is left to wait for.
      const [code] = await Promise.all([started.terminate(), feed.end()]);
      expect(code).toBe(0);
    });
  }

  await served(app, `${run} dev`, runtime, async (url, developed) => {
    await developed.page(url, (text) => text.includes("1 left to do"));
    const feed = await Feed.open(`${url}feed`);
    await feed.until("1 left to do");
    app.edit("src/todo-list.tsx", "left to do", "still to do");
    // The open page comes back by that, and is loaded again.
    await feed.end();
    await developed.page(url, (text) => text.includes("1 still to do"));
    app.edit("src/todo-page.tsx", "data-on:submit=", "data-on:submit__onec=");
    const asking = setInterval(() => void fetch(url).catch(() => {}), 200);
    await developed.says("did you mean once?").finally(() => clearInterval(asking));
  });
});

async function served(
  app: App,
  command: string,
  runtime: string,
  use: (url: string, running: Running) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  // npm wants `--` in front of options, and pnpm would pass it on.
  const option = command.startsWith("pnpm") ? `--port ${port}` : `-- --port ${port}`;
  const running = app.start(runtime === "workers" ? `${command} ${option}` : command, { PORT: String(port) });
  try {
    await use(`http://127.0.0.1:${port}/`, running);
  } catch (error) {
    throw new Error(`${command} printed:\n${running.output()}`, { cause: error });
  } finally {
    await running.stop();
  }
}

/** The client comes from the app itself. */
async function isServed(url: string, page: string): Promise<void> {
  const [, src = ""] = /<script type="module" src="(\/[^"]+)"/.exec(page) ?? [];
  const file = await fetch(new URL(src, url));
  expect([file.status, file.headers.get("content-type")]).toEqual([200, expect.stringContaining("javascript")]);
}

/** A page that is open, as the server sees it. */
class Feed {
  readonly #chunks: AsyncIterator<string>;
  readonly #abort: AbortController;

  private constructor(chunks: AsyncIterator<string>, abort: AbortController) {
    this.#chunks = chunks;
    this.#abort = abort;
  }

  static async open(url: string): Promise<Feed> {
    const abort = new AbortController();
    const { body } = await fetch(url, { signal: abort.signal });
    if (body === null) throw new Error("The feed has no body.");
    return new Feed(body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator](), abort);
  }

  async until(text: string): Promise<void> {
    for (let received = ""; !received.includes(text);) {
      const { value, done } = await this.#chunks.next();
      if (done === true) throw new Error(`The feed has ended without ${text}.`);
      received += value;
    }
  }

  /** Waits until the server ends it, or breaks it off. */
  async end(): Promise<void> {
    for (;;) if ((await this.#chunks.next().catch(() => ({ done: true }))).done === true) return;
  }

  leave(): void {
    this.#abort.abort();
  }
}
