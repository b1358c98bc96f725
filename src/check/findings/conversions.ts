// What JavaScript converts by itself, and is meant to; TypeScript wants it written out.
import type { CompilerDiagnostic } from "../compilers/compiler.js";

/** The operands of `++`, of `*` and the like, and of `+` and `<`. */
const arithmetic: ReadonlySet<number> = new Set([2356, 2362, 2363, 2365]);
const notAssignable: ReadonlySet<number> = new Set([2322, 2345]);
const noOverload = 2769;

/** What the DOM gives as text, and mostly is a number; dates, which subtract. */
const numberAsText =
  /\.(?:value|textContent|innerText)\b(?!\s*\()|\.dataset\b|\.(?:getAttribute|getItem|getPropertyValue|get)\(|\b(?:prompt|Date)\(|\bnew Date\b/;
/** What makes a number of text: `$text * 1`. */
const toNumber = /^\s*(?:[*/]\s*1|-\s*0|\|\s*0|>>>?\s*0)(?![\w.])/;
/** To count what is true. */
const countsTrue = /'\+=?' cannot be applied to types '(?:number' and 'boolean|boolean' and 'number)'/;

const assigned = /'(.*)' is not assignable to (?:parameter of )?type '(.*)'\.$/;
const numberInObject = /'(?:number|boolean|string|\d+| \| )+' is not assignable to type 'string'\.$/;

const methods =
  "setAttribute|setItem|getItem|removeItem|setProperty|writeText|append|prepend|before|after|replaceWith|replace|replaceAll|" +
  "insertAdjacentText|insertAdjacentHTML|getElementById|set|URLSearchParams|Headers|confirm|prompt|alert";
/** The arguments of what makes text of whatever it is given. */
const argumentsOfText = new RegExp(String.raw`\b(?:${methods})\((?:[^()]|\([^()]*\))*$`);

/** Whether a diagnostic is of a value that the browser converts. */
export function isConversion(
  { code, message, start, end }: CompilerDiagnostic,
  virtual: string,
  written: string,
): boolean {
  if (arithmetic.has(code)) {
    return countsTrue.test(message) || numberAsText.test(written) || toNumber.test(virtual.slice(end, end + 12));
  }
  if (!notAssignable.has(code) && code !== noOverload) return false;
  const lines = message.split("\n");
  // Of several overloads, the last one is told.
  const line = (code === noOverload ? lines.at(-1) : lines[0])?.trim() ?? "";
  const [, given = "", wanted = ""] = assigned.exec(line) ?? [];
  if (takesText(lines)) return true;
  if (wanted === "number") return given === "string" && numberAsText.test(written);
  // `el.disabled = $items.length`
  if (wanted === "boolean") return given === "number" && isProperty(line, written);
  // The last overload of a `FormData` takes a file.
  const isText = /^string(?: \| (?:null|Node))?$/.test(wanted) || (code === noOverload && wanted === "Blob");
  if (!isText || !/^(?:number|boolean|true|false|\d+)$/.test(given)) return false;
  if (line.startsWith("Type ")) return isProperty(line, written);
  return argumentsOfText.test(virtual.slice(Math.max(0, start - 200), start));
}

/** Whether a property of something of the browser's is set. */
function isProperty(line: string, written: string): boolean {
  return line.startsWith("Type ") && /\.\s*\w+$/.test(written) && !written.startsWith("$");
}

/** Whether it is taken for an address, or makes text of each value of an object: `fetch(location)`, `new URLSearchParams({ n: 1 })`. */
function takesText(lines: readonly string[]): boolean {
  const line = lines.find((one) => /^ *(?:Argument of type|Type) '/.test(one)) ?? "";
  const [, given = "", wanted = ""] = assigned.exec(line) ?? [];
  if (given === "Location") return line.includes("parameter of") && /\b(?:string|RequestInfo)\b/.test(wanted);
  return /\b(?:Record<string, string>|HeadersInit)/.test(wanted) && numberInObject.test(lines.at(-1) ?? "");
}
