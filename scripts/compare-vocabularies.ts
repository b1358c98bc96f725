/**
 * What other JSX libraries declare and this one does not: `npm exec tsx scripts/compare-vocabularies.ts` prints it, and
 * a test holds it against the reasons in `test/types/other-vocabularies.ts`.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type * as TypeScript from "../test/types/typescript-5.9/node_modules/typescript/lib/typescript.js";

// The newest TypeScript has no API.
const require = createRequire(new URL("../test/types/typescript-5.9/package.json", import.meta.url));
const ts = require("typescript") as typeof TypeScript;

const file = fileURLToPath(new URL("vocabularies-being-compared.ts", import.meta.url));
const text = `
  import type { JSX as Hono } from "hono/jsx/jsx-runtime";
  import type { JSX as Preact } from "preact";
  import type { JSX as React } from "react";
  import type { IntrinsicElements } from "../src/generated/elements.js";
  import "@kitajs/html";
  export declare const hono: Hono.IntrinsicElements;
  export declare const preact: Preact.IntrinsicElements;
  export declare const react: React.IntrinsicElements;
  export declare const kita: JSX.IntrinsicElements;
  export declare const own: IntrinsicElements;
`;

/** The attributes of each element, in lower case and without hyphens and colons: React spells names in its own way. */
type Elements = ReadonlyMap<string, ReadonlySet<string>>;

const fold = (name: string): string => {
  const folded = name.toLowerCase().replace(/[-:]/g, "");
  return folded === "classname" ? "class" : folded === "htmlfor" ? "for" : folded;
};

function vocabularies(): ReadonlyMap<string, Elements> {
  const options: TypeScript.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
    customConditions: ["datastar-tsx:source"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, languageVersion) =>
    path === file ? ts.createSourceFile(path, text, languageVersion) : getSourceFile(path, languageVersion);
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error("The file that imports the libraries is no module.");

  const attributesOf = (type: TypeScript.Type): string[] =>
    type.isUnion() ? type.types.flatMap(attributesOf) : checker.getPropertiesOfType(type).map(({ name }) => fold(name));
  return new Map(
    checker.getExportsOfModule(module).map((library) => {
      const elements = checker.getPropertiesOfType(checker.getTypeOfSymbol(library));
      return [
        library.name,
        new Map(elements.map((tag) => [tag.name, new Set(attributesOf(checker.getTypeOfSymbol(tag)))])),
      ];
    }),
  );
}

/** What others declare and we do not: elements as `<tag>`, attributes as `name` with the elements that lack it. */
export function differences(): ReadonlyMap<string, ReadonlySet<string>> {
  const { own, others } = split(vocabularies());
  const missing = new Map<string, Set<string>>();
  for (const [tag, attributes] of others) {
    const known = own.get(tag);
    const names = known === undefined ? [`<${tag}>`] : [...attributes].filter((name) => !known.has(name));
    for (const name of names) missing.set(name, (missing.get(name) ?? new Set()).add(tag));
  }
  return missing;
}

function split(all: ReadonlyMap<string, Elements>): {
  own: Elements;
  others: readonly [string, ReadonlySet<string>][];
} {
  const others = [...all].filter(([library]) => library !== "own").flatMap(([, elements]) => [...elements]);
  return { own: all.get("own") ?? new Map(), others };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, tags] of [...differences()].sort()) console.log(name, [...tags].sort().join(" "));
}
