import { tsImport } from "tsx/esm/api";
import { defineConfig } from "vitest/config";
import type { compile } from "./src/compile/index.js";

const conditions = ["datastar-tsx:source"];

let compiler: Promise<{ compile: typeof compile }> | undefined;
/** Our compiler, loaded when a test needs it: while it does not load, other tests run. */
const compiled = {
  name: "compiled",
  enforce: "pre",
  async transform(code: string, id: string) {
    if (!id.endsWith(".tsx")) return undefined;
    compiler ??= tsImport("./src/compile/index.ts", import.meta.url);
    return (await compiler).compile(code, {
      filename: id,
      ...(/\/alias\./.test(id) ? { client: { alias: "star" } } : {}),
    });
  },
} as const;

export default defineConfig({
  // The tests import the package by its name, and get its source.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // No test measures time; on a machine that does much else, what loads the whole package takes a while.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: "test/support/seed.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [
            "test/browser/**",
            "test/create/apps/**",
            "test/frameworks/**",
            "test/package/**",
            "test/runtimes/**",
            "test/services/**",
            "test/site/**",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "services",
          include: ["test/services/**/*.test.{ts,tsx}"],
        },
      },
      {
        // The tests of what TSX renders, as our compiler compiles them for production.
        extends: true,
        plugins: [compiled],
        test: { name: "compiled", include: ["test/html/*.test.tsx"] },
      },
      { extends: true, test: { name: "site", include: ["test/site/**/*.test.ts"] } },
      { extends: true, test: { name: "package", include: ["test/package/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "frameworks",
          include: ["test/frameworks/*.test.ts"],
          globalSetup: "test/frameworks/setup.ts",
          // Development servers compile what is asked for.
          testTimeout: 120_000,
        },
      },
      {
        // Most checks wait most of the time.
        extends: true,
        test: {
          name: "runtimes",
          include: ["test/runtimes/*.test.ts"],
          globalSetup: "test/runtimes/setup.ts",
          maxConcurrency: 40,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "create",
          include: ["test/create/apps/*.test.ts"],
          globalSetup: "test/create/apps/setup.ts",
          // Each of them keeps a core busy, with a compiler or an installation.
          maxConcurrency: 2,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          fileParallelism: false,
        },
      },
    ],
  },
});
