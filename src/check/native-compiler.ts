import { pathToFileURL } from "node:url";
import type { API, Diagnostic } from "typescript/unstable/sync";
import type { Compiler, CompilerDiagnostic } from "./compiler.js";

/** Opens a program with TypeScript 7, a process of its own that asks for the texts of files. */
export async function nativeCompiler(require: NodeJS.Require, config: string): Promise<Compiler> {
  const { API: Api } = (await import(pathToFileURL(require.resolve("typescript/unstable/sync")).href)) as {
    API: typeof API;
  };
  const texts = new Map<string, string>();
  const api = new Api({ fs: { readFile: (file) => texts.get(file) } });
  const project = (snapshot: ReturnType<API["updateSnapshot"]>) => {
    const found = snapshot.getProject(config);
    if (found === undefined) throw new Error(`${config}: TypeScript does not open it.`);
    return found;
  };
  let current = project(api.updateSnapshot({ openProjects: [config] }));
  const [problem] = current.program.getConfigFileParsingDiagnostics();
  if (problem !== undefined) {
    api.close();
    throw new Error(`${config}: ${messageOf(problem, "")}`);
  }
  return {
    files: current.program.getSourceFileNames(),
    update(changed) {
      for (const [file, text] of changed) texts.set(file, text);
      current = project(api.updateSnapshot({ fileChanges: { changed: Array.from(changed.keys()) } }));
    },
    diagnose() {
      const { program } = current;
      return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].flatMap(read);
    },
    describe(file, offset) {
      const { checker } = current;
      const type = checker.getTypeAtPosition(file, offset);
      const name = checker.getSymbolAtPosition(file, offset)?.name;
      return type && `${name === undefined ? "" : `${name}: `}${checker.typeToString(type)}`;
    },
    complete: (file, offset) =>
      current.checker.getCompletionsAtPosition(file, offset)?.entries.map(({ name }) => name) ?? [],
    close: () => api.close(),
  };
}

function read(diagnostic: Diagnostic): readonly CompilerDiagnostic[] {
  const { fileName, pos, end, code } = diagnostic;
  return fileName === undefined ? [] : [{ file: fileName, start: pos, end, code, message: messageOf(diagnostic, "") }];
}

/** The message and what it is explained by, each a step further in, as `tsc` prints them. */
function messageOf({ text, messageChain = [] }: Diagnostic, indent: string): string {
  return [indent + text, ...messageChain.map((inner) => messageOf(inner, `${indent}  `))].join("\n");
}
