// An app as somebody makes it: in a folder of its own, by the commands that they type.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface Surroundings {
  readonly home: string;
  readonly registry: string;
  /** Folders of programs, in front of those of the system. */
  readonly path: readonly string[];
}

export class App {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.#env = env;
  }

  /** @param command makes an app in the folder `my-app` */
  static async make(command: string, { home, registry, path }: Surroundings): Promise<App> {
    const parent = mkdtempSync(join(home, "parent-"));
    const env = {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_ENV|TEST)/i.test(name)),
      ),
      PATH: [...path, join(home, "bin"), process.env["PATH"]].join(":"),
      npm_config_registry: registry,
      NPM_CONFIG_REGISTRY: registry,
      npm_config_yes: "true",
      DENO_DIR: join(home, "deno"),
      npm_config_store_dir: join(home, "pnpm"),
      // Bun keeps packages by their versions, and what it runs among temporary files.
      BUN_INSTALL_CACHE_DIR: join(home, "bun"),
      BUN_TMPDIR: home,
      DENO_NO_UPDATE_CHECK: "1",
      WRANGLER_SEND_METRICS: "false",
      CI: "true",
      NO_COLOR: "1",
    };
    // npm keeps what it has once run by this name: for it, a cache of its own.
    await new App(parent, { ...env, npm_config_cache: join(home, "npm") }).run(command);
    return new App(join(parent, "my-app"), env);
  }

  /** Runs a command. @returns what it has printed. @throws Error with that, when it fails */
  async run(command: string): Promise<string> {
    const running = this.start(command);
    const [code] = await once(running.process, "close");
    if (code !== 0) throw new Error(`${command} has ended with ${code}:\n${running.output()}`);
    return running.output();
  }

  start(command: string, env: NodeJS.ProcessEnv = {}): Running {
    const [program = "", ...args] = command.split(" ");
    return new Running(
      // A group of its own, so that what it has started ends with it.
      spawn(program, args, {
        cwd: this.folder,
        env: { ...this.#env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      }),
    );
  }

  /** An empty folder, with the same programs and packages in reach. */
  elsewhere(): App {
    return new App(mkdtempSync(join(this.folder, "../elsewhere-")), this.#env);
  }

  /** Puts a file into it, as it does itself where there is a network. */
  put(path: string, content: Uint8Array): void {
    mkdirSync(join(this.folder, path, ".."), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  edit(path: string, from: string, to: string): void {
    const file = join(this.folder, path);
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  }
}

/** A program that runs. */
export class Running {
  readonly process: ChildProcess;
  #output = "";

  constructor(process: ChildProcess) {
    this.process = process;
    for (const stream of [process.stdout, process.stderr]) stream?.on("data", (text) => (this.#output += String(text)));
  }

  output(): string {
    return this.#output;
  }

  /** Asks for a page until it is as it should be. @throws Error when the program has ended */
  async page(url: string, isRight: (page: string) => boolean): Promise<string> {
    for (;;) {
      if (this.process.exitCode !== null) throw new Error(`The server has ended:\n${this.#output}`);
      const response = await fetch(url).catch(() => undefined);
      const page = response?.ok === true ? await response.text() : "";
      if (isRight(page)) return page;
      // The machine has better things to do than to answer at once that nobody listens.
      await setTimeout(50);
    }
  }

  /** Waits until it has printed a text. @throws Error when it has ended without that */
  async says(text: string): Promise<void> {
    while (!this.#output.includes(text)) {
      if (this.process.exitCode !== null) throw new Error(`The server has ended:\n${this.#output}`);
      await setTimeout(50);
    }
  }

  /** Ends it as those do who start another one. @returns its exit code */
  async terminate(): Promise<number | null> {
    const closed = once(this.process, "close");
    this.process.kill("SIGTERM");
    await closed;
    return this.process.exitCode;
  }

  async stop(): Promise<void> {
    const { pid, exitCode } = this.process;
    if (pid === undefined || exitCode !== null) return;
    const closed = once(this.process, "close");
    process.kill(-pid, "SIGKILL");
    await closed;
  }
}
