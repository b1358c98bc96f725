import { nearest } from "../../diagnostics/nearest.js";
import { knownActions } from "../../expressions/action-names.js";
import type { CompilerDiagnostic } from "../compilers/compiler.js";
import { isConversion } from "./conversions.js";

/** Messages of the compiler by their numbers. */
const codes = {
  cannotSetReadOnly: new Set([2540]),
  isNull: new Set([2531, 2533, 18047, 18049]),
  isUndefined: new Set([2532, 2722, 18048]),
  // A caught error, and what a browser imports from a URL.
  isUnknown: new Set([18046, 2571]),
  noModule: new Set([2307, 2792]),
  noName: new Set([2304, 2552]),
  notCallable: new Set([2349]),
  notIterable: new Set([2488]),
  noOverlap: new Set([2367]),
  // Signals that are computed of one another.
  isCircular: new Set([2502, 2589, 2615]),
  // A misspelt property, with a suggestion or without, or one of something that may have any.
  noProperty: new Set([2339, 2551, 7017, 7053]),
  noOverload: new Set([2769]),
  notAssignable: new Set([2322, 2345]),
  unusedLeft: new Set([2695]),
} as const;

/** Whether a message says that something may not be there. */
export function isOfMissing(code: number): boolean {
  return codes.isNull.has(code) || codes.isUndefined.has(code);
}

