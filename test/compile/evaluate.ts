import * as datastar from "datastar-tsx";
import * as development from "datastar-tsx/jsx-dev-runtime";
import * as runtime from "datastar-tsx/jsx-runtime";
import { transformSync } from "esbuild";
import { compile } from "../../src/compile/compile.js";
import * as compiled from "../../src/jsx/compiled.js";

const modules: { readonly [name: string]: unknown } = {
  "datastar-tsx": datastar,
  "datastar-tsx/jsx-runtime": runtime,
  "datastar-tsx/jsx-dev-runtime": development,
  "datastar-tsx/jsx-runtime/compiled": compiled,
};

export interface Evaluated {
  readonly [name: string]: unknown;
}

/** Compiles a module of TSX with our compiler. */
export function compiledCode(code: string, filename = "module.tsx"): string {
  const result = compile(code, { filename });
  if (result === undefined) throw new Error(`The compiler leaves this alone:\n${code}`);
  return result.code;
}

/** Runs a module as our compiler compiles it, and returns its exports. */
export function runCompiled(code: string, globals: Evaluated = {}): Evaluated {
  return run(transformSync(compiledCode(code), { loader: "tsx", format: "cjs", jsx: "preserve" }).code, globals);
}

/** Runs a module as esbuild compiles it for our runtime, and returns its exports. */
export function runWithRuntime(code: string, globals: Evaluated = {}): Evaluated {
  return run(transformed(code, false), globals);
}

/** Runs a module as esbuild compiles it for our development runtime, and returns its exports. */
export function runInDevelopment(code: string, globals: Evaluated = {}): Evaluated {
  return run(transformed(code, true), globals);
}

function transformed(code: string, jsxDev: boolean): string {
  const options = { loader: "tsx", format: "cjs", jsx: "automatic", jsxImportSource: "datastar-tsx", jsxDev } as const;
  return transformSync(code, options).code;
}

function run(code: string, globals: Evaluated): Evaluated {
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (!Object.hasOwn(modules, name)) throw new Error(`There is no ${name} here.`);
    return modules[name];
  };
  Function(
    "module",
    "exports",
    "require",
    ...Object.keys(globals),
    code,
  )(module, module.exports, require, ...Object.values(globals));
  return module.exports;
}
