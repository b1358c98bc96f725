import { type Node, type OxcError, parseSync, type Program } from "oxc-parser";
import { countNames } from "../compile/bindings.js";
import { type ClientCode, clientCode, holeName, type Mistake } from "./client-code.js";
import { declarations } from "./declarations.js";
import { ourNames } from "./our-names.js";
import { VirtualText } from "./virtual-text.js";
import { type WrittenSource, writtenSources } from "./written-source.js";

/** A module in which each expression for the browser is a function. */
export interface VirtualFile {
  readonly text: VirtualText;
  /** What is wrong with its expressions before types are looked at. */
  readonly mistakes: readonly Mistake[];
}

const packageName = "datastar-tsx";

/** Writes a module for the TypeScript compiler; `undefined` for one that has nothing to do with us. */
export function virtualFile(filename: string, code: string): VirtualFile | undefined {
  if (!/datastar|data-|signals/.test(code)) return undefined;
  const { program, errors } = parseSync(filename, code);
  const [error] = errors;
  if (error !== undefined) return unparsed(code, error);
  const names = ourNames(program, packageName);
  const sources = writtenSources(program, code, names);
  const declared = declarations(program, names, filename);
  if (sources.length === 0 && declared === "") return undefined;
  const writer = new Writer(program, code, sources);
  writer.write(0, code.length);
  // Imports may stand at the end, where no comment that speaks to TypeScript has to stand before them.
  writer.text.add(`\n;import * as __ds from "${packageName}/check/client";\n${declared}`);
  return writer;
}

/** A module that does not parse is left as it is: that nothing is found in it must not look as if nothing was wrong. */
function unparsed(code: string, { message, labels: [label] }: OxcError): VirtualFile {
  const { start, end } = label ?? { start: 0, end: 0 };
  const text = new VirtualText();
  text.add(code, { start: 0, end: code.length, isExpression: false, isVerbatim: true });
  return { text, mistakes: [{ start, end, message: `${message}: the expressions of this file are not checked.` }] };
}

class Writer implements VirtualFile {
  readonly text = new VirtualText();
  readonly mistakes: Mistake[] = [];
  readonly #code: string;
  readonly #sources: readonly WrittenSource[];
  readonly #serverNames: ReadonlyMap<string, number>;
  // The next source to come to.
  #next = 0;

  constructor(program: Program, code: string, sources: readonly WrittenSource[]) {
    this.#code = code;
    this.#sources = sources.toSorted((a, b) => a.start - b.start);
    this.#serverNames = countNames(program, false);
    // The server may be compiled without the types of the browser.
    for (const lib of ["esnext", "dom", "dom.iterable"]) this.text.add(`/// <reference lib="${lib}" />\n`);
  }

  /** Writes a piece of the module, with what is in it. */
  write(start: number, end: number): void {
    let at = start;
    for (let source = this.#sources[this.#next]; source && source.start < end; source = this.#sources[this.#next]) {
      this.#next++;
      this.#copy(at, source.start);
      this.#writeSource(source);
      at = source.end;
    }
    this.#copy(at, end);
  }

  #copy(start: number, end: number): void {
    if (end > start) this.text.add(this.#code.slice(start, end), { start, end, isExpression: false, isVerbatim: true });
  }

  #writeSource(source: WrittenSource): void {
    const code = clientCode(source, this.#serverNames);
    this.mistakes.push(...code.mistakes);
    const isAttribute = source.form === "attribute";
    const maker = source.form === "template" ? "expression" : "source";
    const { start, end } = source;
    this.text.add(`${isAttribute ? "{" : ""}__ds.${maker}(`, { start, end, isExpression: true, isVerbatim: false });
    this.#writeFunction(source, code);
    this.text.add(isAttribute ? ")}" : ")");
  }

  /** Writes a function that is called with the values of the expression, so that it knows their types. */
  #writeFunction(source: WrittenSource, { pieces }: ClientCode): void {
    const { place, holes, type } = source;
    const parameters = parametersOf(source);
    const names = [...parameters.map(([name, type]) => `${name}: ${type}`), ...holes.map((_, i) => holeName(i))];
    this.text.add(`((${names.join(", ")})`);
    if (type !== undefined && !isOpen(type)) {
      this.text.add(": ");
      this.#copy(type.start, type.end);
    } else if (place?.wants !== undefined) {
      this.text.add(
        `: ${place.wants.startsWith("{") || place.wants === "string" ? place.wants : `__ds.${place.wants}`}`,
      );
    }
    this.text.add(" => {");
    for (const { text, ...origin } of pieces) this.text.add(text, { ...origin, isExpression: true });
    this.text.add("\n})(");
    parameters.forEach((_, i) => this.text.add(`${i > 0 ? ", " : ""}__ds.unknown`));
    holes.forEach((value, i) => {
      this.text.add(`${i > 0 || parameters.length > 0 ? ", " : ""}__ds.hole(`);
      this.write(value.start, value.end);
      this.text.add(")");
    });
    this.text.add(")");
  }
}

/** What an expression may name besides the browser's: of one that may stand anywhere, nothing is known. */
function parametersOf({ place }: WrittenSource): readonly (readonly [name: string, type: string])[] {
  if (place === undefined) return ["evt", "el", "patch"].map((name) => [name, "any"]);
  const tag = place.tag === undefined ? "undefined" : JSON.stringify(place.tag);
  const element = ["el", place.tag === undefined ? "any" : `__ds.ElementOf<${tag}>`] as const;
  if (place.plugin === "on" && place.event !== undefined) {
    const event = `__ds.EventOf<${JSON.stringify(place.event)}, ${tag}>`;
    // The window has it under another name.
    return [["evt", event], ["event", event], element];
  }
  if (place.plugin === "on-signal-patch") return [["patch", "__ds.Patch"], element];
  return [element];
}

function isOpen(type: Node): boolean {
  return type.type === "TSAnyKeyword" || type.type === "TSUnknownKeyword" || type.type === "TSVoidKeyword";
}
