// What the Dockerfile of docs/deployment.md makes of an app, without the system that it stands on.
import { cpSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { App } from "./app.js";

const page = readFileSync(join(import.meta.dirname, "../../../docs/deployment.md"), "utf8");
const [, dockerfile = ""] = /```dockerfile\n([^]*?)```/.exec(page) ?? [];

interface Image {
  readonly app: App;
  readonly command: string;
}

/** Follows it in a folder of its own. */
export async function imageOf(app: App): Promise<Image> {
  const image = app.elsewhere();
  let command = "";
  for (const line of dockerfile.trim().split("\n")) {
    const [, instruction, rest = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
    if (instruction === "COPY") copy(app.folder, image.folder, rest.split(" "));
    else if (instruction === "RUN") await image.run(rest);
    else if (instruction === "CMD") command = (JSON.parse(rest) as readonly string[]).join(" ");
    else if (instruction !== "FROM" && instruction !== "WORKDIR") throw new Error(`What is ${line}?`);
  }
  return { app: image, command };
}

function copy(from: string, to: string, names: readonly string[]): void {
  const target = join(to, names.at(-1) ?? "");
  for (const name of names.slice(0, -1)) {
    const source = join(from, name);
    // Of a folder, its content.
    cpSync(source, statSync(source).isDirectory() ? target : join(target, name), { recursive: true });
  }
}
