// `node --watch` tells a process to end when a file changes, and waits for it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Clients } from "./client.js";
import { keptOpen } from "./courses.js";
import { node, versionsOfNode } from "./platforms.js";
import { start } from "./start.js";

const out = join(import.meta.dirname, "installed/out");

test.each(versionsOfNode)("Node %i: an open stream does not hold a restart", async (version) => {
  const program = join(out, `watched-${version}.js`);
  writeFileSync(program, 'import "./http.js";');
  const server = await start({ command: [node(version), "--watch", program] });
  onTestFinished(async () => void (await server.terminate()));
  const stream = await new Clients(server, "http1").of({ name: keptOpen }).open();
  await stream.until((text) => text.endsWith("\n\n"));
  writeFileSync(program, 'import "./http.js"; // changed');
  const { text, broken } = await stream.end();
  expect({ isToldToComeBack: text.endsWith("retry: 1\n\n"), broken }).toEqual({
    isToldToComeBack: true,
    broken: true,
  });
  expect(await server.restarted()).toEqual(expect.any(Number));
});
