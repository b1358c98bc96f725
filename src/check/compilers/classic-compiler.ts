import { dirname } from "node:path";
import type ts from "typescript-classic";
import type { Compiler, ReadText } from "./compiler.js";

/** Opens a program with TypeScript 5.9 or 6, in this process. */
export function classicCompiler(require: NodeJS.Require, config: string, read: ReadText): Compiler {
  const typescript = require("typescript") as typeof ts;
  const { config: json, error } = typescript.readConfigFile(config, (file) => typescript.sys.readFile(file));
  const { options, fileNames, projectReferences, errors } = typescript.parseJsonConfigFileContent(
    json,
    typescript.sys,
    dirname(config),
    undefined,
    config,
  );
  const [problem = error] = errors;
  if (problem !== undefined)
    throw new Error(`${config}: ${typescript.flattenDiagnosticMessageText(problem.messageText, "\n")}`);
  const textOf = (file: string): string | undefined => read(file) ?? typescript.sys.readFile(file);
  const versions = new Map<string, number>();
  const host: ts.LanguageServiceHost = {
    // Declarations would be written only to be thrown away.
    getCompilationSettings: () => ({ ...options, noEmit: true, composite: false, declaration: false }),
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = textOf(file);
      return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(config),
    getDefaultLibFileName: (options) => typescript.getDefaultLibFilePath(options),
    fileExists: (file) => typescript.sys.fileExists(file),
    readFile: textOf,
    readDirectory: (...given) => typescript.sys.readDirectory(...given),
    directoryExists: (path) => typescript.sys.directoryExists(path),
    getDirectories: (path) => typescript.sys.getDirectories(path),
    ...(typescript.sys.realpath && { realpath: typescript.sys.realpath }),
    ...(projectReferences && { getProjectReferences: () => projectReferences }),
  };
  const service = typescript.createLanguageService(host);
  const files = service.getProgram()?.getSourceFiles() ?? [];
  return {
    files: files.map(({ fileName }) => fileName),
    checksJavaScript: options.checkJs === true,
    update(changed) {
      for (const file of changed) versions.set(file, (versions.get(file) ?? 0) + 1);
    },
    diagnose: (file) =>
      [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].map(
        ({ start = 0, length = 0, code, messageText }) => ({
          file,
          start,
          end: start + length,
          code,
          message: typescript.flattenDiagnosticMessageText(messageText, "\n"),
        }),
      ),
    references: (file, offset) =>
      service
        .findReferences(file, offset)
        ?.flatMap(({ references }) => references)
        .map(({ fileName, textSpan: { start } }) => ({ file: fileName, start })) ?? [],
    isKnown: (file, offset) => (service.getDefinitionAtPosition(file, offset)?.length ?? 0) > 0,
    describe(file, offset) {
      const parts = service.getQuickInfoAtPosition(file, offset)?.displayParts;
      return parts?.map(({ text }) => text).join("");
    },
    complete: (file, offset) =>
      service.getCompletionsAtPosition(file, offset, {})?.entries.map(({ name }) => name) ?? [],
    close: () => service.dispose(),
  };
}
