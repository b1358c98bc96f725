import { toKebabCase } from "@kitajs/html";
import { type Attribute, datastarAttribute } from "../src/attributes/serialise.js";
import { Url } from "../src/expressions/url.js";
import { nameOf } from "./children.js";
import { escapeAttribute } from "./escape.js";
import { isScriptUrl } from "./script-url.js";

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

function plainText(value: unknown, name: string, tag: string): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Url) {
    if (value.href !== undefined) return value.href;
    throw new TypeError(`<${tag} ${name}> is a URL with signals in it, which only the browser knows: use data-attr:${name}.`);
  }
  throw new TypeError(`<${tag} ${name}> cannot be ${nameOf(value)}: ${remedyFor(value, name)}`);
}

function remedyFor(value: unknown, name: string): string {
  if (typeof value === "function") {
    return /^on/i.test(name) ? `functions do not reach the browser; use data-on:${name.slice(2).toLowerCase()}.` : "call it first.";
  }
  if (name === "dangerouslySetInnerHTML") return "pass the markup as a child, through raw().";
  if (value instanceof Promise) return "await it first.";
  return "pass text or a number; structured data goes in as JSON.stringify(data).";
}

/** Joins class names: strings, arrays of them, and objects whose values say whether a name is there. */
function classText(value: unknown, name: string, tag: string): string | undefined {
  const names = classNames(value, name, tag).join(" ");
  return names === "" ? undefined : names;
}

function classNames(value: unknown, name: string, tag: string): string[] {
  if (!value || value === true) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => classNames(item, name, tag));
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.entries(value).flatMap(([className, on]) => (on ? [className] : []));
  }
  return [plainText(value, name, tag)];
}

const styleNames = new Map<string, string>();

function styleText(value: unknown, name: string, tag: string): string | undefined {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return plainText(value, name, tag);
  let text = "";
  for (const [property, setting] of Object.entries(value)) {
    if (setting === null || setting === undefined || setting === false || setting === "") continue;
    text += `${text === "" ? "" : ";"}${styleName(property, tag)}:${styleValue(setting, property, tag)}`;
  }
  return text === "" ? undefined : text;
}

function styleName(property: string, tag: string): string {
  let name = styleNames.get(property);
  if (name === undefined) {
    if (!/^(?:--[^\s:;{}"'\\]+|-?[A-Za-z][\w-]*)$/.test(property)) {
      throw new TypeError(`<${tag} style> cannot have a property named ${JSON.stringify(property)}.`);
    }
    name = property.startsWith("--") ? property : toKebabCase(property.replace(/^(?:Webkit|Moz|O|ms)(?=[A-Z])/, (prefix) => `-${prefix.toLowerCase()}`));
    if (styleNames.size < cacheLimit) styleNames.set(property, name);
  }
  return name;
}

// A semicolon would begin another declaration, unless it is quoted or in parentheses as in a data: URL. Beside one there
// can be no escape, comment or nesting: CSS and a regular expression would soon disagree on where those end.
const enclosedSemicolons =
  /^(?:[^;"'()\\/]|\/(?!\*)|"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*'|\((?:[^()"'\\/]|\/(?!\*))*\)|\(\s*(?:"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*')\s*\))*$/;

function styleValue(value: unknown, property: string, tag: string): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new TypeError(`<${tag} style> cannot set ${property} to ${nameOf(value)}.`);
  if (value.includes(";") && !enclosedSemicolons.test(value)) {
    throw new TypeError(`<${tag} style> cannot set ${property} to ${JSON.stringify(value)}: a value has no ";".`);
  }
  return value;
}
