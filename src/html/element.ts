import { ownOnly } from "../base/own-only.js";
import { abandon } from "../base/promises.js";
import { renderChild, renderOther, simpleMarkup } from "./children.js";
import { escapeAttribute } from "./escape.js";
import { flattenOnce } from "./flat-text.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending-html.js";
import { renderRawText } from "./raw-text.js";
import { printOnce } from "./same-name.js";
import {
  afterAttribute,
  afterValue,
  atStart,
  hasRival,
  mayShareNames,
  type Place,
  type Predecessor,
  type Tag,
  tagAttributeOf,
  tagOf,
} from "./tag.js";

const { hasOwnProperty } = Object.prototype;

/** The props of an element or component, as the JSX transform passes them. */
export interface Props {
  readonly [name: string]: unknown;
  readonly children?: unknown;
}

// Most of the time goes into joining strings, and into copying what was joined when it is sent. Hence as few pieces as
// there can be: a value's closing quote comes with what follows it, and short pieces are joined with each other first.

/**
 * Renders an element.
 *
 * @throws TypeError for names and values that HTML cannot carry
 */
export function renderElement(name: string, props: Props): Html | Promise<Html> {
  const tag = tagOf(name);
  let children: unknown;
  let start = "";
  let place: Place = atStart;
  let before: Predecessor = tag;
  let areDistinct = false;
  for (const prop in props) {
    // Names that somebody has put into `Object.prototype` are no props. Engines know the answer while they go over an
    // object in this form.
    if (!hasOwnProperty.call(props, prop)) continue;
    const value = props[prop];
    if (prop === "children") children = value;
    else if (prop === "key") abandon(value);
    else {
      const known = tagAttributeOf(tag, before, prop);
      before = known;
      if (typeof value === "string" && known.takesText) {
        const { escape } = known.attribute;
        start += known.beforeValue[place] + (escape === undefined ? escapeAttribute(value) : escape(value, name));
        place = afterValue;
      } else if (typeof value === "number" && known.isPlain) {
        start += known.beforeValue[place] + value;
        place = afterValue;
      } else if (
        known.isDoubtful &&
        !areDistinct &&
        hasRival(known, props) &&
        !(areDistinct = !mayShareNames(tag, props))
      ) {
        const own = ownOnly(props);
        start = `<${name}${printOnce(own, name)}`;
        place = afterAttribute;
        ({ children } = own);
        break;
      } else {
        const attribute = known.attribute.print(value, name);
        if (attribute !== "") {
          start += tag.beforeAttribute[place] + attribute;
          place = afterAttribute;
        }
      }
    }
  }
  if (children === undefined) return new Html(start + (tag.startEnd[place] + tag.endTag));
  if (!tag.isPlain) return renderSpecial(tag, start + tag.startEnd[place], ownOnly(props));
  // What `renderChild` does, which V8 takes for too large to inline.
  const content = simpleMarkup(children) ?? renderOther(children, tag.startEnd[atStart]);
  if (typeof content !== "string") return PendingHtml.join([start + tag.startEnd[place], content, tag.endTag]);
  return new Html(flattenOnce(start + (tag.startEnd[place] + content + tag.endTag), content.length));
}

function renderSpecial(
  { isVoid, isRaw, protect, endTag, startEnd: [parent] }: Tag,
  start: string,
  { children, type }: Props,
): Html | Promise<Html> {
  if (isVoid) {
    if (children === null || typeof children === "boolean") return new Html(start);
    throw new TypeError(`${parent} is a void element and cannot have children.`);
  }
  const content = (isRaw ? renderRawText : renderChild)(children, parent);
  const finish = (content: string | Html): string => {
    const text = String(content);
    return start + (protect?.(text, type) ?? text) + endTag;
  };
  return typeof content === "string" ? new Html(finish(content)) : PendingHtml.of(content, finish);
}
