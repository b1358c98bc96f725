// What compiled TSX calls. The compiler writes these calls; nobody else should.
import { printedFor } from "../base/configure-client.js";
import { ownOnly } from "../base/own-only.js";
import { abandon, callWith } from "../base/promises.js";
import { isScriptUrl } from "../base/script-url.js";
import { Expression } from "../expressions/expression.js";
import { printsInPlace } from "../expressions/unknown.js";
import { renderAttribute } from "../html/attribute.js";
import { type Parent, renderChild } from "../html/children.js";
import { classText, isOn } from "../html/class-value.js";
import { drop } from "../html/drop.js";
import type { Props } from "../html/element.js";
import { escapeSource } from "../html/escape-source.js";
import { escapeAttribute, escapeText } from "../html/escape.js";
import { flatten, rowsLength } from "../html/flat-text.js";
import { Html } from "../html/html.js";
import { type Markup, PendingHtml } from "../html/pending-html.js";
import { printOnce } from "../html/same-name.js";
import { settingText } from "../html/style-value.js";
import {
  afterAttribute,
  hasRival,
  mayShareNames,
  type Predecessor,
  type Tag,
  tagAttributeOf,
  tagOf,
} from "../html/tag.js";
import { jsx } from "./jsx.js";

export { abandon, drop, Html, isOn, jsx, printedFor, printsInPlace, renderAttribute as anyAttribute };

/** Markup, or why there is none: what is thrown when all that stands beside it has been evaluated. */
type Rendered = Markup | Refusal;

/** A child that has been refused. Promises beside it have a reader then, and end no process when they are rejected. */
class Refusal {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

function thrown<T>(rendered: T | Refusal): T {
  if (rendered instanceof Refusal) throw rendered.error;
  return rendered;
}

/** Markup as the value of a TSX expression. */
export function html(markup: Rendered): Html | Promise<Html> {
  return typeof markup === "string" ? new Html(markup) : thrown(markup);
}

/** Joins pieces of markup of which some are not there yet. */
export function join(parts: readonly Rendered[]): PendingHtml {
  return PendingHtml.join(parts.map(thrown));
}

/** Lets go of values that an error keeps from being used, and returns the error. */
export function beside(error: unknown, values: unknown): unknown {
  abandon(values);
  return error;
}

/** The same, for markup that stands beside other markup. */
export function refused(error: unknown, values?: unknown): Rendered {
  return new Refusal(beside(error, values));
}

/** Renders a child. */
export function child(value: unknown, parent: string): Rendered {
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return `${value}`;
  return value instanceof Html ? value.html : otherChild(value, parent);
}

function otherChild(value: unknown, parent: string): Rendered {
  try {
    return renderChild(value, parent);
  } catch (error) {
    return refused(error);
  }
}

/** Renders a component, or an element that the compiler leaves to the runtime. */
export function component(type: Parameters<typeof jsx>[0], props: Parameters<typeof jsx>[1]): Rendered {
  try {
    return renderChild(jsx(type, props), "");
  } catch (error) {
    return refused(error);
  }
}

/** Renders what a component has returned. */
export function resultText(value: unknown, type: Parent): Markup {
  return value instanceof Html ? value.html : renderChild(value, type);
}

/** Renders what a component has returned, as the value of a TSX expression. */
export function result(value: unknown, type: Parent): Html | Promise<Html> {
  return value instanceof Html ? value : html(renderChild(value, type));
}

/** Something with a method like that of arrays. */
interface Mappable {
  map(callback: (item: unknown, index: number, list: unknown) => unknown): unknown;
}

/** Renders `list.map(render)`, where `render` returns markup. */
export function each(
  list: Mappable,
  render: (item: unknown, index: number, list: unknown) => Rendered,
  parent: string,
): Rendered {
  try {
    return Array.isArray(list) && list.map === Array.prototype.map
      ? rows(list, render)
      : child(
          list.map((item, index, list) => html(render(item, index, list))),
          parent,
        );
  } catch (error) {
    return refused(error, list);
  }
}

function rows(items: readonly unknown[], render: (item: unknown, index: number, list: unknown) => Rendered): Rendered {
  const { length } = items;
  let text = "";
  /** Rows that have been put into one piece, or were in one. */
  let flat = "";
  let parts: Markup[] | undefined;
  for (let i = 0; i < length; i++) {
    const item = items[i];
    if (item === undefined && !(i in items)) continue;
    const markup = render(item, i, items);
    if (typeof markup === "string" && parts === undefined) {
      text += markup;
      if (text.length >= rowsLength) {
        flat += markup.length < rowsLength ? flatten(text) : text;
        text = "";
      }
    } else (parts ??= [flat + text]).push(thrown(markup));
  }
  return parts === undefined ? flat + text : PendingHtml.join(parts);
}

/** Renders a value in a template literal that is a child. */
export function textPart(value: unknown): string {
  return typeof value === "number" ? `${value}` : escapeText(`${value as string}`);
}

/** Renders a value in a template literal that is an attribute. */
export function attributePart(value: unknown): string {
  return typeof value === "number" ? `${value}` : escapeAttribute(`${value as string}`);
}

/**
 * Renders an attribute whose value is text, between the markup around it.
 *
 * @param before the markup in front, and what leads to the value: `<p title="`
 * @param after the closing quote, and the markup behind: `"></p>`
 */
export function textAttribute(before: string, value: unknown, after: string, name: string, tag: string): string {
  if (typeof value === "number") return before + value + after;
  return stringAttribute(before, value, after, name, tag);
}

/** Renders an attribute whose value is text, or something else that no number is, like classes. */
function stringAttribute(before: string, value: unknown, after: string, name: string, tag: string): string {
  if (typeof value === "string") return before + escapeAttribute(value) + after;
  return otherAttribute(before, value, after, name, tag);
}

/** Renders an attribute whose value is a URL. */
export function urlAttribute(before: string, value: unknown, after: string, name: string, tag: string): string {
  if (typeof value === "string" && !isScriptUrl(value)) return before + escapeAttribute(value) + after;
  return otherAttribute(before, value, after, name, tag);
}

/** Renders an attribute whose value is an expression of Datastar. */
export function expressionAttribute(before: string, value: unknown, after: string, name: string, tag: string): string {
  if (typeof value === "string") return before + escapeSource(value) + after;
  return stringAttribute(before, value instanceof Expression ? value.source : value, after, name, tag);
}

/** Renders the classes that one value in a list of them stands for. */
export function classes(value: unknown, tag: string): string {
  return escapeAttribute(typeof value === "string" ? value : callWith(otherClasses, value, tag));
}

function otherClasses(value: unknown, tag: string): string {
  return classText(value, "class", tag) ?? "";
}

// Neither HTML nor CSS has a meaning for these: most settings consist of them.
const plainSetting = /^[\w #%.,-]*$/;

/** Renders what a property of a style is set to. */
export function declaration(value: unknown, property: string, tag: string): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && plainSetting.test(value)) return value;
  return escapeAttribute(settingText(value, property, tag));
}

