import { describe } from "../base/describe.js";
import { inOnePiece } from "../base/in-one-piece.js";
import { kebab } from "../base/kebab.js";
import { isPlainObject } from "../base/plain-object.js";
import { namesPrototype } from "../base/prototype-name.js";
import { Expression } from "../expressions/expression.js";
import { InitialValues } from "../expressions/initial-values.js";
import { arrowFunction, literal, operand, printProperties } from "../expressions/literal.js";
import { Signal } from "../expressions/signal.js";
import { checkAttributeName } from "./attribute-name.js";
import { writeKey, type WrittenKey } from "./key.js";
import { printModifiers } from "./modifiers.js";
import { type Form, type Plugin, plugins } from "./plugins.js";

/**
 * Writes an attribute in HTML, of a name and a value not yet escaped, or `true` for none. What it has returned for a
 * signal may be used again.
 */
export type Write = (name: string, value: string | true) => string;

/** Writes the attributes that the client reads for a value of a Datastar attribute in TSX. */
export type Serialiser = (value: unknown) => string;

/**
 * The serialiser for a Datastar attribute, or `undefined` when `name` is not one.
 *
 * @param name the name as written in TSX, keys in any case: `data-on:fooBar`, `data-signals__ifmissing`
 * @param write writes each attribute; what it returns is joined
 * @throws TypeError for a name that Datastar would refuse
 */
export function datastarAttribute(name: string, write: Write): Serialiser | undefined {
  const [, pluginName = "", given = "", named = ""] = /^data-(.*?)(?::(.*?))?(__.*)?$/s.exec(name) ?? [];
  if (!Object.hasOwn(plugins, pluginName)) return undefined;

  const plugin: Plugin = plugins[pluginName as keyof typeof plugins];
  const form = given === "" ? plugin.value : plugin.keyed;
  if (form === undefined) {
    const rule = given === "" ? `needs a key: data-${pluginName}:name` : `takes no key: write data-${pluginName}`;
    throw new TypeError(`${name}: data-${pluginName} ${rule}.`);
  }
  if (form === "events") return (value) => writeEvents(value, name, named, write);

  const restored = writeKey(given, plugin.keyCase, named.includes("__case."), name);
  const { print, printObject, others } = forms[form];
  const attributeName = ({ key, modifier }: WrittenKey, options: string): string => {
    const tail = modifier + named + options;
    if (tail !== "" && key.endsWith("_")) {
      throw new TypeError(`${name}: a key that ends with "_" cannot have modifiers, which begin with "__".`);
    }
    return `data-${pluginName}${key === "" ? "" : `:${key}`}${tail}`;
  };
  let plainName: string | undefined;
  // A signal mostly stands in many elements, and never changes.
  let lastSignal: Signal | undefined;
  let lastText = "";
  return (value) => {
    if (value === lastSignal) return lastText;
    if (value === null || value === undefined || (form !== "datum" && isAbsent(value))) return "";
    const object = isPlainObject(value) ? value : undefined;
    const text = object === undefined ? print(value, name) : printObject(object, name, pluginName);
    if (object === undefined || others === undefined) {
      const attribute = write((plainName ??= inOnePiece(attributeName(restored, ""))), text);
      if (value instanceof Signal) {
        lastSignal = value;
        lastText = attribute;
      }
      return attribute;
    }
    const written = object["case"] ? writeKey(given, plugin.keyCase, true, name) : restored;
    return write(attributeName(written, printModifiers(plugin, object, name, others)), text);
  };
}

interface FormPrinter {
  readonly print: (value: unknown, where: string) => string | true;
  readonly printObject: (object: Record<string, unknown>, where: string, plugin: string) => string | true;
  /** What an object has beside modifiers; absent where objects hold no modifiers. */
  readonly others?: readonly string[];
}

const forms: { readonly [form in Exclude<Form, "events">]: FormPrinter } = {
  expression: {
    print: sequence,
    printObject: (object, where) => {
      if (object["do"] !== undefined) return sequence(object["do"], where);
      throw new TypeError(
        `${where}: an object needs the expression as "do": { do: …, ${Object.keys(object).join(", ")} }.`,
      );
    },
    others: ["do"],
  },
  datum: {
    print: (value, where) => (typeof value === "string" ? value : printDatum(value, where)),
    printObject: printDatum,
  },
  expressions: { print: sequence, printObject: printExpressions },
  functions: { print: sequence, printObject: printFunctions },
  data: {
    print: (value, where) => {
      const initial = InitialValues.of(value);
      return isPlainObject(initial) ? printData(initial, where) : sequence(value, where);
    },
    printObject: printData,
  },
  path: { print: path, printObject: (object, where) => path(object["signal"], where), others: ["signal"] },
  filter: {
    print: (value, where) => value === true || value === "" || sequence(value, where),
    printObject: ({ include, exclude }) => {
      const text = printProperties({ include, exclude }, (value) => (value === undefined ? undefined : operand(value)));
      return text === "{}" || text;
    },
    others: ["include", "exclude"],
  },
  names: { print: names, printObject: names },
  none: {
    print: (value, where) => {
      if (value === true || value === "") return true;
      throw new TypeError(`${where} takes no value: write it alone, or with an object of modifiers.`);
    },
    printObject: () => true,
    others: [],
  },
};

function writeEvents(events: unknown, name: string, modifiers: string, write: Write): string {
  if (isAbsent(events)) return "";
  if (!isPlainObject(events))
    throw new TypeError(`${name} takes an object of events: { click: … }, or write data-on:click.`);
  let html = "";
  for (const event of Object.keys(events)) {
    // These names have not been checked as the names of attributes are.
    checkAttributeName(event, name, "data-on:");
    html += datastarAttribute(`data-on:${event}${modifiers}`, write)?.(events[event]) ?? "";
  }
  return html;
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
  if (value instanceof Expression) return value.source;
  const text = typeof value === "string" ? value : Signal.sourceOf(value);
  if (text !== undefined) return text;
  if (typeof value === "number" || typeof value === "boolean") return literal(value);
  throw new TypeError(`${where} takes an expression, not ${describe(value)}: write js\`…\`, an action, or a signal.`);
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
  return printProperties(
    object,
    (value) => (value === undefined || value === null ? undefined : operand(value)),
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
  return printProperties(object, (value) => {
    if (value === undefined || value === null) return undefined;
    return isPlainObject(value) ? printFunctions(value) : arrowFunction(value);
  });
}

function printData(object: Record<string, unknown>, where: string): string {
  return checked(printSignals(object), object, where);
}

function printSignals(object: Record<string, unknown>): string {
  // `null` stays: it removes the signal.
  return printProperties(object, (value) =>
    value === undefined ? undefined : isPlainObject(value) ? printSignals(value) : operand(value),
  );
}

function printDatum(value: unknown, where: string): string {
  return checked(literal(value), value, where);
}

/** Returns what data has been printed as, unless it cannot be the client's. */
function checked(text: string, data: unknown, where: string): string {
  // The text tells of most data that it need not be searched.
  if (text.includes("__proto__") && typeof data === "object" && data !== null && namesPrototype(data)) {
    throw new TypeError(`${where}: "__proto__" cannot be the name of a signal.`);
  }
  return text;
}
