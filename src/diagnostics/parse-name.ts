import { writeKey } from "../attributes/key.js";
import { cases } from "../attributes/modifier-kinds.js";
import { findPlugin, type Form, type Plugin } from "../attributes/plugins.js";

/** One modifier of an attribute: `__debounce.500ms.leading`. */
export interface Modifier {
  readonly name: string;
  readonly tags: readonly string[];
}

/** The parts of an attribute's name: `data-<plugin>[:<key>][__<modifier>[.<tag>…]]…`. */
export interface AttributeName {
  readonly plugin: string;
  /** Empty for a colon with nothing behind it. */
  readonly key: string | undefined;
  readonly modifiers: readonly Modifier[];
  /** The modifiers as they were written. */
  readonly tail: string;
}

/** Takes a name apart as the client does; `undefined` for one that does not begin with `data-`. */
export function parseName(name: string): AttributeName | undefined {
  if (!/^data-/i.test(name)) return undefined;
  const [written = "", ...modifiers] = name.slice("data-".length).split("__");
  const colon = written.indexOf(":");
  return {
    plugin: colon < 0 ? written : written.slice(0, colon),
    key: colon < 0 ? undefined : written.slice(colon + 1),
    modifiers: modifiers.map((text) => {
      const [name = "", ...tags] = text.split(".");
      return { name, tags };
    }),
    tail: modifiers.map((text) => `__${text}`).join(""),
  };
}

const words = /-([a-z])/g;
const camel = (key: string): string => key.replace(words, (_, letter: string) => letter.toUpperCase());

const convert: { readonly [name in (typeof cases)[number]]: (key: string) => string } = {
  camel,
  kebab: (key) => key,
  snake: (key) => key.replaceAll("-", "_"),
  pascal: (key) => key.slice(0, 1).toUpperCase() + camel(key.slice(1)),
};

/**
 * The key as the client sees it, once our serialiser has written it and the client has read it.
 *
 * @throws TypeError for capitals that cannot be restored
 */
export function readKey({ key = "", modifiers }: AttributeName, plugin: Plugin, where: string): string {
  const chosen = modifiers.find(({ name }) => name.toLowerCase() === "case")?.tags;
  const { key: written, modifier } = writeKey(key, plugin.keyCase, chosen !== undefined, where);
  const applied = chosen ?? [modifier === "" ? (plugin.keyCase ?? "") : "camel"];
  return applied.reduce((text, name) => {
    const known = cases.find((known) => known === name.toLowerCase());
    return known === undefined ? text : convert[known](text);
  }, written);
}

/** The form of value that an attribute takes; `undefined` for one that is not Datastar's, or not in this form. */
export function formOf(name: string): Form | undefined {
  const parsed = parseName(name);
  // Browsers read capitals so, even where our serialiser refuses them.
  const plugin = parsed && findPlugin(parsed.plugin.toLowerCase());
  return parsed?.key === undefined ? plugin?.value : plugin?.keyed;
}
