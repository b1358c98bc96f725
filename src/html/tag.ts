import { setBounded } from "../base/set-bounded.js";
import { type Attribute, attributeOf } from "./attribute.js";
import { rawTextElements } from "./raw-text.js";

/**
 * Where in the props of an element one stands. Props mostly come in the order in which they came last, so what comes
 * next is first looked for where it was.
 */
export interface PropPosition {
  next: TagAttribute | undefined;
}

/** What does not change from one element of a tag to the next. */
export interface Tag extends PropPosition {
  readonly name: string;
  /** `<li` or a closing quote, for an attribute that is printed whole. */
  readonly goOn: ByPlace;
  /** `<li>`, or the end of that. */
  readonly start: ByPlace;
  /** `</li>`, or nothing for a void element. */
  readonly close: string;
  /** Whether its text is not escaped. */
  readonly isRaw: boolean;
  /** Writes content so that parsers read it as it was meant. */
  readonly protect: ((content: string, type: unknown) => string) | undefined;
  /** Whether nothing of the above makes its content special. */
  readonly isPlain: boolean;
  /** The attributes that its elements have had, by name. */
  readonly attributes: Map<string, TagAttribute>;
}

/** An attribute as the elements of one tag have it. */
export interface TagAttribute extends PropPosition {
  /** Its name in TSX. */
  readonly prop: string;
  readonly attribute: Attribute;
  readonly takesText: boolean;
  readonly isPlain: boolean;
  /** All that leads to its value: `<li class="`, `" class="` or ` class="`. */
  readonly lead: ByPlace;
}

/**
 * Where in a start tag something stands: at its start, behind a value whose quote is still open, or behind anything
 * else.
 */
export type Place = 0 | 1 | 2;

/** The same by {@link Place}, with the start or the quote that it then begins with. */
export type ByPlace = readonly [string, string, string];

function byPlace(tag: string, text: string): ByPlace {
  return [tag + text, `"${text}`, text];
}

/**
 * @see https://html.spec.whatwg.org/multipage/syntax.html#void-elements, and the obsolete ones that parsers still know
 */
export const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input keygen link meta param source track wbr".split(" "),
);

const tags = new Map<string, Tag>();

/**
 * The tag of a name.
 *
 * @throws TypeError for a name that HTML does not allow
 */
export function tagOf(name: string): Tag {
  return tags.get(name) ?? makeTag(name);
}

function makeTag(name: string): Tag {
  if (!/^[A-Za-z][^\s/<>"'=\p{Cc}]*$/u.test(name)) {
    throw new TypeError(`HTML allows no tag named ${JSON.stringify(name)}.`);
  }
  const folded = name.toLowerCase();
  const isVoid = voidElements.has(folded);
  const rawText = rawTextElements.get(folded);
  const protect = rawText ?? (/^(?:pre|textarea|listing)$/.test(folded) ? keepLineBreak : undefined);
  return setBounded(tags, 1024, name, {
    name,
    goOn: byPlace(`<${name}`, ""),
    start: byPlace(`<${name}`, ">"),
    close: isVoid ? "" : `</${name}>`,
    isRaw: rawText !== undefined,
    protect,
    isPlain: !isVoid && protect === undefined,
    attributes: new Map(),
    next: undefined,
  });
}

// Parsers drop the first line break in some elements.
function keepLineBreak(content: string): string {
  return content.replace(/^\n/, "\n\n");
}

/**
 * The attribute of a tag for a prop.
 *
 * @param last what came before it, or the tag itself for the first one
 * @throws TypeError for a name that HTML or Datastar does not allow
 */
export function tagAttributeOf(tag: Tag, last: PropPosition, prop: string): TagAttribute {
  const { next } = last;
  return next?.prop === prop ? next : (last.next = tag.attributes.get(prop) ?? makeTagAttribute(tag, prop));
}

function makeTagAttribute(tag: Tag, name: string): TagAttribute {
  const attribute = attributeOf(name, tag.name);
  const lead = byPlace(tag.goOn[0], ` ${attribute.name}="`);
  return setBounded(tag.attributes, 256, name, {
    prop: name,
    attribute,
    takesText: attribute.takesText,
    isPlain: attribute.isPlain,
    lead,
    next: undefined,
  });
}
