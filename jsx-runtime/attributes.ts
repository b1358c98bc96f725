import { type Attribute, datastarAttribute } from "../src/attributes/serialise.js";
import { classText } from "./class-value.js";
import { escapeAttribute } from "./escape.js";
import { plainText } from "./plain-value.js";
import { isScriptUrl } from "./script-url.js";
import { styleText } from "./style-value.js";

/** Renders the value of one attribute, name included and with a leading space; or nothing when it is absent. */
type Renderer = (value: unknown, tag: string) => string;

// Programs use few names, but a spread object could bring any number of them.
const cacheLimit = 4096;
const renderers = new Map<string, Renderer>();

/** Renders the props of an element as attributes. */
export function renderAttributes(props: { readonly [name: string]: unknown }, tag: string): string {
  let html = "";
  for (const name in props) {
    if (name === "children" || name === "key") continue;
    const value = props[name];
    html += (renderers.get(name) ?? makeRenderer(name, tag))(value, tag);
  }
  return html;
}

const aliases: { readonly [name: string]: string } = { className: "class", htmlFor: "for" };

// Attributes whose value a browser can follow as a link; the last four animate such an attribute in SVG.
const urlAttributes = new Set(
  "href src action formaction xlink:href data poster cite background ping manifest to from by values".split(" "),
);

function makeRenderer(given: string, tag: string): Renderer {
  const name = Object.hasOwn(aliases, given) ? (aliases[given] ?? given) : given;
  if (!/^[^\s"'<>/=\p{Cc}]+$/u.test(name)) {
    throw new TypeError(`<${tag}> cannot have an attribute named ${JSON.stringify(name)}: HTML does not allow that name.`);
  }
  const renderer = datastarRenderer(name, tag) ?? plainRenderer(name);
  if (renderers.size < cacheLimit) renderers.set(given, renderer);
  return renderer;
}

function datastarRenderer(name: string, tag: string): Renderer | undefined {
  try {
    const serialise = datastarAttribute(name);
    if (serialise === undefined) return undefined;
    return (value, tag) => {
      try {
        return serialise(value).map(printAttribute).join("");
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

function printAttribute([name, value]: Attribute): string {
  return value === true ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
}

function plainRenderer(name: string): Renderer {
  const open = ` ${name}="`;
  const toText = name === "class" ? classText : name === "style" ? styleText : plainText;
  const isUrl = urlAttributes.has(name.toLowerCase());
  const isList = name.toLowerCase() === "values";
  return (value, tag) => {
    if (value === null || value === undefined || value === false) return "";
    if (value === true) return ` ${name}`;
    const text = typeof value === "string" ? value : toText(value, name, tag);
    if (text === undefined) return "";
    if (isUrl && (isList ? text.split(";") : [text]).some(isScriptUrl)) {
      throw new TypeError(`<${tag} ${name}> refuses a javascript: URL; use data-on:click for code.`);
    }
    return `${open}${escapeAttribute(text)}"`;
  };
}
