import { attributeOf } from "../html/attribute.js";
import type { Props } from "../html/element.js";

/**
 * The props of an element as @kitajs/html prints them: Datastar's attributes become one text, `attrs`, which it puts in
 * as it is.
 *
 * @throws TypeError for names and values that Datastar cannot carry
 */
export function datastarProps<P extends Props>(tag: string, props: P): P {
  let printed = "";
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (isDatastar(name, tag)) {
      for (const { text } of attributeOf(name, tag).printEach(value, tag)) printed += text;
    } else others[name] = name === "attrs" && isProps(value) ? datastarProps(tag, value) : value;
  }
  if (printed !== "") others["attrs"] = withText(others["attrs"], printed.slice(1));
  return others as P;
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
