import type { Expression, ObjectExpression, ObjectProperty } from "oxc-parser";
import { escapeAttribute } from "../html/escape.js";
import { type Code, type Part, valueHole, valuesHole, valuesIn, withValues } from "./markup-parts.js";
import type { ModuleContext } from "./module-context.js";
import { attributeText } from "./runtime-facts.js";
import { inParentheses, isBoolean, unwrapped } from "./syntax-tree.js";
import { templateParts } from "./template-literal.js";

/** One of the classes, or of the declarations, that an attribute lists. */
interface Item {
  /** Whether it is there whatever the values are. */
  readonly isSure: boolean;
  /** Its markup, between what leads to it and what ends it; or nothing at all where it is not there. */
  readonly parts: (lead: string, end: string) => readonly Part[];
}

/**
 * The markup of a `class` or `style` that is given as a literal array or object: a concatenation, in which only the
 * values that are not known go through the runtime.
 *
 * @returns `undefined` where something in it is refused, which the runtime says when it is rendered
 */
export function listAttribute(
  expression: Expression,
  name: "class" | "style",
  tag: string,
  context: ModuleContext,
): readonly Part[] | undefined {
  const lister = new Lister(tag, context);
  const items = name === "class" ? lister.classes(expression) : lister.declarations(expression);
  return items && lister.group(items, name === "class" ? " " : ";").parts(` ${name}="`, '"');
}

/** Makes the items of the attributes of one element. */
class Lister {
  readonly #tag: string;
  readonly #context: ModuleContext;

  constructor(tag: string, context: ModuleContext) {
    this.#tag = tag;
    this.#context = context;
  }

  /** The classes that an expression lists; `undefined` where one is refused. */
  classes(expression: Expression): readonly Item[] | undefined {
    return this.#context.within(
      () => this.#classes(expression),
      () => [this.#unknownClasses([expression])],
    );
  }

