import MagicString, { type SourceMap } from "magic-string";
import {
  type JSXElement,
  type JSXFragment,
  type Node,
  type ParseResult,
  parseSync,
  type Program,
  visitorKeys,
} from "oxc-parser";
import { type ClientOptions, printFor } from "../base/configure-client.js";
import { isStackFull } from "../base/too-deep.js";
import { findRunTimeSources } from "../diagnostics/program/run-time-source.js";
import { rangeOf } from "../diagnostics/program/syntax-tree.js";
import { bindingsOf } from "./bindings.js";
import { valueCode } from "./markup.js";
import { ModuleContext } from "./module-context.js";
import { SourceError } from "./source-error.js";
import { walk } from "./syntax-tree.js";

/** Options of {@link compile}. */
export interface CompileOptions {
  /** The name or path of the file; `.tsx`, `.jsx` and so on say what language it is. It is the source in the map. */
  readonly filename: string;
  /** The Datastar client that the program runs, where it says so with `configureClient`. */
  readonly client?: ClientOptions | undefined;
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
 *   does not parse, which the next tool will say better
 * @throws SourceError where data would become code: see {@link checkSource}
 */
export function compile(code: string, { filename, client }: CompileOptions): Compiled | undefined {
  return printFor(client, () => compileTsx(code, filename));
}

function compileTsx(code: string, filename: string): Compiled | undefined {
  const parsed = parseTsx(code, filename);
  if (parsed === undefined) return undefined;
  const { program } = parsed;
  refuseRunTimeSource(program, code, filename);
  // A script cannot import.
  if (/\b(?:module|exports|require)\b/.test(code) && !parsed.module.hasModuleSyntax) return undefined;

  const context = new ModuleContext(code, bindingsOf(program, packageName));
  const output = new MagicString(code, { filename });
  replaceAll(program, context, output, filename);
  const declarations = context.declarations(runtime);
  if (declarations === "") return undefined;
  output.append(`\n${declarations}\n`);
  return {
    code: output.toString(),
    map: output.generateMap({ source: filename, includeContent: true, hires: "boundary" }),
  };
}

/**
 * Checks a module as {@link compile} does, for development, where the runtime renders it. What can only be told from
 * the source is refused in both: text that is put together at run time where an attribute takes source, in which data
 * would run as code in the browser.
 *
 * @throws SourceError with the place, and with what to write instead
 */
export function checkSource(code: string, { filename }: CompileOptions): void {
  const parsed = parseTsx(code, filename);
  if (parsed !== undefined) refuseRunTimeSource(parsed.program, code, filename);
}

/** Parses a module with TSX of ours in it. */
function parseTsx(code: string, filename: string): ParseResult | undefined {
  // Each element has a slash somewhere.
  if (!/\/\s*>|<\s*\//.test(code)) return undefined;
  const parsed = parseSync(filename, code, { sourceType: "unambiguous", astType: "js" });
  // What is not asked for is not fetched from the parser, which takes time.
  const isForeignModule =
    code.includes("@jsx") && parsed.comments.some(({ type, value }) => type === "Block" && isForeign(value));
  return parsed.errors.length > 0 || isForeignModule ? undefined : parsed;
}

function refuseRunTimeSource(program: Program, code: string, filename: string): void {
  const found = naming(program, code, filename, () => findRunTimeSources(program, visitorKeys, code)).find(
    ({ diagnostic: { severity }, isAttribute }) => isAttribute && severity === "error",
  );
  if (found !== undefined) throw new SourceError(found.diagnostic.message, filename, code, rangeOf(found.place));
}

/** Whether a comment tells compilers to use another JSX library. */
function isForeign(comment: string): boolean {
  const source = /@jsxImportSource\s+(\S+)/.exec(comment)?.[1];
  return (source !== undefined && source !== packageName) || /@jsxRuntime\s+classic|@jsx\s/.test(comment);
}

/** Replaces the TSX of a module. A loop, since programs nest deeper than calls can. */
function replaceAll(program: Program, context: ModuleContext, output: MagicString, filename: string): void {
  const open: Node[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const outer = node;
    const inner = isTsx(outer)
      ? naming(outer, context.source, filename, () => replace(outer, context, output))
      : tsxIn(outer);
    open.push(...inner.reverse());
  }
}

function tsxIn(root: Node): Node[] {
  const found: Node[] = [];
  walk(root, (node) => {
    if (isTsx(node)) found.push(node);
    return !isTsx(node);
  });
  return found;
}

function isTsx(node: Node): node is JSXElement | JSXFragment {
  return node.type === "JSXElement" || node.type === "JSXFragment";
}

/** Says where a module nests deeper than the stack is; an engine would only say that its stack is full. */
function naming<T>(
  { start, end }: { readonly start: number; readonly end: number },
  code: string,
  filename: string,
  run: () => T,
): T {
  try {
    return run();
  } catch (error) {
    if (!isStackFull(error)) throw error;
    throw new SourceError("this is nested deeper than the compiler can go; take it apart.", filename, code, [
      start,
      end,
    ]);
  }
}

/**
 * Writes code over TSX. Expressions in it stay where they are, so that the map leads to them.
 *
 * @returns those expressions, in which there may be TSX
 */
function replace(node: JSXElement | JSXFragment, context: ModuleContext, output: MagicString): Node[] {
  const expressions: Node[] = [];
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
      expressions.push(piece);
      position = piece.end;
    }
  }
  write(node.end);
  return expressions;
}
