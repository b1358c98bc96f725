import { attributeOf } from "../html/attribute.js";
import type { Props } from "../html/element.js";
import { attributes } from "../jsx/compiled.js";

/**
 * The props of an element as @kitajs/html prints them: Datastar's attributes become one text, `attrs`, which it puts in
 * as it is. Props without any are returned as they are.
 *
 * @throws TypeError for names and values that Datastar cannot carry
 */
export function datastarProps<P extends Props>(tag: string, props: P): P {
  const given = props["attrs"];
  const attrs = isProps(given) ? datastarProps(tag, given) : given;
  const names = Object.keys(props).filter((name) => isDatastar(name, tag));
  if (names.length === 0) return attrs === given ? props : { ...props, attrs };
  const text = attributes(datastarOnly(tag, props), tag).slice(1);
  // Of what is undefined, nothing is printed.
  const printed = Object.fromEntries(names.map((name) => [name, undefined]));
  return { ...props, ...printed, attrs: text === "" ? attrs : withText(attrs, text) };
}

/** What `attrs` was given, and a text behind it. */
function withText(attrs: unknown, text: string): unknown {
  if (isProps(attrs)) return { ...attrs, attrs: withText(attrs["attrs"], text) };
  return typeof attrs === "string" ? `${attrs} ${text}` : text;
}

/** The props that are Datastar's alone. */
export function datastarOnly(tag: string, props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => isDatastar(name, tag)));
}

function isDatastar(name: string, tag: string): boolean {
  return name.startsWith("data-") && !attributeOf(name, tag).isPlain;
}

function isProps(value: unknown): value is Props {
  return typeof value === "object" && value !== null;
}
