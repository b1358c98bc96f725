import { defineConfig } from "vitest/config";
import datastar from "./src/compile/vite.js";

const conditions = ["datastar-tsx:source"];

export default defineConfig({
  // The tests import the package by its name, and get its source.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.{ts,tsx}"], exclude: ["test/browser/**", "test/package/**"] } },
      {
        // The tests of what TSX renders, as our compiler compiles them for production.
        extends: true,
        plugins: [datastar({ development: false })],
        test: { name: "compiled", include: ["test/jsx-runtime/*.test.tsx"], exclude: ["test/jsx-runtime/dev.test.tsx"] },
      },
      { extends: true, test: { name: "package", include: ["test/package/**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "browser", include: ["test/browser/**/*.test.{ts,tsx}"], fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 },
      },
    ],
  },
});
