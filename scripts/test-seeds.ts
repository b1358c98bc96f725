// Runs every file of property tests with other seeds than the usual one: ten, or as many as are asked for.
import { execFileSync, spawnSync } from "node:child_process";

const files = execFileSync("git", ["grep", "-l", "--untracked", 'from "fast-check"', "--", "test/**/*.test.ts*"])
  .toString()
  .trim()
  .split("\n");
const count = Number(process.argv[2] ?? 10);
const failed: number[] = [];
for (let run = 0; run < count; run++) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`FC_SEED=${seed}`);
  const { status } = spawnSync("npx", ["vitest", "run", "--project", "unit", "--project", "compiled", ...files], {
    env: { ...process.env, FC_SEED: String(seed) },
    stdio: "inherit",
  });
  if (status !== 0) failed.push(seed);
}
if (failed.length > 0) throw new Error(`Failed with ${failed.map((seed) => `FC_SEED=${seed}`).join(", ")}.`);