  #classes(expression: Expression): readonly Item[] | undefined {
    const constant = this.#context.evaluate(expression);
    if (constant !== undefined) return this.#known("class", [constant.value]);
    const node = unwrapped(expression);
    switch (node.type) {
      case "ArrayExpression":
        return all(node.elements, (element) => {
          if (element === null) return [];
          return element.type === "SpreadElement"
            ? [this.#unknownClasses(["[...", element.argument, "]"])]
            : this.classes(element);
        });
      case "ObjectExpression": {
        const entries = entriesOf(node);
        return (
          (entries &&
            all(entries, ([name, value]) => {
              const known = this.#context.evaluate(value);
              if (known !== undefined) return this.#known("class", { [name]: known.value });
              const items = this.#known("class", [name]);
              return items && [this.#conditional(value, name, this.group(items, " "))];
            })) ?? [this.#unknownClasses([expression])]
        );
      }
      case "ConditionalExpression": {
        const [yes, no] = [this.classes(node.consequent), this.classes(node.alternate)];
        return yes && no && [this.#choice([node.test], this.group(yes, " "), this.group(no, " "))];
      }
      case "LogicalExpression": {
        // What is falsy is no class.
        const items = node.operator === "&&" ? this.classes(node.right) : undefined;
        if (items === undefined) break;
        return [this.#choice([node.left], this.group(items, " "), nothing)];
      }
      case "TemplateLiteral": {
        if (node.quasis.every(({ value }) => value.cooked === "")) break;
        const text = templateParts(node, "attributePart", escapeAttribute, this.#context);
        return [{ isSure: true, parts: (lead, end) => [lead, ...text, end] }];
      }
    }
    return [this.#unknownClasses([expression])];
  }

  /** A known class that is there or not. */
  #conditional(value: Expression, className: string, item: Item): Item {
    if (isBoolean(unwrapped(value))) return this.#choice(inParentheses(value), item, nothing);
    const names = `${JSON.stringify(className)}, "class", ${JSON.stringify(this.#tag)}`;
    return {
      isSure: false,
      parts: (lead, end) => [
        valueHole([value], (value, before, after) =>
          this.#context
            .choice([`${this.#context.helper("isOn")}(`, ...value, `, ${names})`], item.parts(lead, end), [])
            .code(before, after),
        ),
      ],
    };
  }

  /** The declarations of an object literal; `undefined` for anything else, and where one is refused. */
  declarations(expression: Expression): readonly Item[] | undefined {
    const node = unwrapped(expression);
    const entries = node.type === "ObjectExpression" ? entriesOf(node) : undefined;
    return (
      entries &&
      all(entries, ([property, value]) => {
        const constant = this.#context.evaluate(value);
        return constant === undefined
          ? this.#unknownDeclaration(property, value)
          : this.#known("style", { [property]: constant.value });
      })
    );
  }

  /** What is printed whatever the values are. */
  #known(name: "class" | "style", value: unknown): readonly Item[] | undefined {
    const attribute = attributeText(this.#tag, name, value);
    if (attribute === undefined) return undefined;
    const text = attribute.slice(` ${name}="`.length, -1);
    return text === "" ? [] : [{ isSure: true, parts: (lead, end) => [lead + text + end] }];
  }

  #unknownClasses(value: Code): Item {
    return this.#optional("", [value], ([value = []]) => [
      `${this.#context.helper("classes")}(`,
      ...value,
      `, ${JSON.stringify(this.#tag)})`,
    ]);
  }

  #unknownDeclaration(property: string, value: Expression): readonly Item[] | undefined {
    const node = unwrapped(value);
    if (node.type === "ConditionalExpression") {
      const [yes, no] = [node.consequent, node.alternate].map((branch) => {
        const constant = this.#context.evaluate(branch);
        return constant
          ? this.#known("style", { [property]: constant.value })
          : this.#unknownDeclaration(property, branch);
      });
      return yes && no && [this.#choice([node.test], this.group(yes, ";"), this.group(no, ";"))];
    }
    // The name as it is printed.
    const [item] = this.#known("style", { [property]: 0 }) ?? [];
    const [printed] = item?.parts("", "") ?? [];
    if (typeof printed !== "string") return undefined;
    const names = `${JSON.stringify(property)}, ${JSON.stringify(this.#tag)}`;
    const code = ([value = []]: readonly Code[]): Code => [
      `${this.#context.helper("declaration")}(`,
      ...value,
      `, ${names})`,
    ];
    return [this.#optional(printed.slice(0, -1), [[value]], code)];
  }

  /** An item that is there if the text of its values is not empty. */
  #optional(start: string, values: readonly Code[], text: (values: readonly Code[]) => Code): Item {
    return {
      isSure: false,
      parts: (lead, end) => [
        valuesHole(values, (values, before, after) =>
          before + lead + start + end + after === ""
            ? text(values)
            : [
                `${this.#context.helper("optional")}(${JSON.stringify(before + lead + start)}, `,
                ...text(values),
                `, ${JSON.stringify(end + after)}, ${lead.length + start.length}, ${end.length})`,
              ],
        ),
      ],
    };
  }

  #choice(test: Code, yes: Item, no: Item): Item {
    return {
      isSure: yes.isSure && no.isSure,
      parts: (lead, end) => [this.#context.valueChoice(test, yes.parts(lead, end), no.parts(lead, end))],
    };
  }

  /** Several items as one. */
  group(items: readonly Item[], separator: string): Item {
    const [only, ...others] = items;
    if (only === undefined) return nothing;
    if (others.length === 0) return only;
    const sure = items.findIndex((item) => item.isSure);
    const isSure = sure >= 0;
    const each = (items: readonly Item[], lead: string, end: string): readonly Part[] =>
      items.flatMap((item) => item.parts(lead, end));
    return {
      isSure,
      parts: (lead, end) => {
        // Around one that is there, each of the others has a separator of its own.
        if (isSure) {
          const [before, rest] = [items.slice(0, sure), items.slice(sure + 1)];
          return [
            lead,
            ...each(before, "", separator),
            ...each([items[sure] ?? nothing], "", ""),
            ...each(rest, separator, ""),
            end,
          ];
        }
        if (lead + end === separator) return each(items, lead, end);
        const texts = items.map((item) => item.parts("", ""));
        const lengths = texts.map((parts) => valuesIn(parts).length);
        const appended = (values: readonly Code[]): Code => {
          let next = 0;
          const given = texts.map((parts, index) =>
            withValues(parts, values.slice(next, (next += lengths[index] ?? 0))),
          );
          return this.#appended(given, separator);
        };
        return this.#optional("", texts.flatMap(valuesIn), appended).parts(lead, end);
      },
    };
  }

  /**
   * Code for the text of items of which any may not be there: in halves, so that calls nest no deeper than they must.
   */
  #appended(items: readonly (readonly Part[])[], separator: string): Code {
    const [only, ...others] = items;
    if (only === undefined || others.length === 0) return this.#context.text(only ?? []).code;
    const half = items.length >> 1;
    return [
      `${this.#context.helper("append")}(`,
      ...this.#appended(items.slice(0, half), separator),
      `, ${JSON.stringify(separator)}, `,
      ...this.#appended(items.slice(half), separator),
      ")",
    ];
  }
}

const nothing: Item = { isSure: false, parts: () => [] };

/** The items of all of some nodes; `undefined` where one has none. */
function all<T>(nodes: readonly T[], itemsOf: (node: T) => readonly Item[] | undefined): readonly Item[] | undefined {
  const items: Item[] = [];
  for (const node of nodes) {
    const found = itemsOf(node);
    if (found === undefined) return undefined;
    items.push(...found);
  }
  return items;
}

/** The names and values of an object literal; `undefined` where not all of them, or not their order, can be told. */
function entriesOf({ properties }: ObjectExpression): readonly (readonly [string, Expression])[] | undefined {
  const entries = new Map<string, Expression>();
  for (const property of properties) {
    const name = property.type === "SpreadElement" ? undefined : nameOf(property);
    if (property.type === "SpreadElement" || name === undefined || entries.has(name)) return undefined;
    entries.set(name, property.value);
  }
  return [...entries];
}

/** The name of a property that stands where it is written; those that are integers go first. */
function nameOf({ key, computed, method, kind }: ObjectProperty): string | undefined {
  if (computed || method || kind !== "init") return undefined;
  const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "__proto__";
  return name === "__proto__" || name === "" || /^\d+$/.test(name) ? undefined : name;
}
