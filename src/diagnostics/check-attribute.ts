import { codeProblem } from "../attributes/attribute-source.js";
import { findPlugin, forms, type Plugin } from "../attributes/plugins.js";
import { domEvents } from "../generated/dom-events.js";
import { isVoidElement } from "../html/void-elements.js";
import { checkEvent, respelt } from "./check-event.js";
import { checkListening } from "./check-listening.js";
import { checkModifiers } from "./check-modifiers.js";
import { type AttributeValue, checkUnknownName } from "./check-unknown-name.js";
import { checkOwnValue, checkPath, checkValue } from "./check-value.js";
import { type Diagnostic, diagnostic, error, isMistake, warning, withClients } from "./diagnostic.js";
import { loadingElements } from "./loading-elements.js";
import { type AttributeName, parseName, readKey } from "./parse-name.js";

export type { AttributeValue } from "./check-unknown-name.js";

/**
 * Checks one attribute of an element, as the client reads it that the project runs.
 *
 * @param name as written in TSX, where keys keep their capitals, or as our serialiser prints it
 * @param value as the client will read it: source text; `true` or `""` for none; `undefined` when it is not known
 * @param tag the element's name, if it is known
 */
export function checkAttribute(name: string, value: AttributeValue, tag?: string): readonly Diagnostic[] {
  const parsed = parseName(name);
  if (parsed === undefined) return [];
  const plugin = name.startsWith("data-") ? findPlugin(parsed.plugin) : undefined;
  const found =
    plugin === undefined
      ? checkUnknownName(parsed, value, tag)
      : [
          ...checkPlace(parsed, plugin, tag),
          ...checkVersions(parsed, plugin),
          ...checkForm(parsed, plugin, value),
          ...checkKey(parsed, plugin, tag),
          ...checkComputed(parsed, plugin, value),
          ...checkModifiers(parsed, plugin),
          ...checkBound(parsed, tag),
          ...checkShown(parsed, tag),
          ...checkListening(parsed, value, tag),
        ];
  return found
    .filter(isMistake)
    .map(({ rule, severity, message, rename }) => diagnostic(rule, severity, `${name}: ${message}`, rename));
}

function checkPlace({ plugin }: AttributeName, { on }: Plugin, tag: string | undefined): readonly Diagnostic[] {
  if (on === undefined || tag === undefined || tag.toLowerCase() === on) return [];
  const remedy = plugin === "nonce" ? "scripts and styles have nonce" : `put a <${on}> around`;
  return [error("invalid-value", `the client reads the ${plugin} of <${on}> only; ${remedy}.`)];
}

/** What clients of other versions do not have. */
function checkVersions({ plugin: name }: AttributeName, { since, until }: Plugin): readonly Diagnostic[] {
  const found = (clients: string): Diagnostic =>
    error("unknown-plugin", `data-${name} is an attribute of clients ${clients}; others ignore it.`);
  return [
    ...(since === undefined ? [] : [withClients(found(`from ${since} on`), { until: since })]),
    ...(until === undefined ? [] : [withClients(found(`before ${until}`), { since: until })]),
  ];
}

/** What is written where a modifier is all that is wanted, since the client wants a value. */
const doesNothing = /^(?:void 0|undefined|null|true|false|\d+|''|"");?$/;

/** Checks that there are a key and a value where there must be, and then the value. */
function checkForm(
  { plugin: name, key, tail }: AttributeName,
  plugin: Plugin,
  value: AttributeValue,
): readonly Diagnostic[] {
  const hasKey = key !== undefined && key !== "";
  const hasValue = value !== undefined && value !== true && value.trim() !== "";
  if (key !== undefined && plugin.keyed === undefined) {
    const right = `data-${name}-${key}`;
    if (findPlugin(right.slice("data-".length)) === undefined)
      return [error("key-not-allowed", `data-${name} takes no key.`)];
    return [error("key-not-allowed", `data-${name} takes no key: write ${right}${tail}.`, `${right}${tail}`)];
  }
  const form = hasKey ? plugin.keyed : plugin.value;
  // An object of events becomes an attribute for each; as text there is no such thing.
  if (form === undefined || key === "" || (form === "events" && value !== undefined)) {
    return [error("key-required", `data-${name} needs a key: data-${name}:${name === "on" ? "click" : "name"}.`)];
  }
  const isExclusive = plugin.value === "path";
  if (isExclusive && hasKey && hasValue)
    return [
      error(
        "key-and-value",
        `the key or the value names the signal, not both: data-${name}:${key}, or data-${name}="${value}".`,
      ),
    ];
  if (isExclusive && !hasKey && value !== undefined && !hasValue) {
    return [
      error(
        "key-or-value-required",
        `a key or a value must name the signal: data-${name}:name, or data-${name}="name".`,
      ),
    ];
  }
  if (value === undefined) return [];
  if (hasValue && /__(?:prevent|stop)(?![a-z])/.test(tail) && doesNothing.test(value.trim())) return [];
  if (hasValue)
    return forms[form].value === "cannot"
      ? [error("value-not-allowed", `data-${name} takes no value.`)]
      : checkValue(name, plugin, form, value);
  if (form === "datum" && value !== true)
    return [error("value-required", `data-${name} needs a value, or its signal is undefined; empty text is "''".`)];
  if (forms[form].value !== "must") return [];
  return [
    error(
      "value-required",
      name === "nonce"
        ? "an empty nonce stops the client: it needs that of the Content-Security-Policy."
        : `data-${name} needs a value.`,
    ),
  ];
}

