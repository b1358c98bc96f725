// The reference, out of the doc comments of all that the package exports.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Application, type ProjectReflection } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";

const root = join(import.meta.dirname, "..");

/** The entry points of the package: what they are imported as, by their files. Several may share one. */
export function entryPoints(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly exports: { readonly [path: string]: string | { readonly "datastar-tsx:source": string } };
  };
  const names = new Map<string, string>();
  for (const [path, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    const file = join(root, target["datastar-tsx:source"]);
    if (!names.has(file)) names.set(file, join("datastar-tsx", path));
  }
  return names;
}

/** Writes the pages of the reference. */
export async function writeReference(folder: string): Promise<void> {
  const names = entryPoints();
  const options: PluginOptions = {
    entryFileName: "index",
    expandObjects: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    parametersFormat: "table",
    useCodeBlocks: true,
  };
  const app = await Application.bootstrapWithPlugins({
    ...options,
    name: "Reference",
    entryPoints: [...names.keys()],
    plugin: ["typedoc-plugin-markdown"],
    tsconfig: join(root, "tsconfig.build.json"),
    // tsc has found them already, of the version that this package is written with.
    skipErrorChecking: true,
    readme: "none",
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    gitRevision: "main",
    githubPages: false,
    logLevel: "Error",
    outputs: [{ name: "markdown", path: folder }],
    // What is not exported is not in the reference, and said so by the types that use it.
    validation: false,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("The reference could not be made: see above.");
  nameModules(project, names);
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error("The reference could not be made: see above.");
}

/** Modules are called by what they are imported as. */
function nameModules(project: ProjectReflection, names: ReadonlyMap<string, string>): void {
  for (const module of project.children ?? []) {
    const file = project.getSymbolIdFromReflection(module)?.fileName ?? "";
    module.name = names.get(file) ?? module.name;
  }
}
