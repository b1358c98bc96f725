import { describe } from "../base/describe.js";
import { kebab } from "../base/kebab.js";
import { ownOnly } from "../base/own-only.js";
import { isPlainObject } from "../base/plain-object.js";
import { abandon } from "../base/promises.js";
import { refuseData, shown } from "../base/refused-data.js";
import { setBounded } from "../base/set-bounded.js";
import { plainText, remedyFor } from "./plain-value.js";
import { isSelfContained } from "./style-syntax.js";

const stylePrefixes = new Map<string, string>();

/**
 * Prints an object of style declarations.
 *
 * @throws TypeError for values that are no text
 */
export function styleText(value: unknown, name: string, tag: string): string | undefined {
  if (!isPlainObject(value)) return plainText(value, name, tag);
  let text = "";
  const declarations = ownOnly(value);
  for (const property in declarations) {
    const setting = settingText(declarations[property], property, tag);
    const prefix = setting === "" ? "" : stylePrefix(property, tag);
    if (prefix !== "") text += (text === "" ? "" : ";") + prefix + setting;
  }
  return text || undefined;
}

/** The name of a property in CSS, with its colon; or nothing for what cannot be one. */
function stylePrefix(property: string, tag: string): string {
  return stylePrefixes.get(property) ?? makeStylePrefix(property, tag);
}

function makeStylePrefix(property: string, tag: string): string {
  if (!/^(?:--[^\s:;{}"'\\]+|-?[A-Za-z][\w-]*)$/.test(property)) {
    refuseData(`<${tag} style>`, `cannot have a property named ${shown(property)}. It was left out.`);
    return "";
  }
  const name = property.startsWith("--") ? property : kebab(property.replace(/^(?:ms|webkit)(?=[A-Z])/, "-$&"));
  return setBounded(stylePrefixes, 1024, property, `${name}:`);
}

/**
 * Prints what a property is set to, or nothing where its declaration is left out, as it is for text that would begin
 * another declaration, or take in the next.
 *
 * @throws TypeError for what is no text
 */
export function settingText(value: unknown, property: string, tag: string): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") {
    abandon(value);
    throw new TypeError(
      `<${tag} style> cannot set ${property} to ${describe(value)}: ${remedyFor(value, "style", property)}.`,
    );
  }
  if (isSelfContained(value, property.startsWith("--"))) return value;
  const rule = value.includes(";") ? 'a value has no ";"' : "its brackets, quotes, comments and escapes must be closed";
  refuseData(`<${tag} style> cannot set ${property}`, `to ${shown(value)}: ${rule}. It was left out.`);
  return "";
}