function checkComputed(name: AttributeName, plugin: Plugin, value: AttributeValue): readonly Diagnostic[] {
  if (name.plugin !== "computed" || typeof value !== "string" || name.key === undefined || name.key === "") return [];
  try {
    return checkOwnValue(readKey(name, plugin, ""), value);
  } catch {
    // What is wrong with its key is said where it is read.
    return [];
  }
}

function checkKey(name: AttributeName, plugin: Plugin, tag: string | undefined): readonly Diagnostic[] {
  if (name.key === undefined || name.key === "" || plugin.keyed === undefined) return [];
  const code = name.plugin === "attr" ? codeProblem(name.key) : undefined;
  if (code !== undefined) return [error("script-url", code)];
  let key: string;
  try {
    key = readKey(name, plugin, "");
  } catch {
    return [
      error(
        "folded-capitals",
        `HTML folds the capitals of "${name.key}" and Datastar cannot restore them; use the form without a key: an object of names.`,
      ),
    ];
  }
  if (name.plugin === "on") return checkListener(name, key, tag);
  return plugin.keyCase === "camel" ? checkPath(key) : [];
}

// Elements in whose value nobody types or chooses anything. Others may be made to, such as <li value>.
const withoutValue = new Set([
  "a",
  "article",
  "body",
  "div",
  "fieldset",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "img",
  "label",
  "legend",
  "main",
  "nav",
  "optgroup",
  "option",
  "p",
  "pre",
  "section",
  "span",
  "table",
  "td",
  "th",
  "tr",
  "ul",
]);

function checkBound({ plugin, modifiers }: AttributeName, tag: string | undefined): readonly Diagnostic[] {
  if (
    plugin !== "bind" ||
    tag === undefined ||
    !withoutValue.has(tag.toLowerCase()) ||
    modifiers.some(({ name }) => name === "prop")
  )
    return [];
  return [
    warning(
      "nothing-to-bind",
      `a <${tag}> has no value that changes; bind the input, or show the signal with data-text.`,
    ),
  ];
}

function checkShown({ plugin }: AttributeName, tag: string | undefined): readonly Diagnostic[] {
  if ((plugin !== "text" && plugin !== "json-signals") || tag === undefined || !isVoidElement(tag.toLowerCase()))
    return [];
  const remedy = tag.toLowerCase() === "input" ? "bind it with data-bind" : "write it on an element around";
  return [warning("ignored-by-client", `a <${tag}> has nothing in it, and shows no text; ${remedy}.`)];
}

function checkListener(
  { modifiers, tail }: AttributeName,
  event: string,
  tag: string | undefined,
): readonly Diagnostic[] {
  // As other frameworks write modifiers.
  const [first = "", ...dotted] = event.split(".");
  const right = `data-on:${first}${dotted.map((modifier) => `__${modifier}`).join("")}${tail}`;
  const known = findPlugin("on")?.modifiers ?? [];
  if (dotted.length > 0 && dotted.every((modifier) => known.includes(modifier))) {
    return [error("unknown-event", `modifiers begin with two underscores: ${right}.`, right)];
  }
  if (event === "datastar-ready" && !modifiers.some(({ name }) => name === "document")) {
    const right = `data-on:${event}__document${tail}`;
    return [error("unknown-event", `it fires on the document and does not bubble: write ${right}.`, right)];
  }
  if (event === "submit" && modifiers.some(({ name }) => name === "once")) {
    return [
      warning(
        "native-submit",
        "the client keeps the browser from sending the form only while it listens: the second time, the form is sent as without it; write it without once.",
      ),
    ];
  }
  const elsewhere = modifiers.some(({ name }) => ["window", "document", "outside", "capture"].includes(name));
  if (
    event === "load" &&
    tag !== undefined &&
    !elsewhere &&
    !tag.includes("-") &&
    !loadingElements.has(tag.toLowerCase())
  ) {
    return [
      warning("unknown-event", `a <${tag}> fires no load event; to run something once it is there, write data-init.`),
    ];
  }
  const [, dashed = "", modifier = ""] = /^([a-z]+)(?:_|--)([a-z]+)$/.exec(event) ?? [];
  if (domEvents.has(dashed) && known.includes(modifier)) {
    const right = `data-on:${dashed}__${modifier}${tail}`;
    return [error("unknown-event", `modifiers begin with two underscores: ${right}.`, right)];
  }
  const same = respelt(event);
  // A `__case` was there for the capitals.
  return checkEvent(event).map((found) =>
    same === undefined ? found : { ...found, rename: `data-on:${same}${tail.replace(/__case\.\w+/, "")}` },
  );
}
