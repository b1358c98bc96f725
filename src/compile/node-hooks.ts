// The hooks that Node calls to find and load modules. They are the same functions on the thread of the program (Node
// 22.15 and later) and on one of their own (before): they ask for nothing that would have to be awaited.
import { existsSync, readFileSync } from "node:fs";
import type { ResolveHookContext } from "node:module";
import { fileURLToPath } from "node:url";
import { executable } from "./executable.js";

/** The code of a module. */
interface Loaded {
  readonly format: string;
  readonly source: string;
  readonly shortCircuit: true;
}

const typed = /\.(?:[jt]sx|m?ts)$/;
// TypeScript has programs name the files that it would have written.
const written: { readonly [extension: string]: readonly string[] } = {
  ".js": [".ts", ".tsx", ".jsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
};

/** Finds `./module.tsx` for an import of `./module.js`. */
export function resolve<R>(
  specifier: string,
  context: ResolveHookContext,
  next: (specifier: string, context: ResolveHookContext) => R,
): R {
  return next(
    /^(?:\.{0,2}\/|file:)/.test(specifier) ? (sourceOf(specifier, context.parentURL) ?? specifier) : specifier,
    context,
  );
}

function sourceOf(specifier: string, parent: string | undefined): string | undefined {
  const url = URL.canParse(specifier, parent) ? new URL(specifier, parent) : undefined;
  const extension = /\.\w+$/.exec(url?.pathname ?? "")?.[0] ?? "";
  if (url?.protocol !== "file:" || !Object.hasOwn(written, extension) || existsSync(url)) return undefined;
  const { pathname } = url;
  for (const source of written[extension] ?? []) {
    url.pathname = pathname.slice(0, -extension.length) + source;
    if (existsSync(url)) return url.href;
  }
  return undefined;
}

/** Loads TypeScript and TSX as JavaScript. */
export function load<C, R>(url: string, context: C, next: (url: string, context: C) => R): R | Loaded {
  const { protocol, pathname } = new URL(url);
  if (protocol !== "file:" || !typed.test(pathname) || pathname.includes("/node_modules/")) return next(url, context);
  const path = fileURLToPath(url);
  return { format: "module", source: executable(readFileSync(path, "utf8"), path), shortCircuit: true };
}
