import { datastarAttribute } from "../attributes/datastar-attribute.js";
import { Expression } from "../expressions/expression.js";
// What the compiler must know of elements and attributes, asked of the runtime itself so that the two cannot disagree.
import { Html } from "../html/html.js";
import { jsx } from "../jsx/jsx.js";

/**
 * Renders an element of constants now; `undefined` where the runtime refuses it, which it shall do when it is rendered.
 */
function render(tag: string, props: { readonly [name: string]: unknown }): string | undefined {
  try {
    const markup = jsx(tag, props);
    return markup instanceof Html ? markup.html : undefined;
  } catch {
    return undefined;
  }
}

/** What makes an element different from others. */
export interface TagFacts {
  readonly close: string;
  readonly isVoid: boolean;
  /** Its text is not escaped. */
  readonly isRaw: boolean;
  /** Parsers drop a line break at its start. */
  readonly dropsLineBreak: boolean;
}

const tags = new Map<string, TagFacts | undefined>();

/** The facts of an element; `undefined` for a name that HTML does not allow. */
export function tagFacts(tag: string): TagFacts | undefined {
  if (!tags.has(tag)) tags.set(tag, findTagFacts(tag));
  return tags.get(tag);
}

function findTagFacts(tag: string): TagFacts | undefined {
  const empty = render(tag, {});
  if (empty === undefined) return undefined;
  return {
    close: empty.slice(`<${tag}>`.length),
    isVoid: empty === `<${tag}>`,
    isRaw: render(tag, { children: "&" })?.includes("&amp;") === false,
    dropsLineBreak: render(tag, { children: "\n" })?.includes("\n\n") === true,
  };
}

/** The text of constant attributes, with a space before each; `undefined` where the runtime refuses one. */
export function attributeText(tag: string, props: { readonly [name: string]: unknown }): string | undefined {
  const facts = tagFacts(tag);
  const element = facts && render(tag, props);
  return facts && element?.slice(`<${tag}`.length, element.length - `>${facts.close}`.length);
}

/** The content of an element whose text is not escaped. */
export function rawContent(tag: string, type: unknown, children: readonly unknown[]): string | undefined {
  const start = render(tag, { type });
  const element = render(tag, { type, children });
  const close = tagFacts(tag)?.close ?? "";
  return start && element?.slice(start.length - close.length, element.length - close.length);
}

export interface AttributeFacts {
  readonly isDatastar: boolean;
  /**
   * How its value is rendered: strings and numbers as text; strings only, as with classes; as a URL; strings and
   * expressions of Datastar as source; or in a way of its own.
   */
  readonly kind: "text" | "string" | "url" | "expression" | "other";
  /** Its name, with what stands around it: ` title="`. Empty where a string is not rendered as it is. */
  readonly open: string;
}

const attributes = new Map<string, AttributeFacts | undefined>();

/** The facts of an attribute; `undefined` for a name that the runtime refuses. */
export function attributeFacts(name: string): AttributeFacts | undefined {
  if (!attributes.has(name)) attributes.set(name, findAttributeFacts(name));
  return attributes.get(name);
}

function findAttributeFacts(name: string): AttributeFacts | undefined {
  const text = (value: unknown): string | undefined => attributeText("i", { [name]: value });
  const empty = text("");
  const open = empty?.endsWith('=""') ? empty.slice(0, -1) : "";
  try {
    if (datastarAttribute(name) !== undefined) {
      // Whoever renders it by its name takes that for the one in HTML.
      const isExpression = open === ` ${name}="` && text(new Expression("a")) === `${open}a"`;
      return { isDatastar: true, kind: isExpression ? "expression" : "other", open };
    }
  } catch {
    return undefined;
  }
  if (empty === undefined) return undefined;
  const isUrl = text("javascript:") === undefined;
  // Of a list of URLs, each is looked at.
  if (isUrl && text(";javascript:") === undefined) return { isDatastar: false, kind: "other", open: "" };
  return { isDatastar: false, kind: isUrl ? "url" : text(0) === `${open}0"` ? "text" : "string", open };
}
