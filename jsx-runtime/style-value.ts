import { nameOf } from "./children.js";
import { isLiteralObject, plainText } from "./plain-value.js";

// Programs use few names, but an object could bring any number of them.
const cacheLimit = 1024;
const styleNames = new Map<string, string>();

/**
 * Prints an object of style declarations.
 *
 * @throws TypeError for names that are no properties, and for values that would begin another declaration
 */
export function styleText(value: unknown, name: string, tag: string): string | undefined {
  if (!isLiteralObject(value)) return plainText(value, name, tag);
  let text = "";
  for (const property of Object.keys(value)) {
    const setting = value[property];
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
    name = property.startsWith("--") ? property : kebab(property.replace(/^(?:Webkit|Moz|O|ms)(?=[A-Z])/, (prefix) => `-${prefix.toLowerCase()}`));
    if (styleNames.size < cacheLimit) styleNames.set(property, name);
  }
  return name;
}

// As @kitajs/html has it: abbreviations and a capital at the start stay as they are.
function kebab(name: string): string {
  return /[a-z][A-Z]/.test(name) ? name.replace(/(?<!^|[A-Z])[A-Z](?![A-Z])/g, (capital) => `-${capital.toLowerCase()}`) : name;
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
