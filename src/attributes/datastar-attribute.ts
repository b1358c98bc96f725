import { describe, shownValue } from "../base/describe.js";
import { inOnePiece } from "../base/in-one-piece.js";
import { kebab } from "../base/kebab.js";
import { isPlainObject } from "../base/plain-object.js";
import { setBounded } from "../base/set-bounded.js";
import { cleanSource } from "../expressions/clean.js";
import { isExpression } from "../expressions/expression.js";
import { arrowFunction, literal, operand, printProperties } from "../expressions/literal.js";
import { Signal } from "../expressions/signal.js";
import { checkAttributeName } from "./attribute-name.js";
import { attributesSource, type AttributeSource, attributeSource } from "./attribute-source.js";
import { distinctListeners } from "./distinct-listeners.js";
import { writeKey, type WrittenKey } from "./key.js";
import { printModifiers } from "./modifiers.js";
import { findPlugin, type Form, forms } from "./plugins.js";
import { dataOf, printData, printDatum } from "./signal-data.js";

/** An attribute as HTML has it but for an alias: a name, and a value not yet escaped, or `true` for none. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string | true;
}

/** A Datastar attribute of TSX: all that does not depend on its value. */
export interface DatastarAttribute {
  /** Whether clients with an alias read it with that. */
  readonly isAliased: boolean;
  /**
   * Its name in HTML when its value is text, which is printed as it is; `undefined` where text means something else.
   */
  readonly textName: string | undefined;
  /** Whether that text is source, which is printed without what the client misreads in it. */
  readonly takesSource: boolean;
  /**
   * The attributes that the client reads for a value: none when it is absent, several for an object of listeners.
   *
   * @throws TypeError for a value that Datastar could not use
   */
  readonly attributesFor: (value: unknown) => readonly HtmlAttribute[];
}

/**
 * The Datastar attribute of a name, or `undefined` when it names none.
 *
 * @param name the name as written in TSX, keys in any case: `data-on:fooBar`, `data-signals__ifmissing`
 * @throws TypeError for a name that Datastar would refuse
 */
export function datastarAttribute(name: string): DatastarAttribute | undefined {
  const [, prefix, pluginName = "", given = "", named = ""] = /^(data-)(.*?)(?::(.*?))?(__.*)?$/is.exec(name) ?? [];
  const plugin = findPlugin(pluginName);
  if (plugin === undefined || prefix !== "data-") return refuseCapitals(name, pluginName.toLowerCase());

  const form = given === "" ? plugin.value : plugin.keyed;
  if (form === undefined) {
    const rule = given === "" ? `needs a key: data-${pluginName}:name` : `takes no key: write data-${pluginName}`;
    throw new TypeError(`${name}: data-${pluginName} ${rule}.`);
  }
  const isAliased = plugin.isUnaliased !== true;
  if (form === "events")
    return {
      isAliased,
      takesSource: false,
      textName: undefined,
      attributesFor: (value) => listeners(value, name, named),
    };

  const { print, printObject, takesText } = printers[form];
  const { content } = forms[form];
  const set = pluginName !== "attr" ? undefined : given === "" ? anyAttributes : attributeSource(given);
  const finish = (text: string | true): string | true =>
    set?.print === undefined || text === true ? text : set.print(text);
  const isLeftOut = (value: unknown): boolean => {
    if (form === "datum") return value === undefined;
    return isAbsent(value) && !(value === false && (plugin.takesFalse === true || set?.hasWords === true));
  };
  const htmlName = ({ key, modifier }: WrittenKey, options: string): string => {
    const tail = modifier + named + options;
    if (tail !== "" && key.endsWith("_")) {
      throw new TypeError(`${name}: a key that ends with "_" cannot have modifiers, which begin with "__".`);
    }
    return `data-${pluginName}${key === "" ? "" : `:${key}`}${tail}`;
  };
  const key = writeKey(given, plugin.keyCase, named.includes("__case."), name);
  const plainName = inOnePiece(htmlName(key, ""));

  return {
    isAliased,
    textName: takesText !== undefined && set?.print === undefined ? plainName : undefined,
    takesSource: takesText === "source",
    attributesFor: (value) => {
      if (isLeftOut(value)) return none;
      // To ask for a prototype takes several times as long as to tell an expression.
      if (isExpression(value) || !isPlainObject(value)) return [{ name: plainName, value: finish(print(value, name)) }];
      const text = printObject(value, name, pluginName);
      if (content === undefined) return [{ name: plainName, value: text }];
      const cased = value["case"] ? writeKey(given, plugin.keyCase, true, name) : key;
      return [{ name: htmlName(cased, printModifiers(plugin, value, name, content)), value: finish(text) }];
    },
  };
}

/** HTML folds capitals: the client would run the value of what is not printed as an expression. */
function refuseCapitals(name: string, plugin: string): undefined {
  if (findPlugin(plugin) === undefined) return undefined;
  const right = `data-${plugin}`;
  throw new TypeError(`${name}: browsers read this as ${right}; write ${right}${name.slice(right.length)}.`);
}

const none: readonly HtmlAttribute[] = [];
const anyAttributes: AttributeSource = { hasWords: false, print: attributesSource };

/** Whether a value is printed alike forever. Signals are, and mostly stand in many elements. */
export function isConstant(value: unknown): boolean {
  return value instanceof Signal;
}

/** How values of a form are printed. */
interface FormPrinter {
  readonly print: (value: unknown, where: string) => string | true;
  readonly printObject: (object: Record<string, unknown>, where: string, plugin: string) => string | true;
  /** Whether text, the empty one included, goes in as it is; or as source, cleaned. */
  readonly takesText?: true | "source";
}

