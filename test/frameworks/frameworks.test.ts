import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { accepting } from "../support/accepting.js";
import { checks, type Visit, visitor } from "./checks.js";
import { type Framework, frameworks, here, root } from "./frameworks.js";

test("the apps are typed", () => {
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "apps"], {
    cwd: here,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
}, 120_000);

/** What was built, or is being built, one after the other: meanwhile the apps are checked that are there. */
const built = new Map<Framework, Promise<void>>();
let builds = Promise.resolve();
for (const framework of frameworks) {
  // Another one is served from the same folder before.
  if (frameworks.some(({ folder }, i) => folder === framework.folder && i < frameworks.indexOf(framework))) continue;
  const done = builds.then(() => build(framework));
  built.set(framework, done);
  // Who waits for it fails; the others go on.
  builds = done.catch(() => {});
}

for (const framework of frameworks) describe(framework.name, () => checked(framework));

function checked(framework: Framework): void {
  const { serve, known = {} } = framework;
  let server: ChildProcess;
  let visit: Visit;

  beforeAll(async () => {
    await (built.get(framework) ?? build(framework));
    const port = await freePort();
    const [program, ...args] = serve.map((part) => part.replace("$PORT", String(port)));
    const env = { PORT: String(port), HOST: "127.0.0.1", ORIGIN: `http://127.0.0.1:${port}` };
    server = spawn(program ?? "", args, { ...surroundings(framework, env), stdio: ["ignore", "ignore", "inherit"] });
    await accepting(port, () => {
      if (server.exitCode !== null) throw new Error(`The server has ended with ${server.exitCode}.`);
    });
    visit = visitor(port);
  }, 300_000);

  afterAll(() => void server?.kill());

  for (const { name, course, sees } of checks) {
    const reason = known[name];
    const run = async (): Promise<void> => expect(await course(visit)).toEqual(sees);
    if (reason === undefined) test(name, run);
    else test.fails(`${name} (not yet: ${reason})`, run);
  }
}

async function build(framework: Framework): Promise<void> {
  if (framework.build === undefined) return;
  const [program, ...args] = framework.build;
  const builder = spawn(program, args, { ...surroundings(framework), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [builder.stdout, builder.stderr]) stream.on("data", (text) => (output += String(text)));
  const [status] = await once(builder, "close");
  if (status !== 0) throw new Error(`The build of ${framework.name} has ended with ${status}:\n${output}`);
}

/** Where the commands of a framework run. */
function surroundings({ folder = ".", mode = "production" }: Framework, more: NodeJS.ProcessEnv = {}) {
  return {
    cwd: `${here}${folder}`,
    env: { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", ...more },
  };
}
