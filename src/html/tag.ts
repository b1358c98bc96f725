import { printedCache } from "../base/client.js";
import { setBounded } from "../base/set-bounded.js";
import { type Attribute, attributeOf } from "./attribute.js";
import { rawTextElements } from "./raw-text.js";
import { isListenerStem, listenersStem, stemOf } from "./same-name.js";
import { isVoidElement } from "./void-elements.js";

// Where in a start tag something is written.
/** At its start: `<li` is not there yet. */
export const atStart = 0;
/** Behind the value of an attribute whose quote is still open: what follows brings it along. */
export const afterValue = 1;
/** Behind an attribute that is complete. */
export const afterAttribute = 2;

export type Place = typeof atStart | typeof afterValue | typeof afterAttribute;

/** A text as it is written at each {@link Place}: behind `<li`, behind a quote, or alone. */
type TextByPlace = readonly [atStart: string, afterValue: string, afterAttribute: string];

/**
 * What a prop can stand behind: the tag itself, or another prop. Elements of a tag mostly get the same props in the
 * same order, so the one that came next the last time is tried before it is looked up.
 */
export interface Predecessor {
  lastNext: TagAttribute | undefined;
}

/** What does not change from one element of a tag to the next. */
export interface Tag extends Predecessor {
  readonly name: string;
  /** What comes in front of an attribute that is printed whole: `<li`, `"` or nothing. */
  readonly beforeAttribute: TextByPlace;
  /** The end of the start tag: `<li>`, `">` or `>`. */
  readonly startEnd: TextByPlace;
  /** `</li>`, or nothing for a void element. */
  readonly endTag: string;
  readonly isVoid: boolean;
  /** Whether its text is not escaped. */
  readonly isRaw: boolean;
  /** Writes content so that parsers read it as it was meant. */
  readonly protect: ((content: string, type: unknown) => string) | undefined;
  /** Whether nothing of the above makes its content special. */
  readonly isPlain: boolean;
  /** The attributes that its elements have had, by the names of their props. */
  readonly attributes: Map<string, TagAttribute>;
}

/** An attribute as the elements of one tag have it. */
export interface TagAttribute extends Predecessor {
  readonly prop: string;
  readonly attribute: Attribute;
  readonly stem: string;
  /** Whether its elements could have another attribute of its name; then neither of the next two is true. */
  readonly isDoubtful: boolean;
  /** Which props would bring that one, as far as they are in {@link Tag.attributes}; `undefined` for all that there are. */
  readonly rivals: readonly string[] | undefined;
  readonly takesText: boolean;
  readonly isPlain: boolean;
  /** All that comes in front of its value: `<li class="`, `" class="` or ` class="`. */
  readonly beforeValue: TextByPlace;
}

const tags = printedCache<string, Tag>();

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
  if (folded === "plaintext") {
    throw new TypeError("<plaintext> has no end: parsers take all that follows for its text. Use <pre>.");
  }
  const isVoid = isVoidElement(name);
  const rawText = rawTextElements.get(folded);
  const protect = rawText ?? (/^(?:pre|textarea|listing)$/.test(folded) ? keepLineBreak : undefined);
  return setBounded(tags, 1024, name, {
    name,
    beforeAttribute: textByPlace(name, ""),
    startEnd: textByPlace(name, ">"),
    endTag: isVoid ? "" : `</${name}>`,
    isVoid,
    isRaw: rawText !== undefined,
    protect,
    isPlain: !isVoid && protect === undefined,
    attributes: new Map(),
    lastNext: undefined,
  });
}

function textByPlace(tag: string, text: string): TextByPlace {
  return [`<${tag}${text}`, `"${text}`, text];
}

// Parsers drop the first line break in some elements.
function keepLineBreak(content: string): string {
  return content.replace(/^\n/, "\n\n");
}

/**
 * The attribute of a tag for a prop.
 *
 * @param before the prop in front of it, or the tag for the first one
 * @throws TypeError for a name that HTML or Datastar does not allow
 */
export function tagAttributeOf(tag: Tag, before: Predecessor, prop: string): TagAttribute {
  const { lastNext } = before;
  if (lastNext?.prop === prop) return lastNext;
  return (before.lastNext = tag.attributes.get(prop) ?? makeTagAttribute(tag, prop));
}

const attributeLimit = 256;

function makeTagAttribute(tag: Tag, prop: string): TagAttribute {
  const attribute = attributeOf(prop, tag.name);
  const stem = stemOf(attribute.name);
  // It is enough to doubt one of two: the second that is met.
  const rivals = tag.attributes.size < attributeLimit ? rivalsOf(tag, stem) : undefined;
  const isDoubtful = rivals === undefined || rivals.length > 0;
  return setBounded(tag.attributes, attributeLimit, prop, {
    prop,
    attribute,
    stem,
    isDoubtful,
    rivals,
    takesText: attribute.takesText && !isDoubtful,
    isPlain: attribute.isPlain && !isDoubtful,
    beforeValue: textByPlace(tag.name, ` ${attribute.name}="`),
    lastNext: undefined,
  });
}

function rivalsOf(tag: Tag, stem: string): readonly string[] {
  const listeners = listenersStem();
  const isRival = (other: string): boolean =>
    other === stem || (other === listeners && isListenerStem(stem)) || (stem === listeners && isListenerStem(other));
  return Array.from(tag.attributes.values()).flatMap(({ prop, stem }) => (isRival(stem) ? [prop] : []));
}

/** Whether an element has what a doubtful attribute is doubted for. */
export function hasRival({ rivals }: TagAttribute, props: { readonly [name: string]: unknown }): boolean {
  if (rivals === undefined) return true;
  for (const prop of rivals) if (Object.hasOwn(props, prop)) return true;
  return false;
}

/** Whether an element may have two attributes that are printed with one name: ask when it has a doubtful one. */
export function mayShareNames(tag: Tag, props: { readonly [name: string]: unknown }): boolean {
  const stems = new Set<string>();
  for (const prop in props) {
    if (prop === "children" || prop === "key" || !Object.hasOwn(props, prop)) continue;
    const { stem } = tag.attributes.get(prop) ?? makeTagAttribute(tag, prop);
    if (stems.has(stem)) return true;
    stems.add(stem);
  }
  if (!stems.has(listenersStem())) return false;
  for (const stem of stems) if (isListenerStem(stem)) return true;
  return false;
}
