import { ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { getTokenAtPosition as TokenAtPosition } from "typescript/unstable/ast";
import type { API, Diagnostic, Snapshot } from "typescript/unstable/sync";
import type { Compiler, CompilerDiagnostic, ReadText } from "./compiler.js";

/** Opens a program with TypeScript 7, a process of its own that asks for the texts of files. */
export async function nativeCompiler(require: NodeJS.Require, config: string, read: ReadText): Promise<Compiler> {
  const { API: Api } = (await import(pathToFileURL(require.resolve("typescript/unstable/sync")).href)) as {
    API: typeof API;
  };
  const { getTokenAtPosition } = (await import(pathToFileURL(require.resolve("typescript/unstable/ast")).href)) as {
    getTokenAtPosition: typeof TokenAtPosition;
  };
  const api = new Api({ fs: { readFile: read } });
  const open = (snapshot: ReturnType<API["updateSnapshot"]>) => {
    const project = snapshot.getProject(config);
    if (project === undefined)
      throw new Error(`${config}: TypeScript does not open it: is it settings that can be read?`);
    // Asked for together, as one request takes as long as the compiler does for many files.
    const unparsed = project.program.getSyntacticDiagnostics();
    return { snapshot, project, unparsed };
  };
  const openFirst = () => {
    const snapshot = api.updateSnapshot({ openProjects: [config] });
    try {
      const opened = open(snapshot);
      const [problem] = opened.project.program.getConfigFileParsingDiagnostics();
      if (problem !== undefined) throw new Error(`${config}: ${messageOf(problem, "")}`);
      return opened;
    } catch (error) {
      end(api, snapshot);
      throw error;
    }
  };
  let current = openFirst();
  return {
    files: current.project.program.getSourceFileNames(),
    checksJavaScript: current.project.compilerOptions.checkJs === true,
    update(files) {
      const { snapshot } = current;
      current = open(api.updateSnapshot({ fileChanges: { changed: [...files] } }));
      snapshot.dispose();
    },
    diagnose(file) {
      const { project, unparsed } = current;
      const ofFile = unparsed.filter(({ fileName }) => fileName === file);
      return [...ofFile, ...project.program.getSemanticDiagnostics(file)].flatMap(readDiagnostic);
    },
    references(file, offset) {
      const { program, checker } = current.project;
      const source = program.getSourceFile(file);
      if (source === undefined) return [];
      const found = checker.getReferencedSymbolsForNode(getTokenAtPosition(source, offset), offset);
      return found
        .flatMap(({ references }) => references)
        .flatMap((handle) => {
          const node = handle.resolve();
          if (node === undefined) return [];
          const { fileName, text } = node.getSourceFile();
          const start = node.getStart();
          // Its end, where it is text, is that of its quotes.
          return [{ file: fileName, start: /["'`]/.test(text[start] ?? "") ? start + 1 : start }];
        });
    },
    isKnown: (file, offset) =>
      (current.project.checker.getSymbolAtPosition(file, offset)?.declarations.length ?? 0) > 0,
    describe(file, offset) {
      const { checker } = current.project;
      const name = checker.getSymbolAtPosition(file, offset)?.name;
      // What has no name, or one of the compiler's own, is punctuation, a keyword or a literal.
      if (name === undefined || /^__(?!hole)/.test(name)) return undefined;
      const type = checker.getTypeAtPosition(file, offset);
      return type && `${name}: ${checker.typeToString(type)}`;
    },
    complete: (file, offset) =>
      current.project.checker.getCompletionsAtPosition(file, offset)?.entries.map(({ name }) => name) ?? [],
    close: () => end(api, current.snapshot),
  };
}

/**
 * Ends the compiler's process at once, as it has nothing to lose: asked to end, it writes to the terminal now and then
 * that it was.
 */
function end(api: API, snapshot: Snapshot): void {
  try {
    snapshot.dispose();
  } catch {
    // It has ended by itself.
    return;
  }
  const child = ["client", "channel", "child"].reduce<unknown>(
    (owner, name) => (typeof owner === "object" && owner !== null ? Reflect.get(owner, name) : undefined),
    api,
  );
  if (child instanceof ChildProcess) child.kill("SIGKILL");
  api.close();
}

function readDiagnostic(diagnostic: Diagnostic): readonly CompilerDiagnostic[] {
  const { fileName, pos, end, code } = diagnostic;
  return fileName === undefined ? [] : [{ file: fileName, start: pos, end, code, message: messageOf(diagnostic, "") }];
}

/** The message and what it is explained by, each a step further in, as `tsc` prints them. */
function messageOf({ text, messageChain = [] }: Diagnostic, indent: string): string {
  return [indent + text, ...messageChain.map((inner) => messageOf(inner, `${indent}  `))].join("\n");
}
