import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../free-port.js";
import { checks, type Visit, visitor } from "./checks.js";
import { type Framework, frameworks, here, root } from "./frameworks.js";

test("the apps are typed", () => {
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "apps"], {
    cwd: here,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
}, 120_000);

for (const framework of frameworks) describe(framework.name, () => checked(framework));

function checked({ folder = ".", mode = "production", build, serve: [program, ...args], known = {} }: Framework): void {
  let server: ChildProcess;
  let visit: Visit;

  beforeAll(async () => {
    const port = await freePort();
    const cwd = `${here}${folder}`;
    const env = {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      ORIGIN: `http://127.0.0.1:${port}`,
      NODE_ENV: mode,
      NEXT_TELEMETRY_DISABLED: "1",
    };
    if (build !== undefined) {
      const [builder, ...given] = build;
      const { status, stdout, stderr } = spawnSync(builder, given, { cwd, env, encoding: "utf8" });
      expect(status, `${stdout}\n${stderr}`).toBe(0);
    }
    server = spawn(
      program,
      args.map((arg) => arg.replace("$PORT", String(port))),
      { cwd, env, stdio: ["ignore", "ignore", "inherit"] },
    );
    await accepting(port, server);
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

/** Waits until a server accepts connections. */
async function accepting(port: number, server: ChildProcess): Promise<void> {
  while (!(await accepts(port)))
    if (server.exitCode !== null) throw new Error(`The server has ended with ${server.exitCode}.`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    }).on("error", () => resolve(false));
  });
}
