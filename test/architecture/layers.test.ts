// Each file imports from its own layer and from those below it, and no imports run in a circle.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

/**
 * The layers, the lowest first. What stands in one line may not import each other. `docs/architecture.md` says what
 * each is for.
 */
const layers: readonly (readonly string[])[] = [
  ["src/base/"],
  [
    "src/generated/boolean-words.ts",
    "src/generated/devtools-script.ts",
    "src/generated/dom-events.ts",
    "src/generated/foreign-elements.ts",
    "src/generated/modifiers.ts",
  ],
  ["src/expressions/"],
  ["src/attributes/", "src/routes/"],
  ["src/html/"],
  ["src/generated/datastar-attributes.ts"],
  ["src/generated/elements.ts"],
  ["src/jsx/"],
  ["src/diagnostics/"],
  ["src/components/", "src/compile/", "src/development/", "src/eslint/"],
  ["src/kita/"],
  ["src/events/"],
  ["src/stream/"],
  ["src/requests/", "src/responses/"],
  ["src/check/client/", "src/check/source/"],
  ["src/check/compilers/", "src/check/server/"],
  ["src/check/virtual/"],
  ["src/check/findings/", "src/check/rename/"],
  ["src/check/", "src/hub/"],
  ["src/cli/", "src/compression.ts", "src/index.ts", "src/node.ts", "src/telemetry/", "src/testing/", "jsx-runtime/"],
  ["src/devtools/"],
];

const root = fileURLToPath(new URL("../..", import.meta.url));
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "src", "jsx-runtime"], {
  cwd: root,
  encoding: "utf8",
});
const files = listed.trim().split("\n");
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files of ours that a file imports or exports from, types included. */
function importsOf(file: string): readonly string[] {
  const { module } = parseSync(file, readFileSync(join(root, file), "utf8"));
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return requests
    .filter((request) => request.startsWith("."))
    .map((request) => join(file, "..", request.replace(/\.js$/, ".ts")));
}

function layerOf(file: string): { readonly height: number; readonly place: string } {
  const height = layers.findIndex((places) => places.some((place) => file.startsWith(place)));
  return { height, place: layers[height]?.find((place) => file.startsWith(place)) ?? "" };
}

test("each file belongs to a layer", () => {
  expect(files.filter((file) => layerOf(file).height < 0)).toEqual([]);
});

test("nothing imports upwards, or from beside it", () => {
  const isAllowed = (from: string, to: string): boolean => {
    const [above, below] = [layerOf(from), layerOf(to)];
    return above.height > below.height || above.place === below.place;
  };
  const wrong = Array.from(imports).flatMap(([from, all]) =>
    all.filter((to) => !isAllowed(from, to)).map((to) => `${from} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

test("no imports run in a circle", () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (done.has(file) || path.includes(file)) return;
    for (const imported of imports.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
