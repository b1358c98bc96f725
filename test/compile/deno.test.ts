// Deno compiles TSX in a way of its own, for functions that our runtime exports. The tests of the runtime run there.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const deno = join(here, "..", "..", "node_modules", ".bin", "deno");

// What Deno does by itself.
const differences: readonly (readonly [file: string, tests: readonly string[]])[] = [
  [
    "children",
    [
      // An empty fragment is `null`.
      "an empty fragment",
      // Constant text is written as it is.
      "a carriage return is escaped, which parsers and event streams would read as a line break",
      "a NUL becomes what HTML parsers make of it",
      // Constant children of a component are joined.
      "take one child as it is, and several as an array",
      "the parent is named: an element, a component, or a fragment",
    ],
  ],
  ["attributes", ["a carriage return is escaped", "a NUL becomes what parsers make of it", "a key is left out"]],
  ["class-and-style", []],
  ["same-name", []],
  ["raw-text", []],
  ["elements-and-names", []],
  ["async", []],
  ["pending-html", []],
  ["unhandled-rejections", []],
  ["kita", []],
];

test.each(differences)(
  "in Deno, %s render as they do here",
  (file, tests) => {
    const flags = [
      "--allow-all",
      "--no-check",
      "--conditions=datastar-tsx:source",
      "--unstable-sloppy-imports",
      `--config=${join(here, "deno", "deno.json")}`,
    ];
    const run = spawnSync(
      deno,
      ["run", ...flags, join(here, "deno", "run.mjs"), join(here, "..", "html", `${file}.test.tsx`)],
      {
        encoding: "utf8",
        env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
      },
    );
    expect(run.stderr).toBe("");
    const { passed, failed } = JSON.parse(run.stdout) as {
      readonly passed: number;
      readonly failed: readonly (readonly [name: string, message: string])[];
    };
    expect(failed.filter(([name]) => !tests.includes(name))).toEqual([]);
    expect(failed.map(([name]) => name)).toEqual(tests);
    expect(passed).toBeGreaterThan(0);
  },
  60_000,
);
