import MagicString, { type SourceMap } from "magic-string";
import { type JSXElement, type JSXFragment, type Node, parseSync } from "oxc-parser";
import { bindingsOf } from "./bindings.js";
import { valueCode } from "./markup.js";
import { ModuleContext } from "./module-context.js";
import { walk } from "./syntax-tree.js";

/** Options of {@link compile}. */
export interface CompileOptions {
  /** The name or path of the file; `.tsx`, `.jsx` and so on say what language it is. It is the source in the map. */
  readonly filename: string;
}

/** A compiled module. */
export interface Compiled {
  readonly code: string;
  readonly map: SourceMap;
}

const packageName = "datastar-tsx";
const runtime = `${packageName}/jsx-runtime/compiled`;

/**
 * Compiles the TSX of a module into code that joins strings. What it renders is what the runtime renders, byte for
 * byte; types stay as they are.
 *
 * @returns `undefined` for a module without TSX, for one whose comments ask for another JSX library, and for one that
 *   does
 *   not parse, which the next tool will say better
 */
export function compile(code: string, { filename }: CompileOptions): Compiled | undefined {
  // Each element has a slash somewhere.
  if (!/\/\s*>|<\s*\//.test(code)) return undefined;
  const { program, comments, errors, module } = parseSync(filename, code, { sourceType: "unambiguous" });
  if (errors.length > 0 || comments.some(({ type, value }) => type === "Block" && isForeign(value))) return undefined;
  // A script cannot import.
  if (!module.hasModuleSyntax && /\b(?:module|exports|require)\b/.test(code)) return undefined;

  const context = new ModuleContext(code, bindingsOf(program, packageName));
  const output = new MagicString(code, { filename });
  replaceAll(program, context, output);
  const declarations = context.declarations(runtime);
  if (declarations === "") return undefined;
  output.append(`\n${declarations}\n`);
  return {
    code: output.toString(),
    map: output.generateMap({ source: filename, includeContent: true, hires: "boundary" }),
  };
}

/** Whether a comment tells compilers to use another JSX library. */
function isForeign(comment: string): boolean {
  const source = /@jsxImportSource\s+(\S+)/.exec(comment)?.[1];
  return (source !== undefined && source !== packageName) || /@jsxRuntime\s+classic|@jsx\s/.test(comment);
}

/** Replaces the TSX within a node. */
function replaceAll(root: Node, context: ModuleContext, output: MagicString): void {
  walk(root, (node) => {
    const isTsx = node.type === "JSXElement" || node.type === "JSXFragment";
    if (isTsx) replace(node, context, output);
    return !isTsx;
  });
}

/** Writes code over TSX. Expressions in it stay where they are, so that the map leads to them. */
function replace(node: JSXElement | JSXFragment, context: ModuleContext, output: MagicString): void {
  // A keyword may stand right in front.
  let pending = /[\w$]/.test(context.source.charAt(node.start - 1)) ? [" "] : [];
  let position = node.start;
  /** Writes what is pending over the source up to an offset. */
  const write = (end: number): void => {
    if (end <= position) return;
    if (pending.length === 0) output.remove(position, end);
    else output.update(position, end, pending.join(""));
    pending = [];
    position = end;
  };
  for (const piece of valueCode(node, context)) {
    if (typeof piece === "string") {
      pending.push(piece);
    } else if ("at" in piece) {
      write(piece.at);
    } else {
      // What calls with the expression shall be found where that is: it stands in the stack of an error.
      const call = piece.start - position > 1 ? pending.splice(-1) : [];
      write(piece.start - call.length);
      pending.push(...call);
      write(piece.start);
      replaceAll(piece, context, output);
      position = piece.end;
    }
  }
  write(node.end);
}
