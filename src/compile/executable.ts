import remapping from "@jridgewell/remapping";
import { transformSync } from "oxc-transform";
import { checkSource, compile, type Compiled } from "./compile.js";
import { framed } from "./source-error.js";

const importSource = "datastar-tsx";

/**
 * Turns a module of TypeScript or TSX into one that Node runs, with its source map in it. TSX is compiled in production
 * (`NODE_ENV=production`), and otherwise left to the development runtime, which checks it.
 *
 * @param path the path of its file
 * @throws SyntaxError for a module that does not parse, and for one in which data would become code
 */
export function executable(source: string, path: string): string {
  const development = process.env["NODE_ENV"] !== "production";
  const compiled = compiledOrChecked(source, path, development);
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
  const encoded = Buffer.from(JSON.stringify(whole)).toString("base64");
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
}

function compiledOrChecked(source: string, path: string, development: boolean): Compiled | undefined {
  try {
    if (!development) return compile(source, { filename: path });
    checkSource(source, { filename: path });
    return undefined;
  } catch (error) {
    throw framed(error);
  }
}
