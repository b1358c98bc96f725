import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const typescripts = {
  "5.9": join(root, "test/types/typescript-5.9/node_modules/typescript"),
  "6.0": join(root, "test/types/typescript-6.0/node_modules/typescript"),
  "7": join(root, "node_modules/typescript"),
} as const;

/** Options of a server's program, which has no types of the browser. */
export const compilerOptions = {
  target: "es2022",
  lib: ["es2023"],
  module: "nodenext",
  jsx: "react-jsx",
  jsxImportSource: "datastar-tsx",
  customConditions: ["datastar-tsx:source"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
};

/** Makes the folder of a project in which the package is installed as it is here, and a version of TypeScript. */
export function makeProject(
  files: { readonly [name: string]: string },
  version: keyof typeof typescripts = "7",
): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "check-")));
  mkdirSync(join(project, "node_modules", "@types"), { recursive: true });
  symlinkSync(join(root, "node_modules/@types/node"), join(project, "node_modules/@types/node"));
  symlinkSync(root, join(project, "node_modules/datastar-tsx"));
  symlinkSync(typescripts[version], join(project, "node_modules/typescript"));
  const manifest = { type: "module" };
  const all = {
    "package.json": JSON.stringify(manifest),
    "tsconfig.json": JSON.stringify({ compilerOptions }),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  return project;
}
