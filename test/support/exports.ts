import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript-classic";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Something that the package exports. */
export interface Export {
  /** What it is imported from: `datastar-tsx/hub`. Of several names for one file, the first. */
  readonly module: string;
  readonly name: string;
  /** Its doc comment. */
  readonly comment: string;
}

/** All exports of all entry points. */
export function packageExports(): readonly Export[] {
  const modules = entryPoints();
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [...modules.keys()] },
    ts.sys,
    root,
  );
  const program = ts.createProgram([...modules.keys()], options);
  const checker = program.getTypeChecker();
  return Array.from(modules).flatMap(([file, module]) => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    const exported = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
    return exported.map((each) => ({ module, name: each.name, comment: commentOf(each, checker) }));
  });
}

/** What each file of an entry point is imported as. */
function entryPoints(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly exports: { readonly [path: string]: string | { readonly "datastar-tsx:source": string } };
  };
  const modules = new Map<string, string>();
  for (const [path, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    const file = join(root, target["datastar-tsx:source"]);
    if (!modules.has(file)) modules.set(file, join("datastar-tsx", path));
  }
  return modules;
}

function commentOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return ts.displayPartsToString(original.getDocumentationComment(checker));
}