/** Puts an item behind a list, of which either may be empty. */
export function append(list: string, separator: string, item: string): string {
  return item === "" ? list : list === "" ? item : list + separator + item;
}

/**
 * Renders text between the markup around it. Where there is none, what leads to it and what ends it are not there
 * either.
 *
 * @param lead how many characters of `before` lead to it
 * @param end how many characters of `after` end it
 */
export function optional(before: string, text: string, after: string, lead: number, end: number): string {
  return text === "" ? before.slice(0, before.length - lead) + after.slice(end) : before + text + after;
}

/** Renders attributes of which the compiler does not know all, for an element whose children are rendered apart. */
export function attributes(props: Props, tag: string): string {
  try {
    return attributesText(ownOnly(props), tagOf(tag));
  } catch (error) {
    abandon(props);
    throw error;
  }
}

function attributesText(props: Props, tag: Tag): string {
  // What has no children refuses them.
  if (tag.isVoid && "children" in props) jsx(tag.name, { children: props.children });
  let html = "";
  let before: Predecessor = tag;
  let areDistinct = false;
  for (const name in props) {
    const value = props[name];
    if (name === "children") continue;
    if (name === "key") {
      abandon(value);
      continue;
    }
    const known = tagAttributeOf(tag, before, name);
    before = known;
    const { attribute, takesText, beforeValue } = known;
    if (typeof value === "string" && takesText) {
      const { escape } = attribute;
      html +=
        beforeValue[afterAttribute] + (escape === undefined ? escapeAttribute(value) : escape(value, tag.name)) + '"';
    } else if (
      known.isDoubtful &&
      !areDistinct &&
      hasRival(known, props) &&
      !(areDistinct = !mayShareNames(tag, props))
    ) {
      return printOnce(props, tag.name);
    } else html += attribute.print(value, tag.name);
  }
  return html;
}

/**
 * Renders an attribute that may have no value, or not be there: then what would lead to its value, and the quote, are
 * not either.
 */
function otherAttribute(before: string, value: unknown, after: string, name: string, tag: string): string {
  return before.slice(0, -` ${name}="`.length) + renderAttribute(name, value, tag) + after.slice(1);
}
