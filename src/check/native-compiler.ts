import { pathToFileURL } from "node:url";
import type { Node } from "typescript/unstable/ast";
import type { API, Diagnostic } from "typescript/unstable/sync";
import type { Compiler, CompilerDiagnostic, ReadText } from "./compiler.js";

/** Opens a program with TypeScript 7, a process of its own that asks for the texts of files. */
export async function nativeCompiler(require: NodeJS.Require, config: string, read: ReadText): Promise<Compiler> {
  const { API: Api } = (await import(pathToFileURL(require.resolve("typescript/unstable/sync")).href)) as {
    API: typeof API;
  };
  const api = new Api({ fs: { readFile: read } });
  const open = (snapshot: ReturnType<API["updateSnapshot"]>) => {
    const project = snapshot.getProject(config);
    if (project === undefined) throw new Error(`${config}: TypeScript does not open it.`);
    return { snapshot, project };
  };
  let current = open(api.updateSnapshot({ openProjects: [config] }));
  const [problem] = current.project.program.getConfigFileParsingDiagnostics();
  if (problem !== undefined) {
    api.close();
    throw new Error(`${config}: ${messageOf(problem, "")}`);
  }
  return {
    files: current.project.program.getSourceFileNames(),
    update(files) {
      const { snapshot } = current;
      current = open(api.updateSnapshot({ fileChanges: { changed: [...files] } }));
      snapshot.dispose();
    },
    diagnose(file) {
      const { program } = current.project;
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].flatMap(
        readDiagnostic,
      );
    },
    definitions(file, offset) {
      const declarations = current.project.checker.getSymbolAtPosition(file, offset)?.declarations ?? [];
      return declarations.flatMap((handle) => {
        const node = handle.resolve();
        return node !== undefined && "name" in node ? [{ file: handle.path, end: (node.name as Node).end }] : [];
      });
    },
    describe(file, offset) {
      const { checker } = current.project;
      const type = checker.getTypeAtPosition(file, offset);
      const name = checker.getSymbolAtPosition(file, offset)?.name;
      return type && `${name === undefined ? "" : `${name}: `}${checker.typeToString(type)}`;
    },
    complete: (file, offset) =>
      current.project.checker.getCompletionsAtPosition(file, offset)?.entries.map(({ name }) => name) ?? [],
    close: () => api.close(),
  };
}

function readDiagnostic(diagnostic: Diagnostic): readonly CompilerDiagnostic[] {
  const { fileName, pos, end, code } = diagnostic;
  return fileName === undefined ? [] : [{ file: fileName, start: pos, end, code, message: messageOf(diagnostic, "") }];
}

/** The message and what it is explained by, each a step further in, as `tsc` prints them. */
function messageOf({ text, messageChain = [] }: Diagnostic, indent: string): string {
  return [indent + text, ...messageChain.map((inner) => messageOf(inner, `${indent}  `))].join("\n");
}
