import { type JSXAttributeItem, type JSXElement, type JSXOpeningElement, type Node, type Program } from "oxc-parser";
import { countNames } from "../../compile/bindings.js";
import { nodesOf, tagName } from "../../compile/syntax-tree.js";
import type { Asked, Question, ServerValue } from "../server/questions.js";
import { serverValues } from "../server/server-values.js";
import { isJavaScript } from "../source/checked-modules.js";
import { type ClientCode, clientCodes, holeName, type Mistake, nameToBe } from "../source/client-code.js";
import { computedConstants } from "../source/computed-signals.js";
import { declarations } from "../source/declarations.js";
import { guardedTemplates } from "../source/guarded-templates.js";
import { ourNames, packageName } from "../source/our-names.js";
import { parseModule } from "../source/parse-module.js";
import { countBefore, type Range } from "../source/positions.js";
import { parametersOf } from "../source/source-parameters.js";
import { type WrittenSource, writtenSources } from "../source/written-source.js";
import { type VirtualText, VirtualTextWriter } from "./virtual-text.js";

/** A module in which each expression for the browser is a function. */
export interface VirtualFile {
  readonly text: VirtualText;
  /** What is wrong with its expressions before types are looked at. */
  readonly mistakes: readonly Mistake[];
  /** Where a condition may have asked whether what is named is there. */
  readonly guarded: readonly Range[];
  /** Whether it has source or declares signals; others may be of a part of the project that knows nothing of us. */
  readonly isOurs: boolean;
}

/** Writes a module for the TypeScript compiler; `undefined` for one that has nothing to do with us. */
export function virtualFile(filename: string, code: string): VirtualFile | undefined {
  if (!mayConcernUs(code)) return undefined;
  const { program, errors } = parseModule(filename, code);
  const [error] = errors;
  if (error !== undefined) return unread(code, error.message, error.labels[0]);
  const names = ourNames(program, packageName);
  const nodes = nodesOf(program);
  const { sources, given, scopes } = writtenSources(program, nodes, code, names);
  const serverNames = countNames(nodes, false);
  const values = serverValues(nodes, given, serverNames, scopes);
  const declared = declarations(program, nodes, code, names, scopes, filename);
  const isOurs = sources.length > 0 || declared !== "";
  if ((isOurs || requiresUs.test(code)) && isJavaScript(filename) && isCommonJs(program, code))
    return unread(code, "This is a module of CommonJS, without import and export");
  if (!isOurs && values.length === 0) return undefined;
  const writer = new Writer(nodes, code, sources, values, serverNames);
  writer.write(0, code.length);
  const { text, mistakes } = writer;
  // Imports may stand at the end, where no comment that speaks to TypeScript has to stand before them.
  const computed = computedConstants(writer.codes, scopes, code);
  text.add(`\n;import * as __ds from "${packageName}/check/client";\n${declared}${computed}`);
  return { text: text.written(), mistakes, guarded: guardedTemplates(nodes, code), isOurs };
}

