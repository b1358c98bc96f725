// What the formatter cannot see to: the length of files, and of lines that it does not break.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = ["src", "jsx-runtime", "scripts", "examples"];
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...folders], {
  cwd: root,
  encoding: "utf8",
});
const files = listed
  .trim()
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("src/generated/"));
const linesOf = (file: string): readonly string[] => readFileSync(join(root, file), "utf8").trimEnd().split("\n");

test("no file is longer than 300 lines", () => {
  expect(files.filter((file) => linesOf(file).length > 300)).toEqual([]);
});

test("no line is longer than 120 columns, but for texts, patterns and lists of words", () => {
  const isLong = (line: string): boolean =>
    line.length > 120 && !/["'`/].{60}/.test(line) && !/^\s*[\w:" ,-]+(?:`\);)?$/.test(line);
  const long = files.flatMap((file) => linesOf(file).flatMap((line, i) => (isLong(line) ? `${file}:${i + 1}` : [])));
  expect(long).toEqual([]);
});

test("versions of the client are named in tables only", () => {
  const tables = ["src/base/client-versions.ts", "src/attributes/plugins.ts", "src/expressions/action-names.ts"];
  const naming = files.filter(
    (file) => file.startsWith("src/") && linesOf(file).some((line) => /\b1\.0\.\d/.test(line)),
  );
  expect(naming).toEqual(tables.toSorted());
});

test("nothing is kept that is built", () => {
  const built = execFileSync("git", ["ls-files", "--cached", "--ignored", "--exclude-standard"], { cwd: root });
  expect(built.toString()).toBe("");
});