const printers: { readonly [form in Exclude<Form, "events">]: FormPrinter } = {
  expression: {
    print: sequence,
    printObject: (object, where) => {
      if (object["do"] !== undefined) return sequence(object["do"], where);
      throw new TypeError(
        `${where}: an object needs the expression as "do": { do: …, ${Object.keys(object).join(", ")} }.`,
      );
    },
    takesText: "source",
  },
  datum: {
    print: (value, where) => (typeof value === "string" ? cleanSource(value) : printDatum(value, where)),
    printObject: printDatum,
    takesText: "source",
  },
  expressions: { print: sequence, printObject: printExpressions, takesText: "source" },
  functions: { print: sequence, printObject: printFunctions, takesText: "source" },
  data: {
    print: (value, where) => {
      const data = dataOf(value, where);
      return data === undefined ? source(value, where) : printData(data, where);
    },
    printObject: printData,
    takesText: "source",
  },
  path: { print: path, printObject: (object, where) => path(object["signal"], where), takesText: true },
  filter: {
    print: (value, where) => value === true || value === "" || sequence(value, where),
    printObject: ({ include, exclude }) => {
      const text = printProperties({ include, exclude }, (value) => (value === undefined ? undefined : operand(value)));
      return text === "{}" || text;
    },
  },
  names: { print: names, printObject: names, takesText: true },
  text: { print: plainText, printObject: (object, where) => plainText(object["do"], where), takesText: true },
  loop: { print: sequence, printObject: loop, takesText: "source" },
  none: {
    print: (value, where) => {
      if (value === true || value === "") return true;
      throw new TypeError(`${where} takes no value: write it alone, or with an object of modifiers.`);
    },
    printObject: () => true,
  },
};

function listeners(events: unknown, name: string, modifiers: string): readonly HtmlAttribute[] {
  if (isAbsent(events)) return none;
  if (!isPlainObject(events))
    throw new TypeError(`${name} takes an object of events: { click: … }, or write data-on:click.`);
  const attributes: HtmlAttribute[] = [];
  for (const event of Object.keys(events)) {
    attributes.push(...listener(event, name, modifiers).attributesFor(events[event]));
  }
  return attributes.length > 1 ? distinctListeners(attributes) : attributes;
}

const knownListeners = new Map<string, DatastarAttribute>();

function listener(event: string, name: string, modifiers: string): DatastarAttribute {
  const full = `data-on:${event}${modifiers}`;
  const known = knownListeners.get(full);
  if (known !== undefined) return known;
  // The names of an object have not been checked as the names of attributes are.
  checkAttributeName(event, name, "data-on:");
  return setBounded(
    knownListeners,
    1024,
    full,
    datastarAttribute(full) ?? {
      isAliased: true,
      takesSource: false,
      textName: undefined,
      attributesFor: () => none,
    },
  );
}

/** Whether a value is one that leaves its attribute out; so does an array of nothing else. */
function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === false || (Array.isArray(value) && value.every(isAbsent));
}

/** Prints an expression; an array is a sequence, in which absent ones are left out. */
function sequence(value: unknown, where: string): string {
  if (!Array.isArray(value)) return source(value, where);
  return value
    .filter((item) => !isAbsent(item))
    .map((item) => source(item, where))
    .join("; ");
}

function source(value: unknown, where: string): string {
  if (isExpression(value)) return value.source;
  const text = typeof value === "string" ? cleanSource(value) : Signal.sourceOf(value);
  if (text !== undefined) return text;
  if (typeof value === "number" || typeof value === "boolean") return literal(value);
  throw new TypeError(`${where} takes an expression, not ${describe(value)}: write js\`…\`, an action, or a signal.`);
}

function plainText(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${where} takes text that is no expression, not ${describe(value)}.`);
}

/** Prints the names of the items of a loop, and what it goes through. */
function loop({ of, item = "item", index }: Record<string, unknown>, where: string): string {
  for (const name of [item, index]) {
    if (name === undefined || (typeof name === "string" && /^[A-Za-z_$][\w$]*$/.test(name))) continue;
    throw new TypeError(`${where}: ${shownValue(name)} is no name for an item or its index.`);
  }
  return `${String(item)}${index === undefined ? "" : `, ${String(index)}`} in ${operand(of)}`;
}

function names(value: unknown, where: string): string {
  const names: unknown[] = [value].flat();
  if (names.every((name) => typeof name === "string")) return names.join(" ");
  throw new TypeError(`${where} takes attribute names, not ${describe(value)}.`);
}

function path(value: unknown, where: string): string {
  const text = typeof value === "string" ? value : Signal.pathOf(value);
  if (text !== undefined) return text;
  throw new TypeError(`${where} takes a signal or its path, not ${describe(value)}.`);
}

function printExpressions(object: Record<string, unknown>, where: string, plugin: string): string {
  const parents = [object];
  return printProperties(
    object,
    (value, name) => {
      if (value === undefined || value === null) return undefined;
      const text = operand(value, parents);
      return (plugin === "attr" ? attributeSource(name).print?.(text) : undefined) ?? text;
    },
    plugin === "style" ? (name) => cssName(name, where) : undefined,
  );
}

// The client writes the names of an object in kebab case, with a hyphen before digits too.
function cssName(name: string, where: string): string {
  if (!name.startsWith("--")) return kebab(name);
  if (!/[A-Z_]|[a-z]\d|\d[a-z]/.test(name)) return name;
  throw new TypeError(
    `${where}: Datastar would rewrite the name "${name}" in an object; spread {"data-style:${name}": …} into the element, or rename it.`,
  );
}

function printFunctions(object: Record<string, unknown>): string {
  const parents = [object];
  return printProperties(object, (value) => {
    if (value === undefined || value === null) return undefined;
    return isPlainObject(value) ? printFunctions(value) : arrowFunction(value, parents);
  });
}
