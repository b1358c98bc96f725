// The chat example: in one process; and in two that share a NATS server, one of which goes away.
import { createConnection, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { kinds } from "../services/kinds.js";
import { startService } from "../services/service.js";
import { startExamples } from "./example-server.js";
import { eventually, test as base } from "./page.js";
import { takesNonce } from "./policy.js";

const test = base
  .extend("context", async ({ browser }, { onCleanup }): Promise<BrowserContext> => {
    const context = await browser.newContext({ bypassCSP: !takesNonce });
    context.setDefaultTimeout(15_000);
    onCleanup(() => context.close());
    return context;
  })
  .extend("enter", async ({ context, problems }) => async (url: string, name: string): Promise<Page> => {
    const page = await context.newPage();
    problems.watch(page);
    await page.goto(url);
    await page.getByText("You are in the room.").waitFor();
    await page.getByLabel("Your name").fill(name);
    return page;
  });

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel("Say something").fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

const seen = async (page: Page): Promise<string[]> => (await page.locator("#messages li").allTextContents()).slice(1);

/** A way in that can be led elsewhere: what a load balancer is. */
async function startBalancer(target: string): Promise<{ readonly url: string; target: string }> {
  const balancer = { url: "", target };
  const server = createServer((socket) => {
    const upstream = createConnection(Number(new URL(balancer.target).port), "localhost");
    socket.pipe(upstream).pipe(socket);
    socket.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
    upstream.on("error", () => socket.destroy()).on("close", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  balancer.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return balancer;
}

test("two tabs in one process see what each of them says", async ({ client, enter }) => {
  const server = await startExamples(client);
  onTestFinished(() => server.close());
  const ada = await enter(`${server.url}chat/`, "Ada");
  const bob = await enter(`${server.url}chat/`, "<b>Bob</b>");
  await say(ada, "Hello @home(now), ${you} \\ 'there'!");
  await eventually(() => seen(bob)).toEqual(["Ada: Hello @home(now), ${you} \\ 'there'!"]);
  // What was sent is gone from the field, and the name is not.
  await ada.waitForFunction(() => document.querySelectorAll("input")[1]?.value === "");
  await say(bob, "Hi!");
  for (const page of [ada, bob])
    await eventually(() => seen(page)).toEqual(["Ada: Hello @home(now), ${you} \\ 'there'!", "<b>Bob</b>: Hi!"]);
});

test("two processes share a room; when one is shut down, its visitors go on in the other, and miss nothing", async ({
  client,
  enter,
  problems,
}) => {
  const nats = await startService(kinds[0]!);
  const env = { NATS_URL: `127.0.0.1:${nats.port}` };
  const [first, second] = await Promise.all([startExamples(client, env), startExamples(client, env)]);
  onTestFinished(async () => void (await Promise.all([first.close(), second.close()])));
  const balancer = await startBalancer(first.url);
  const ada = await enter(`${balancer.url}/chat/`, "Ada");
  const bob = await enter(`${second.url}chat/`, "Bob");
  await say(ada, "One");
  await say(bob, "Two");
  for (const page of [ada, bob])
    await eventually(async () => (await seen(page)).toSorted()).toEqual(["Ada: One", "Bob: Two"]);

  balancer.target = second.url;
  first.terminate();
  await problems.expect(/ERR_INCOMPLETE_CHUNKED_ENCODING/);
  await say(bob, "Three");
  await eventually(async () => (await seen(ada)).slice(2)).toEqual(["Bob: Three"]);
  await say(ada, "Four");
  for (const page of [ada, bob])
    await eventually(async () => (await seen(page)).slice(2)).toEqual(["Bob: Three", "Ada: Four"]);
});
