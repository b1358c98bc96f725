import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checks } from "./checks.js";
import { Clients } from "./client.js";
import { keptOpen } from "./courses.js";
import type { Arriving, Check, Client, Expected } from "./exchange.js";
import { type Platform, platforms, printsNothing } from "./platforms.js";
import { type Running, start } from "./start.js";

for (const platform of platforms) describe.concurrent(platform.name, () => checked(platform));

function checked({ known, lacks = [], shutsDown, ...platform }: Platform): void {
  let server: Running;
  let clients: Clients;

  beforeAll(async () => {
    server = await start(platform);
    clients = new Clients(server, platform.protocol);
  });

  for (const check of checks) {
    if (lacks.includes(check.name)) continue;
    const reason = known[check.name];
    const run = (): Promise<void> => perform(check, clients.of(check));
    if (reason === undefined) test(check.name, run);
    else test.fails(`${check.name} (not yet: ${reason})`, run, 20_000);
  }

  test.runIf(shutsDown)("`shutdown` sends clients away, and nothing keeps the process from ending", async () => {
    const leaving = await start(platform);
    const visitors = new Clients(leaving, platform.protocol);
    const reply = await visitors.of({ name: keptOpen }).open();
    await reply.until((text) => text.endsWith("\n\n"));
    const ended = leaving.terminate();
    const { text, broken } = await reply.end();
    visitors.close();
    expect({ text: text.slice(text.indexOf("retry")), broken, exitCode: await ended }).toEqual({
      text: "retry: 1\n\n",
      broken: true,
      exitCode: 0,
    });
  });

  afterAll(() => {
    clients?.close();
    server?.stop();
    if (known[printsNothing] === undefined) expect(server?.complaints(), printsNothing).toBe("");
  });
}

async function perform(check: Check, client: Client): Promise<void> {
  if ("course" in check) {
    expect(await check.course(client)).toEqual(check.sees);
    return;
  }
  const { request = {}, answer, notes = [] } = check;
  expect(seen(await (await client.open(request)).end(), answer)).toEqual({ headers: {}, broken: false, ...answer });
  expect(await client.notes(notes.length)).toEqual(notes);
}

/** What a client has seen of what it should see. */
function seen(
  { status, headers = {}, text, broken = false }: Arriving,
  { headers: expected = {} }: Expected,
): Expected {
  return {
    status,
    headers: Object.fromEntries(Object.keys(expected).map((name) => [name, headers[name]])),
    body: withoutComments(text),
    broken,
  };
}

/** Comments keep a stream open, or have its headers go out. */
function withoutComments(text: string): string {
  return text.replaceAll(/^:\n\n/gm, "");
}
