import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { table, untold } from "./servers.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/servers.md"), "utf8");

test("the table of servers says what the suites have run", () => {
  const lines = page.split("\n");
  const begin = lines.findIndex((line) => line.startsWith("|"));
  const end = lines.findIndex((line, at) => at > begin && !line.startsWith("|"));
  expect(lines.slice(begin, end).join("\n")).toBe(table);
});

test("every server that the suites run is in it", () => {
  expect(untold).toEqual([]);
});
