import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Launches the Chromium of this machine: the one CHROMIUM_PATH names, or the first in the usual places. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env), headless: true, args });
}

function findChromium(env: NodeJS.ProcessEnv): string {
  if (env["CHROMIUM_PATH"]) return env["CHROMIUM_PATH"];
  const directories = (env["PATH"] ?? "").split(delimiter);
  const candidates = ["chromium", "google-chrome"].flatMap((name) =>
    directories.map((directory) => join(directory, name)),
  );
  const path = ["/usr/bin/chromium", ...candidates].find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new Error("The browser tests need Chromium: install it, or set CHROMIUM_PATH to the path of one.");
  return path;
}
