import { isVoidElement } from "@kitajs/html";
import { renderAttribute } from "./attribute.js";
import { handled, renderChild } from "./children.js";
import { Html } from "./html.js";
import { rawText, rawTextElements } from "./raw-text.js";

/** The props of an element or component, as the JSX transform passes them. */
export interface Props {
  readonly [name: string]: unknown;
  readonly children?: unknown;
}

/** What does not change from one element of a tag to the next. */
interface Tag {
  readonly name: string;
  /** `<li`, for attributes to follow. */
  readonly open: string;
  /** `<li>` */
  readonly start: string;
  /** `</li>`, or nothing for a void element. */
  readonly close: string;
  /** What ends the element when nothing is in it: `></li>`. */
  readonly end: string;
  readonly isVoid: boolean;
  /** Parsers drop the first line break in these. */
  readonly dropsLineBreak: boolean;
  readonly protect: ((text: string, type: unknown) => string) | undefined;
  /** Whether nothing of the above makes its content special. */
  readonly isPlain: boolean;
}

const cacheLimit = 1024;
const tags = new Map<string, Tag>();

/**
 * Renders an element.
 *
 * @throws TypeError for names and values that HTML cannot carry
 */
export function renderElement(name: string, props: Props): Html | Promise<Html> {
  const tag = tags.get(name) ?? makeTag(name);
  let start = tag.open;
  let children: unknown;
  for (const prop in props) {
    const value = props[prop];
    if (prop === "children") children = value;
    else if (prop !== "key") start += renderAttribute(prop, value, name);
  }
  if (children === undefined) return new Html(start + tag.end);
  start = start === tag.open ? tag.start : `${start}>`;
  if (!tag.isPlain) return renderSpecial(tag, start, props);
  const content = renderChild(children, tag.start);
  if (typeof content === "string") return new Html(start + content + tag.close);
  return handled(content.then(({ html }) => new Html(start + html + tag.close)));
}

function renderSpecial({ name, isVoid, protect, dropsLineBreak, close, start: parent }: Tag, start: string, { children, type }: Props): Html | Promise<Html> {
  if (isVoid) {
    if (children === null || typeof children === "boolean") return new Html(start);
    throw new TypeError(`<${name}> is a void element and cannot have children.`);
  }
  const content = protect === undefined ? renderChild(children, parent) : rawText(children, name);
  const finish = (content: string): Html => {
    const text = protect === undefined ? content : protect(content, type);
    return new Html(start + (dropsLineBreak && text.startsWith("\n") ? "\n" : "") + text + close);
  };
  return typeof content === "string" ? finish(content) : handled(content.then(({ html }) => finish(html)));
}

function makeTag(name: string): Tag {
  if (!/^[A-Za-z][^\s/<>"'=\p{Cc}]*$/u.test(name)) {
    throw new TypeError(`${JSON.stringify(name)} is no tag name that HTML allows.`);
  }
  const folded = name.toLowerCase();
  const isVoid = isVoidElement(folded);
  const dropsLineBreak = folded === "pre" || folded === "textarea" || folded === "listing";
  const protect = Object.hasOwn(rawTextElements, folded) ? rawTextElements[folded] : undefined;
  const close = isVoid ? "" : `</${name}>`;
  const tag: Tag = {
    name,
    open: `<${name}`,
    start: `<${name}>`,
    close,
    end: `>${close}`,
    isVoid,
    dropsLineBreak,
    protect,
    isPlain: !isVoid && !dropsLineBreak && protect === undefined,
  };
  if (tags.size < cacheLimit) tags.set(name, tag);
  return tag;
}
