import { isVoidElement } from "@kitajs/html";
import { renderAttributes } from "./attributes.js";
import { renderChild, whenReady } from "./children.js";
import { Html } from "./html.js";
import { rawText, rawTextElements } from "./raw-text.js";

/** The props of an element or component, as the JSX transform passes them. */
export interface Props {
  readonly [name: string]: unknown;
  readonly children?: unknown;
}

/** What does not change from one element of a tag to the next. */
interface Tag {
  readonly open: string;
  readonly close: string;
  readonly isVoid: boolean;
  /** Parsers drop the first line break in these. */
  readonly dropsLineBreak: boolean;
  readonly protect: ((text: string, type: unknown) => string) | undefined;
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
  const start = `${tag.open}${renderAttributes(props, name)}>`;
  const { children } = props;
  if (children === undefined) return new Html(start + tag.close);
  if (tag.isVoid) {
    if (children === null || typeof children === "boolean") return new Html(start);
    throw new TypeError(`<${name}> is a void element and cannot have children.`);
  }

  const { protect } = tag;
  const content = protect === undefined ? renderChild(children, `<${name}>`) : rawText(children, name);
  const finish = (content: string): Html => {
    const text = protect === undefined ? content : protect(content, props["type"]);
    return new Html(start + (tag.dropsLineBreak && text.startsWith("\n") ? "\n" : "") + text + tag.close);
  };
  return typeof content === "string" ? finish(content) : whenReady(content, finish);
}

function makeTag(name: string): Tag {
  if (!/^[A-Za-z][^\s/<>"'=\p{Cc}]*$/u.test(name)) {
    throw new TypeError(`${JSON.stringify(name)} is no tag name that HTML allows.`);
  }
  const folded = name.toLowerCase();
  const isVoid = isVoidElement(folded);
  const tag: Tag = {
    open: `<${name}`,
    close: isVoid ? "" : `</${name}>`,
    isVoid,
    dropsLineBreak: folded === "pre" || folded === "textarea" || folded === "listing",
    protect: Object.hasOwn(rawTextElements, folded) ? rawTextElements[folded] : undefined,
  };
  if (tags.size < cacheLimit) tags.set(name, tag);
  return tag;
}
