import remapping from "@jridgewell/remapping";
import { transformSync } from "oxc-transform";
import { compile } from "./compile.js";

const importSource = "datastar-tsx";

/**
 * Turns a module of TypeScript or TSX into one that Node runs, with its source map in it. TSX is compiled in production
 * (`NODE_ENV=production`), and otherwise left to the development runtime, which checks it.
 *
 * @param path the path of its file
 * @throws SyntaxError for a module that does not parse
 */
export function executable(source: string, path: string): string {
  const development = process.env["NODE_ENV"] !== "production";
  const compiled = development ? undefined : compile(source, { filename: path });
  const { code, map, errors } = transformSync(path, compiled?.code ?? source, {
    sourceType: "module",
    sourcemap: true,
    target: "node20",
    jsx: { runtime: "automatic", development, importSource },
  });
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}\n${error.codeframe ?? ""}`);
  // The code that oxc-transform read is not that of the file.
  const whole =
    compiled === undefined || map === undefined
      ? map
      : remapping([JSON.stringify(map), JSON.stringify(compiled.map)], () => null);
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(whole)).toString("base64")}\n`;
}
