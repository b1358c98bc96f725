// What TSX compiles to with Deno's `"jsx": "precompile"`, besides `jsx`.
import { attributePrefix } from "../base/client.js";
import { abandon } from "../base/promises.js";
import { attributeOf, renderAttribute } from "../html/attribute.js";
import { toHtml } from "../html/children.js";
import { Html } from "../html/html.js";
import { type Given, joinOnce, mayShareName } from "../html/same-name.js";
import { readStartTags, type StartTag } from "./start-tags.js";

/**
 * Fills values in between pieces of markup. Called by the code that Deno compiles TSX to.
 *
 * @param values what {@link jsxAttr}, {@link jsxEscape} and `jsx` return; anything else is a child, and escaped
 * @see https://docs.deno.com/runtime/reference/jsx/#jsx-precompile-transform
 */
export function jsxTemplate(pieces: readonly string[], ...values: readonly unknown[]): Html | Promise<Html> {
  let template = templates.get(pieces);
  if (template === undefined) templates.set(pieces, (template = makeTemplate(pieces, values)));
  return jsxEscape(template.flatMap((part) => partOf(part, values)));
}

/** Markup, the index of a value, or attributes of one element of which some have a name in common. */
type TemplatePart = Html | number | readonly (Html | number)[];

// Deno makes the pieces of a template once, and the names of its attributes are always the same.
const templates = new WeakMap<readonly string[], readonly TemplatePart[]>();

function partOf(part: TemplatePart, values: readonly unknown[]): unknown {
  if (part instanceof Html) return part;
  if (typeof part === "number") return values[part];
  const attributes = part.map((given) => (typeof given === "number" ? values[given] : given));
  return new Html(joinOnce(attributes.flatMap((value) => (value instanceof Attribute ? [value.given()] : []))));
}

function makeTemplate(pieces: readonly string[], values: readonly unknown[]): readonly TemplatePart[] {
  if (attributePrefix() !== "data-") refuseConstants(pieces);
  const parts: TemplatePart[] = [];
  let piece = 0;
  let index = 0;
  const addUpTo = (end: StartTag["end"]): void => {
    for (; piece < end.piece; piece++, index = 0) parts.push(new Html(pieces[piece]?.slice(index) ?? ""), piece);
    parts.push(new Html(pieces[piece]?.slice(index, end.index) ?? ""));
    ({ index } = end);
  };
  for (const { start, end, attributes } of readStartTags(pieces)) {
    const given = attributes.map((part) => (typeof part === "number" ? part : new Attribute(part.text, part.name)));
    const all = given.map((part) => (typeof part === "number" ? values[part] : part));
    if (!mayShareName(all.flatMap((value) => (value instanceof Attribute ? [value.attributeName] : [])))) continue;
    addUpTo(start);
    parts.push(given);
    ({ piece, index } = end);
  }
  addUpTo({ piece: pieces.length - 1, index: Infinity });
  return parts;
}

/** An attribute of an element, which may have another one of its name. */
class Attribute extends Html {
  static override readonly name = "Html";

  readonly #name: string;
  readonly #value: readonly [value: unknown] | undefined;

  /** @param value if it is one whose attributes are not all in the markup by name */
  constructor(html: string, name: string, value?: readonly [value: unknown]) {
    super(html);
    this.#name = name;
    this.#value = value;
  }

  get attributeName(): string {
    return this.#value === undefined ? this.#name : attributeOf(this.#name, "element").name;
  }

  given(): Given {
    const printed =
      this.#value === undefined
        ? [{ name: this.#name, text: ` ${this.html}` }]
        : attributeOf(this.#name, "element").printEach(this.#value[0], "element");
    return { name: this.attributeName, printed };
  }
}

/** Deno has printed what is constant, with names that a client with an alias does not read. */
function refuseConstants(pieces: readonly string[]): void {
  if (pieces.some((piece) => / data-/i.test(piece)))
    throw new TypeError(
      'A client with an alias needs "jsx": "react-jsx", or this package\'s compiler: Deno prints names as they are.',
    );
}

/**
 * Renders an attribute, or nothing when it is absent. Called by the code that Deno compiles TSX to, which folds the
 * names of attributes to lower case.
 *
 * @throws TypeError for names and values that HTML or Datastar cannot carry
 */
export function jsxAttr(name: string, value: unknown): Html {
  // The template has the space in front.
  if (name === "key") {
    abandon(value);
    return new Html("");
  }
  return new Attribute(renderAttribute(name, value, "element").slice(1), name, [value]);
}

/**
 * Renders a child. Called by the code that Deno compiles TSX to.
 *
 * @throws TypeError for values that have no text
 */
export function jsxEscape(value: unknown): Html | Promise<Html> {
  return toHtml(value, "An element");
}