/** What is called of an element by its id, which is a name of the window: `settings.showModal()`. Data has no such methods. */
const methodOfElement =
  /^\s*(?:\?\.|\.)\s*(?:blur|click|close|focus|(?:hide|show|toggle)Popover|pause|play|(?:request)?[sS]ubmit|reset|scrollIntoView|select|show|showModal|showPicker)\(/;

/**
 * What is told of a diagnostic; `undefined` for one that is none in an expression.
 *
 * @param hasId whether an element of the program has an id
 */
export function messageFor(
  diagnostic: CompilerDiagnostic,
  virtual: string,
  written: string,
  hasId: (id: string) => boolean,
): string | undefined {
  const { code, message, start, end } = diagnostic;
  const present = ifPresent(diagnostic);
  if (present !== undefined) return messageFor({ ...diagnostic, message: present }, virtual, written, hasId);
  if (codes.noName.has(code) && methodOfElement.test(virtual.slice(end, end + 40)) && hasId(written)) return undefined;
  const before = virtual.slice(Math.max(0, start - 20), start);
  if (isConversion(diagnostic, virtual, written)) return undefined;
  if (codes.noProperty.has(code)) {
    const suggestion = / Did you mean '(\w+)'\?/.exec(message)?.[1];
    const unknown = unknownName(before, written, suggestion);
    if (unknown !== undefined) return unknown;
  }
  if (isOfTypesNotWritten(code) || needsTypes(code, message, written)) return undefined;
  // The page has elements that the program cannot know of; what it has itself declared can be told to be missing.
  // Nor can it tell what is at an index, or what a method finds, and JavaScript has no `!` to say so.
  const isFound = /[[(]/.test(written) || !written.startsWith("$");
  if (isOfMissing(code) && isFound) return undefined;
  if (codes.noProperty.has(code) && message.endsWith(" | undefined'.")) return undefined;
  // `==` compares texts with numbers.
  if (codes.noOverlap.has(code) && !/[!=]==/.test(written) && !/types '"[^']*' and '"/.test(message)) return undefined;
  if (codes.cannotSetReadOnly.has(code) && /__hole\d+\.$/.test(before))
    return `${written.trim()} is a value of the server, and cannot be set: only signals can.`;
  // Of a form, another name is that of a field, and of a storage that of a text.
  if (codes.notCallable.has(code) && (message.includes("'AnyField'") || /\b(?:local|session)Storage\.$/.test(before)))
    return `There is no method '${written}' here.`;
  const told = inWordsOfTheProgram(message);
  const remedy = remedyFor({ ...diagnostic, message: told }, virtual, written);
  const [first = "", ...rest] = (told + remedy).split("\n");
  const [, given = "", wanted = ""] = /^Type '(.*)' is not assignable to type '(\w+)'\.$/.exec(first) ?? [];
  if (wanted === "Condition" && mayBeFalse(given, written)) return undefined;
  if (codes.notAssignable.has(code) && Object.hasOwn(wantedOf, wanted)) return `A '${given}' ${wantedOf[wanted]}.`;
  return [first, ...rest].join("\n");
}

/** What to do about a name of the page's own. */
function remedyFor({ code, message, end }: CompilerDiagnostic, virtual: string, written: string): string {
  if (code === 2304) return ` A signal is $${written}, and text has quotes; ${ofPage(`const ${written}: …`, "what")}`;
  const suggestion = / Did you mean '(\w+)'\?$/.exec(message)?.[1];
  if (suggestion !== undefined && nearest(written, [suggestion]) !== undefined) return "";
  // What is not much like it is a guess.
  if (code === 2552) return ` ${ofPage(`const ${written}: …`)}`;
  if (/ on type 'Window & typeof globalThis'\./.test(message))
    return ` ${ofPage(`interface Window { ${written}: … }`)}`;
  if (code !== 2339 && code !== 2551) return "";
  const isSet = /^\s*=(?![=>])/.test(virtual.slice(end, end + 20));
  if (isSet && /Element(?:>|\w|")*'\.$/.test(message))
    return ` What a page keeps on an element has an underscore in front: _${written}.`;
  return message.includes(" on type 'AnyElement'.")
    ? " A custom element is known by declare global { interface HTMLElementTagNameMap { … } }."
    : "";
}

function ofPage(declaration: string, what = "What"): string {
  return `${what} the page has by this name is declared by declare global { ${declaration} }.`;
}

/** What is said of a value that may be missing, as of one that is there, if that were wrong; `undefined` of all else. */
function ifPresent({ code, message }: CompilerDiagnostic): string | undefined {
  const [first = ""] = message.split("\n");
  if (codes.notAssignable.has(code)) {
    const [, start = "", given = "", between = "", wanted = ""] =
      /^((?:Type|Argument of type) ')(.*?)(?: \| (?:null|undefined))+(' is not assignable to .*?type ')(.*)'\.$/.exec(
        first,
      ) ?? [];
    const kinds = [kindOf(given), kindOf(wanted)];
    return kinds[0] !== kinds[1] && !kinds.includes(undefined) ? `${start}${given}${between}${wanted}'.` : undefined;
  }
  if (!codes.noProperty.has(code)) return undefined;
  const [, start = "", name = "", given = ""] =
    /^(Property '(\w+)' .* on type ')(\{ .* \}) \| undefined'\.$/.exec(first) ?? [];
  const isKnown = kindOf(given) === "object" && !given.includes("...");
  return isKnown && !new RegExp(`[ "]${name}"?\\??:`).test(given) ? `${start}${given}'.` : undefined;
}

/** What a type is that is written out; `undefined` where it may be several. */
function kindOf(type: string): string | undefined {
  if (/^(?:string|number|boolean)$/.test(type)) return type;
  if (type.includes(" | ") && !type.startsWith("{")) return undefined;
  if (type.endsWith("[]")) return "array";
  return /^\{ .* \}$/.test(type) && !/\}(?:\[\])? [|&] \{/.test(type) ? "object" : undefined;
}

/** Messages on what JavaScript does not say, which is no TypeScript: the types of its parameters and variables. */
function isOfTypesNotWritten(code: number): boolean {
  return (code >= 7000 && code < 7100) || code === 2683 || code === 6133 || code === 6196 || code === 6198;
}

/** Whether only a cast could make TypeScript content, which JavaScript does not have. */
function needsTypes(code: number, message: string, written: string): boolean {
  if ([codes.unusedLeft, codes.isUnknown, codes.isCircular, codes.noModule].some((those) => those.has(code)))
    return true;
  // What is no field that the program writes out may be one nevertheless, unless it reads like a property.
  if (code === 2339 && /\b(?:Form|FormElement|Fields)'\.$/.test(message)) return true;
  // What begins as `{}` gets properties later; a leading underscore is how those are named that an element has not.
  if (codes.noProperty.has(code)) return message.endsWith(" on type '{}'.") || written.startsWith("_");
  if (codes.notIterable.has(code)) return / \| (?:null|undefined)' must/.test(message);
  if (codes.noOverload.has(code)) return /^ *Argument of type '[^']* \| (?:null|undefined)' is not/m.test(message);
  if (!codes.notAssignable.has(code)) return false;
  const last = message.split("\n").at(-1) ?? "";
  return (
    // `el.dataset.id`, `localStorage.getItem(…)`, `new FormData(el).get(…)`
    /^ *(?:Type|Argument of type) '(?:null|undefined|File|FormDataEntryValue)[^']*' is not/.test(last) ||
    /^(?:Type|Argument of type) '[^']* \| (?:null|undefined)' is not/.test(message) ||
    // The value of an element, for a signal that holds one of a few texts.
    /^ *(?:Type|Argument of type) 'string' is not assignable to (?:parameter of )?type '"/.test(last) ||
    /^Argument of type 'FormData' .*URLSearchParams/.test(message) ||
    // An array for one of so many items, as `map` makes it.
    message.includes("but source may have fewer.") ||
    // TypeScript does not put the two results of `ok && @get(…)` together.
    /^Argument of type '\(.*\) => .*' is not assignable to parameter of type '\(.*\) => .* \| PromiseLike</.test(
      message,
    ) ||
    // Browsers take text for it.
    /^Type 'string' .*Location'\.$/m.test(message)
  );
}

/** Whether a value can be false: one that may be nothing, an element that may not be there, a feature to be tested for. */
function mayBeFalse(type: string, written: string): boolean {
  if (/ \| (?:null|undefined)$/.test(type) || type.endsWith("Element")) return true;
  return type.includes("=>") && !/=>|function/.test(written);
}

function unknownName(before: string, written: string, suggestion: string | undefined): string | undefined {
  const nearest = (mark: string): string => (suggestion === undefined ? "" : ` Did you mean ${mark}${suggestion}?`);
  if (/__ds\.signals(?:\.|\["?)$/.test(before)) {
    return /-\d/.test(written)
      ? `The client takes ${written} for the name of a signal: put spaces around the minus.`
      : `No signal ${written} is declared.${nearest("$")}`;
  }
  if (before.endsWith("__ds.actions.")) return `There is no action ${written}.${nearest("@")}`;
  if (before.endsWith("__ds.client.")) {
    const remedy = knownActions.has(written)
      ? `write @${written}(…), or put its call in, as \${${written}(…)}`
      : `put its value in, as \${${written}}`;
    return `${written} is of the server, and the browser has none: ${remedy}.`;
  }
  return undefined;
}

/** What is wrong with a value that a type of `client/index.ts` does not take. */
const wantedOf: { readonly [type: string]: string } = {
  Items: "has no items for data-for to go through",
  AttributeValue: "is no text, number or boolean, which an attribute is set to",
  Condition: "is true whatever is in it: write a condition",
  StyleValue: "is no text or number, which a style is set to",
  Text: "does not show as text",
};

/** Takes names of ours out of a message, and the middle of types that are longer than a line. */
export function inWordsOfTheProgram(message: string): string {
  return message
    .replaceAll("__ds.signals.", "$")
    .replace(/^\(property\) DatastarSignals(?:\.(\w+)|\["([^"]+)"\])/, "(signal) $$$1$2")
    .replaceAll("Path & ", "")
    .replaceAll(/(?<=[' ])(?:ElementLookups & FormElement|FormElement|Form)(?=[' ])/g, "HTMLFormElement")
    .replaceAll(/Omit<(\w+), "forms?">/g, "$1")
    .replaceAll(/'Fields'/g, "'HTMLFormControlsCollection'")
    .replaceAll(
      /__ds\.(?:window|client)\.|__ds\.|(?:EventTarget & )?(?:Element|Document)Lookups & (?:(?:InForm|WithContent) & )?/g,
      "",
    )
    .replaceAll(/ & Targets<[^<>]*>(?: & \{ readonly (?:submitter|relatedTarget): AnyElement; \})?/g, "")
    .replaceAll(" & { readonly detail: any; }", "")
    .replaceAll(/(HTML\w+Element) & HTMLElement\b/g, "$1")
    .replaceAll(/OfSome & HTMLElement|HTMLElement & OfSome/g, "AnyElement")
    .replaceAll(/__hole\d+\.value/g, "${…}")
    .replaceAll(/'([^']{120,})'/g, (_, type: string) => `'${type.slice(0, 60)}…'`);
}
