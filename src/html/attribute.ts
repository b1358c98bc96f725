import { checkAttributeName } from "../attributes/attribute-name.js";
import { booleanWords } from "../attributes/boolean-words.js";
import {
  type DatastarAttribute,
  datastarAttribute,
  type HtmlAttribute,
  isConstant,
} from "../attributes/datastar-attribute.js";
import { urlsOf } from "../attributes/url-attribute.js";
import { aliased, attributePrefix, printedCache } from "../base/client.js";
import { abandon } from "../base/promises.js";
import { inertUrls, runsAsCode } from "../base/script-url.js";
import { setBounded } from "../base/set-bounded.js";
import { explainDepth } from "../base/too-deep.js";
import { classText } from "./class-value.js";
import { escapeSource } from "./escape-source.js";
import { escapeAttribute } from "./escape.js";
import { plainText } from "./plain-value.js";
import { styleText } from "./style-value.js";

/** What does not change from one attribute of a name to the next. */
export interface Attribute {
  /** Its name in HTML. */
  readonly name: string;
  /**
   * Prints a value, name included and with a leading space; or nothing when the attribute is absent.
   *
   * @throws TypeError for values that HTML or Datastar cannot carry
   */
  readonly print: (value: unknown, tag: string) => string;
  /** The same by name: a value of Datastar's can be several attributes, or bring a part of the name along. */
  readonly printEach: (value: unknown, tag: string) => readonly PrintedAttribute[];
  /** Whether text goes in as it is, escaped. */
  readonly takesText: boolean;
  /** Whether numbers do as well, and other values mean what they mean in HTML; else it is an attribute of Datastar. */
  readonly isPlain: boolean;
  /**
   * Escapes text, without what would be read as something else: URLs that a browser would run as code, and quotes in
   * source that the client would take for strings. `undefined` where it need only be escaped.
   */
  readonly escape: ((text: string, tag: string) => string) | undefined;
}

/** An attribute as it is written, with its leading space. */
export interface PrintedAttribute {
  readonly name: string;
  readonly text: string;
}

const attributes = printedCache<string, Attribute>();

/**
 * Renders an attribute, with a leading space; or nothing when it is absent.
 *
 * @param tag the name of the element, for error messages
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function renderAttribute(name: string, value: unknown, tag: string): string {
  try {
    return attributeOf(name, tag).print(value, tag);
  } catch (error) {
    abandon(value);
    throw error;
  }
}

/**
 * The attribute of a name.
 *
 * @throws TypeError for names that HTML or Datastar cannot carry
 */
export function attributeOf(name: string, tag: string): Attribute {
  return attributes.get(name) ?? makeAttribute(name, tag);
}

const aliases = new Map([
  ["className", "class"],
  ["htmlFor", "for"],
]);

function makeAttribute(given: string, tag: string): Attribute {
  const name = aliases.get(given) ?? given;
  checkAttributeName(name, `<${tag}>`);
  return setBounded(attributes, 4096, given, datastarOf(name, tag) ?? plainAttribute(name));
}

function datastarOf(name: string, tag: string): Attribute | undefined {
  const datastar = makeDatastar(name, tag);
  if (datastar === undefined) return undefined;
  const { isAliased, takesSource, textName, attributesFor } = datastar;
  const alias = isAliased && attributePrefix() !== "data-" ? aliased : unchanged;
  const escape = takesSource ? escapeSource : escapeAttribute;
  const beforeText = textName === undefined ? undefined : ` ${alias(textName)}="`;
  let lastConstant: unknown;
  let lastText = "";
  return {
    name: alias(textName ?? name),
    print: (value, tag) => {
      if (typeof value === "string" && beforeText !== undefined) return beforeText + escape(value) + '"';
      if (value === lastConstant) return lastText;
      let text = "";
      try {
        for (const attribute of attributesFor(value)) text += write(attribute, alias);
      } catch (error) {
        throw inAttribute(error, name, tag, value);
      }
      if (isConstant(value)) {
        lastConstant = value;
        lastText = text;
      }
      return text;
    },
    printEach: (value, tag) => {
      try {
        return attributesFor(value).map((attribute) => ({
          name: alias(attribute.name),
          text: write(attribute, alias),
        }));
      } catch (error) {
        throw inAttribute(error, name, tag, value);
      }
    },
    takesText: textName !== undefined,
    isPlain: false,
    escape: takesSource ? escapeSource : undefined,
  };
}

function unchanged(name: string): string {
  return name;
}

function write({ name, value }: HtmlAttribute, alias: (name: string) => string): string {
  return value === true ? ` ${alias(name)}` : ` ${alias(name)}="${escapeAttribute(value)}"`;
}

function makeDatastar(name: string, tag: string): DatastarAttribute | undefined {
  try {
    return datastarAttribute(name);
  } catch (error) {
    throw inAttribute(error, name, tag, name);
  }
}

/** Names the element in an error, and the attribute where it does not tell. */
function inAttribute(error: unknown, name: string, tag: string, value: unknown): unknown {
  if (!explainDepth(error, `<${tag} ${name}> has a value`, value) && error instanceof Error) {
    const where = error.message.startsWith(name) ? "" : `${name}: `;
    error.message = `<${tag}> ${where}${error.message}`;
  }
  return error;
}

function plainAttribute(name: string): Attribute {
  const bare = ` ${name}`;
  const open = `${bare}="`;
  const toText = name === "class" ? classText : name === "style" ? styleText : plainText;
  const urls = urlsOf(name);
  // Where the text stands is put into words only for what is refused.
  const escape =
    urls &&
    ((text: string, tag: string) =>
      escapeAttribute(runsAsCode(text, urls) ? inertUrls(text, urls, `<${tag} ${name}>`) : text));
  // Most attributes have none on any element.
  const mayHaveWords = booleanWords(name, "") !== undefined;
  const print = (value: unknown, tag: string): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") {
      const words = mayHaveWords ? booleanWords(name, tag) : undefined;
      return words === undefined ? (value ? bare : "") : `${open}${words[`${value}`]}"`;
    }
    const text = typeof value === "string" || typeof value === "number" ? String(value) : toText(value, name, tag);
    if (text === undefined) return "";
    return open + (escape === undefined ? escapeAttribute(text) : escape(text, tag)) + '"';
  };
  const printEach = (value: unknown, tag: string): readonly PrintedAttribute[] => {
    const text = print(value, tag);
    return text === "" ? [] : [{ name, text }];
  };
  return { name, print, printEach, takesText: true, isPlain: true, escape };
}