/** Whether a module may have to do with us: values of ours come with imports. */
function mayConcernUs(code: string): boolean {
  return /datastar|data-|signals|\b(?:from|import)\s*\(?["'](?!node:)/.test(code);
}

const requiresUs = new RegExp(String.raw`\brequire\s*\(\s*["']${packageName}["']`);

/** Whether an `import` of ours would make another module of it: what it exports, nobody would know. */
function isCommonJs({ body }: Program, code: string): boolean {
  return !body.some(({ type }) => /^(?:Import|Export)/.test(type)) && /\brequire\s*\(|\bexports\b/.test(code);
}

/** A module that cannot be read is left as it is: that nothing is found in it must not look as if nothing was wrong. */
function unread(code: string, why: string, { start, end } = { start: 0, end: 0 }): VirtualFile {
  const text = new VirtualTextWriter();
  text.add(code, { start: 0, end: code.length, isExpression: false, isVerbatim: true });
  return {
    text: text.written(),
    isOurs: true,
    guarded: [],
    mistakes: [{ start, end, message: `${why}: the expressions of this file are not checked.` }],
  };
}

/** What is written otherwise than it stands in the module: source, values of the server, and elements of HTML. */
type Part = WrittenSource | ServerValue | JSXElement;

/** What stands before questions, behind each of them, and behind what they are about. */
const writtenAs: { readonly [asked in Asked]: readonly [opening: string, separator: string, closing: string] } = {
  beside: ["(", ", ", ")"],
  around: ["(", "", ")"],
  before: ["", "; ", ""],
  block: ["{ ", "; ", " }"],
};

class Writer {
  readonly text = new VirtualTextWriter();
  readonly mistakes: readonly Mistake[];
  readonly #code: string;
  readonly #parts: readonly Part[];
  // Where source and values begin, in order.
  readonly #starts: readonly number[];
  readonly codes: ReadonlyMap<WrittenSource, ClientCode>;
  // The next part to come to.
  #next = 0;

  constructor(
    nodes: readonly Node[],
    code: string,
    sources: readonly WrittenSource[],
    values: readonly ServerValue[],
    serverNames: ReadonlyMap<string, number>,
  ) {
    this.#code = code;
    // From the outside in: of several that begin together, what is asked about is around the others.
    this.#parts = [...values, ...sources, ...nodes.filter(isMarkup)].toSorted(
      (a, b) => a.start - b.start || Number(b.end === b.start) - Number(a.end === a.start) || b.end - a.end,
    );
    this.#starts = [...values, ...sources].map(({ start }) => start).toSorted((a, b) => a - b);
    this.codes = clientCodes(sources, serverNames);
    this.mistakes = Array.from(this.codes.values()).flatMap(({ mistakes }) => mistakes);
    // The server may be compiled without the types of the browser.
    for (const lib of ["esnext", "dom", "dom.iterable"]) this.text.add(`/// <reference lib="${lib}" />\n`);
  }

  /** Writes a piece of the module, with what is in it. */
  write(start: number, end: number): void {
    let at = start;
    for (let part = this.#parts[this.#next]; part && part.start < end; part = this.#parts[this.#next]) {
      this.#next++;
      this.#copy(at, part.start);
      if ("form" in part) this.#writeSource(part);
      else if ("questions" in part) this.#writeValue(part);
      else this.#writeElement(part);
      at = part.end;
    }
    this.#copy(at, end);
  }

  #copy(start: number, end: number): void {
    if (end > start) this.text.add(this.#code.slice(start, end), { start, end, isExpression: false, isVerbatim: true });
  }

  /**
   * Writes an element as a fragment of what has source in it: what the rest of it may be, `tsc` says, and looks long
   * for it in the types of all elements.
   */
  #writeElement({ openingElement, children, end }: JSXElement): void {
    this.text.add("<>");
    if (this.#hasSource(openingElement)) this.#writeAttributes(openingElement);
    for (const child of children) {
      // Line breaks, and comments that speak to TypeScript, are for what stands below them.
      const isComment = child.type === "JSXExpressionContainer" && child.expression.type === "JSXEmptyExpression";
      if (isComment || this.#hasSource(child)) this.write(child.start, child.end);
      else if (this.#code.slice(child.start, child.end).includes("\n")) this.text.add("\n");
    }
    this.#skip(end);
    this.text.add("</>");
  }

  #writeAttributes({ name, typeArguments, attributes }: JSXOpeningElement): void {
    let previous = (typeArguments ?? name).end;
    this.text.add("{__ds.attributes(");
    for (const attribute of attributes) {
      if (this.#hasSource(attribute)) {
        this.#copy(previous, attribute.start);
        this.#writeAttribute(attribute);
        this.text.add(",");
      }
      previous = attribute.end;
    }
    this.text.add(")}");
  }

  #writeAttribute(attribute: JSXAttributeItem): void {
    const value = attribute.type === "JSXSpreadAttribute" ? attribute.argument : attribute.value;
    if (value === null) return;
    this.#skip(value.start);
    const part = this.#parts[this.#next];
    if (part?.start === value.start && "form" in part) {
      this.#next++;
      this.#writeSource(part, true);
    } else if (value.type === "JSXExpressionContainer") this.write(value.start + 1, value.end - 1);
    else this.write(value.start, value.end);
  }

  /** Goes past parts that are not written. */
  #skip(end: number): void {
    while ((this.#parts[this.#next]?.start ?? end) < end) this.#next++;
  }

  #hasSource({ start, end }: Node): boolean {
    // An element may be a value itself.
    return countBefore(this.#starts, start + 1) < countBefore(this.#starts, end);
  }

  /** Writes a value, and what is asked about it. */
  #writeValue(value: ServerValue): void {
    const { start, end, questions, asked } = value;
    const [opening, separator, closing] = writtenAs[asked];
    this.text.add(opening);
    if (asked === "around") for (const question of questions) this.#ask(question, () => this.write(start, end));
    else {
      for (const question of questions) {
        this.#ask(question, () =>
          this.text.add(question.of.map(({ start, end }) => this.#code.slice(start, end)).join(", ")),
        );
        this.text.add(separator);
      }
      this.write(start, end);
    }
    this.text.add(closing);
  }

  /** Asks about a value by a call of a function of `client/values.ts` or `client/calls.ts`, which gives what is wrong. */
  #ask({ start, end, use }: Question, write: () => void): void {
    this.text.add(`__ds.${use}(`);
    write();
    this.text.add(")");
    // The compiler tells of this word what is wrong with what is before it.
    this.text.add(" satisfies", { start, end, isExpression: false, isVerbatim: false, isQuestion: true });
    this.text.add(" __ds.Fine");
  }

  /** @param isArgument whether it stands where an expression does, and no attribute of TSX */
  #writeSource(source: WrittenSource, isArgument = false): void {
    const isAttribute = source.form === "attribute" && !isArgument;
    const maker = source.form === "template" ? "expression" : "source";
    const { start, end } = source;
    this.text.add(`${isAttribute ? "{" : ""}__ds.${maker}(`, { start, end, isExpression: true, isVerbatim: false });
    this.#writeFunction(source);
    this.text.add(isAttribute ? ")}" : ")");
  }

  /**
   * Writes a function that is called with the values of the expression, so that it knows their types, and returns what
   * the expression is: a function nobody calls. TypeScript would take one that is called for a part of the code around
   * it, where each expression would go on with what the one before had set the signals to.
   */
  #writeFunction(source: WrittenSource): void {
    const { place, holes, type } = source;
    const { pieces, names: used } = this.codes.get(source) ?? { pieces: [] };
    // A parameter that nothing asks for would cost the compiler as much as what is asked.
    const isUsed = (name: string): boolean => used?.has(name) === true || used?.has(nameToBe) === true;
    const parameters = parametersOf(source).filter(([name]) => isUsed(name));
    const given = (place?.names ?? []).filter(({ name }) => isUsed(name));
    const names = [
      ...parameters.map(([name, type]) => `${name}: ${type}`),
      ...given.map(({ name }) => name),
      ...holes.map((_, i) => holeName(i)),
    ];
    this.text.add(`((${names.join(", ")}) => ()`);
    if (type !== undefined && !isOpen(type)) {
      this.text.add(": ");
      this.#copy(type.start, type.end);
    } else if (place?.wants !== undefined) {
      this.text.add(
        `: ${place.wants.startsWith("{") || place.wants === "string" ? place.wants : `__ds.${place.wants}`}`,
      );
    }
    this.text.add(" => {");
    for (const { text, start, end, isVerbatim } of pieces)
      this.text.add(text, { start, end, isVerbatim, isExpression: true });
    this.text.add("\n})(");
    const values = [...parameters.map(() => "__ds.unknown"), ...given.map(({ value }) => value)];
    this.text.add(values.join(", "));
    holes.forEach((value, i) => {
      this.text.add(`${i > 0 || values.length > 0 ? ", " : ""}__ds.hole(`);
      this.write(value.start, value.end);
      this.text.add(")");
    });
    this.text.add(")");
  }
}

/** Whether a node is an element of HTML. */
function isMarkup(node: Node): node is JSXElement {
  return node.type === "JSXElement" && tagName(node.openingElement.name) !== undefined;
}

function isOpen(type: Node): boolean {
  return type.type === "TSAnyKeyword" || type.type === "TSUnknownKeyword" || type.type === "TSVoidKeyword";
}
