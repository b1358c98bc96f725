import { isVoidElement } from "./void-elements.js";

/** An element at the top of a piece of markup. */
export interface Root {
  /** In lower case. */
  readonly tag: string;
  readonly id: string | undefined;
  /** Where it begins in the markup, and where it ends. */
  readonly start: number;
  readonly end: number;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly isSelfClosing: boolean;
  readonly id: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** An element that is open, and whether what is in it is of SVG or MathML. */
interface Open {
  readonly tag: Tag;
  readonly holdsForeign: boolean;
}

/** In HTML, what is in these is text. In SVG and MathML, such names are nothing special. */
const textElements = new Set("iframe noembed noframes script style textarea title xmp".split(" "));
/** Elements of SVG and MathML that hold HTML. */
const htmlHolders = new Set("foreignobject desc title annotation-xml mi mo mn ms mtext".split(" "));

/**
 * The elements at the top of markup. Takes time in proportion to its length.
 *
 * @param isForeign whether the markup is patched into an SVG image or a formula
 * @returns `undefined` when tags are missing or do not match, so that only a parser can tell the elements
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function rootsOf(html: string, isForeign = false): readonly Root[] | undefined {
  const roots: Root[] = [];
  const open: Open[] = [];
  let inForeign = isForeign;
  for (let at = nextTag(html, 0, inForeign); at >= 0;) {
    const tag = readTag(html, at);
    if (tag === undefined || tag.name === "plaintext") return undefined;
    let { end } = tag;
    const isEmpty = inForeign ? tag.isSelfClosing : isVoidElement(tag.name);
    let closed: Tag | undefined;
    if (tag.isEnd) {
      closed = open.pop()?.tag;
      if (closed?.name !== tag.name) return undefined;
    } else if (isEmpty) closed = tag;
    else if (!inForeign && textElements.has(tag.name)) {
      end = endOfText(html, tag);
      if (end < 0) return undefined;
      closed = tag;
    } else open.push({ tag, holdsForeign: holdsForeign(tag.name, inForeign) });
    if (closed !== undefined && open.length === 0)
      roots.push({ tag: closed.name, id: closed.id, start: closed.start, end });
    inForeign = open.at(-1)?.holdsForeign ?? isForeign;
    at = nextTag(html, end, inForeign);
  }
  return open.length === 0 ? roots : undefined;
}

/** The name of the first element in markup, in lower case. */
export function firstTagOf(html: string): string | undefined {
  const at = nextTag(html, 0, false);
  return at < 0 ? undefined : html.slice(at + 1, skip(tagName, html, at + 1)).toLowerCase();
}

function holdsForeign(name: string, inForeign: boolean): boolean {
  return inForeign ? !htmlHolders.has(name) : name === "svg" || name === "math";
}

/** Markup without its comments. */
export function withoutComments(html: string): string {
  let rest = "";
  let from = 0;
  for (let at = html.indexOf("<!--"); at >= 0; at = html.indexOf("<!--", from)) {
    rest += html.slice(from, at);
    from = endOfComment(html, at, false);
  }
  return rest + html.slice(from);
}

/** Where the next tag begins that is not in a comment; -1 for none. */
function nextTag(html: string, from: number, inForeign: boolean): number {
  for (let at = html.indexOf("<", from); at >= 0; at = html.indexOf("<", at)) {
    const next = html[at + 1] ?? "";
    if (isLetter(next) || (next === "/" && isLetter(html[at + 2] ?? ""))) return at;
    at = next === "!" || next === "?" || next === "/" ? endOfComment(html, at, inForeign) : at + 1;
  }
  return -1;
}

const isLetter = (character: string): boolean => /^[a-z]/i.test(character);

const commentEnd = /--!?>/g;

/** Where something ends that is no tag: a comment, or what parsers take for one. */
function endOfComment(html: string, at: number, inForeign: boolean): number {
  if (inForeign && html.startsWith("<![CDATA[", at)) return after("]]>", html, at);
  if (!html.startsWith("<!--", at) || /^-?>/.test(html.slice(at + 4, at + 6))) return after(">", html, at);
  commentEnd.lastIndex = at + 4;
  return commentEnd.test(html) ? commentEnd.lastIndex : html.length;
}

/** Where a text that is looked for ends. */
function after(text: string, html: string, from: number): number {
  const at = html.indexOf(text, from);
  return at < 0 ? html.length : at + text.length;
}

/** Where an element ends whose content is text; -1 when it does not. */
function endOfText(html: string, { name, end }: Tag): number {
  for (let at = html.indexOf("</", end); at >= 0; at = html.indexOf("</", at + 2)) {
    const after = at + 2 + name.length;
    if (html.slice(at + 2, after).toLowerCase() !== name || !/^[\t\n\f\r />]/.test(html.charAt(after))) continue;
    return readTag(html, at)?.end ?? -1;
  }
  return -1;
}

const tagName = /[^\t\n\f\r />]*/y;
const separator = /[\t\n\f\r /]*/y;
const space = /[\t\n\f\r ]*/y;
const attributeName = /[^\t\n\f\r />][^\t\n\f\r />=]*/y;
const bareValue = /[^\t\n\f\r >]*/y;

/** Reads the tag that begins at `start`; `undefined` when it does not end. */
function readTag(html: string, start: number): Tag | undefined {
  const isEnd = html[start + 1] === "/";
  const named = start + (isEnd ? 2 : 1);
  let at = skip(tagName, html, named);
  const name = html.slice(named, at).toLowerCase();
  let id: string | undefined;
  while (true) {
    const before = at;
    at = skip(separator, html, at);
    if (html[at] === ">") {
      return { name, isEnd, isSelfClosing: at > before && html[at - 1] === "/", id, start, end: at + 1 };
    }
    const begin = at;
    at = skip(attributeName, html, at);
    if (at === begin) return undefined;
    const attribute = html.slice(begin, at);
    const equals = skip(space, html, at);
    if (html[equals] !== "=") continue;
    at = skip(space, html, equals + 1);
    const quote = html[at];
    const isQuoted = quote === '"' || quote === "'";
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? html.indexOf(quote, from) : skip(bareValue, html, from);
    if (to < 0) return undefined;
    // Of two attributes of one name, parsers keep the first.
    if (attribute.toLowerCase() === "id") id ??= html.slice(from, to);
    at = isQuoted ? to + 1 : to;
  }
}

/** Where a sticky pattern that matches anything ends. */
function skip(pattern: RegExp, html: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(html) ? pattern.lastIndex : at;
}
