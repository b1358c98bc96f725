import { datastarAttribute } from "../src/attributes/serialise.js";
import { classText } from "./class-value.js";
import { escapeAttribute } from "./escape.js";
import { plainText } from "./plain-value.js";
import { isScriptUrl } from "./script-url.js";
import { styleText } from "./style-value.js";

/** What does not change from one attribute of a name to the next. */
interface Attribute {
  /** Prints a value, name included and with a leading space; or nothing when the attribute is absent. */
  readonly print: (value: unknown, tag: string) => string;
  /** How strings printed, while they are few: an attribute has few values, like a class, or very many, like an id. */
  known: Map<string, string> | undefined;
}

// Programs use few names, but a spread object could bring any number of them.
const cacheLimit = 4096;
const attributes = new Map<string, Attribute>();

const knownLimit = 256;
const knownLength = 64;

/**
 * Renders an attribute, with a leading space; or nothing when it is absent.
 *
 * @param tag the name of the element, for error messages
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function renderAttribute(name: string, value: unknown, tag: string): string {
  const attribute = attributes.get(name) ?? makeAttribute(name, tag);
  if (typeof value !== "string" || attribute.known === undefined) return attribute.print(value, tag);
  return attribute.known.get(value) ?? remember(attribute, value, attribute.print(value, tag));
}

function remember(attribute: Attribute, value: string, html: string): string {
  if (value.length > knownLength || attribute.known?.size === knownLimit) attribute.known = undefined;
  else attribute.known?.set(value, html);
  return html;
}

const aliases: { readonly [name: string]: string } = { className: "class", htmlFor: "for" };

// Attributes whose value a browser can follow as a link; the last four animate such an attribute in SVG.
const urlAttributes = new Set(
  "href src action formaction xlink:href data poster cite background ping manifest to from by values".split(" "),
);

function makeAttribute(given: string, tag: string): Attribute {
  const name = Object.hasOwn(aliases, given) ? (aliases[given] ?? given) : given;
  if (!/^[^\s"'<>/=\p{Cc}]+$/u.test(name)) {
    throw new TypeError(`<${tag}> cannot have an attribute named ${JSON.stringify(name)}: HTML does not allow that name.`);
  }
  const attribute: Attribute = { print: datastarPrinter(name, tag) ?? plainPrinter(name), known: new Map() };
  if (attributes.size < cacheLimit) attributes.set(given, attribute);
  return attribute;
}

function datastarPrinter(name: string, tag: string): Attribute["print"] | undefined {
  try {
    const serialise = datastarAttribute(name);
    if (serialise === undefined) return undefined;
    return (value, tag) => {
      try {
        let html = "";
        for (const [name, text] of serialise(value)) html += text === true ? ` ${name}` : ` ${name}="${escapeAttribute(text)}"`;
        return html;
      } catch (error) {
        throw inElement(error, tag);
      }
    };
  } catch (error) {
    throw inElement(error, tag);
  }
}

function inElement(error: unknown, tag: string): unknown {
  if (error instanceof Error) error.message = `<${tag}> ${error.message}`;
  return error;
}

function plainPrinter(name: string): Attribute["print"] {
  const open = ` ${name}="`;
  const bare = ` ${name}`;
  const toText = name === "class" ? classText : name === "style" ? styleText : plainText;
  const isUrl = urlAttributes.has(name.toLowerCase());
  const isList = name.toLowerCase() === "values";
  return (value, tag) => {
    if (value === null || value === undefined || value === false) return "";
    if (value === true) return bare;
    const text = typeof value === "string" ? value : toText(value, name, tag);
    if (text === undefined) return "";
    if (isUrl && (isList ? text.split(";").some(isScriptUrl) : isScriptUrl(text))) {
      throw new TypeError(`<${tag} ${name}> refuses a javascript: URL; use data-on:click for code.`);
    }
    return `${open}${escapeAttribute(text)}"`;
  };
}
