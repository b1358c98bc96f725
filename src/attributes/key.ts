import { kebab } from "../base/kebab.js";
import type { KeyCase } from "./plugins.js";

/** How a key is written in HTML, and the modifier that makes the client read it as it was meant. */
export interface WrittenKey {
  readonly key: string;
  readonly modifier: string;
}

/**
 * Writes a key so that the client sees the name that was given, although HTML folds attribute names to lower case.
 *
 * @param given the key as the author wrote it, in whatever case
 * @param cased whether the author chose a `__case` himself
 * @param where the attribute, for error messages
 * @throws TypeError for a name that no attribute name can carry
 */
export function writeKey(given: string, keyCase: KeyCase | undefined, cased: boolean, where: string): WrittenKey {
  if (given.includes("__"))
    throw new TypeError(`${where}: a key cannot contain "__", which begins a modifier. ${remedy}`);
  if (!/[A-Z]/.test(given)) return { key: given, modifier: "" };
  const key = kebab(given);
  // A chosen case applies to the words of the key; a hyphen before the first one would become a part of it.
  if (cased) return { key: key.replace(/^-/, ""), modifier: "" };
  if (keyCase === "camel" || (keyCase === "css" && !given.startsWith("--"))) return { key, modifier: "" };
  if (keyCase === "kebab" && !given.includes("-")) return { key, modifier: "__case.camel" };
  throw new TypeError(`${where}: HTML folds the capitals of "${given}" and Datastar cannot restore them. ${remedy}`);
}

const remedy = "Use the form without a key, where there is one: an object, or the name as the value.";
