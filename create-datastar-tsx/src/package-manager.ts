import type { Choice } from "./choices.js";

export interface PackageManager {
  readonly install: string;
  /** What stands in front of the name of a script. */
  readonly run: string;
}

const managers = {
  npm: { install: "npm install", run: "npm run" },
  pnpm: { install: "pnpm install", run: "pnpm" },
  yarn: { install: "yarn install", run: "yarn" },
  bun: { install: "bun install", run: "bun run" },
  deno: { install: "deno install", run: "deno task" },
} as const satisfies { readonly [name: string]: PackageManager };

/**
 * What installs and runs an app: Bun and Deno bring their own; on Node.js, it is what this program was started with.
 *
 * @param userAgent `npm_config_user_agent`, which all of them set: `pnpm/10.1.0 npm/? node/v22.0.0 linux x64`
 */
export function packageManagerFor({ runtime }: Pick<Choice, "runtime">, userAgent = ""): PackageManager {
  if (runtime === "bun" || runtime === "deno") return managers[runtime];
  const [name = ""] = userAgent.split("/", 1);
  return name === "pnpm" || name === "yarn" || name === "bun" ? managers[name] : managers.npm;
}
