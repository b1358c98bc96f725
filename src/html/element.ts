import { abandon } from "../base/promises.js";
import { renderChild } from "./children.js";
import { escapeAttribute } from "./escape.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending-html.js";
import { renderRawText } from "./raw-text.js";
import { type Place, type PropPosition, type Tag, tagAttributeOf, tagOf } from "./tag.js";

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
  let html = "";
  let place: Place = 0;
  let last: PropPosition = tag;
  for (const prop in props) {
    const value = props[prop];
    if (prop === "children") children = value;
    else if (prop !== "key") {
      const known = tagAttributeOf(tag, last, prop);
      last = known;
      if (typeof value === "string" && known.takesText) {
        known.attribute.check?.(value, name);
        html += known.lead[place] + escapeAttribute(value);
        place = 1;
      } else if (typeof value === "number" && known.isPlain) {
        html += known.lead[place] + value;
        place = 1;
      } else {
        const attribute = known.attribute.print(value, name);
        if (attribute !== "") {
          html += tag.goOn[place] + attribute;
          place = 2;
        }
      }
    }
  }
  if (children === undefined) return new Html(html + (tag.start[place] + tag.close));
  if (!tag.isPlain) return renderSpecial(tag, html + tag.start[place], props);
  const content = renderChild(children, tag.start[0]);
  if (typeof content === "string") return new Html(html + (tag.start[place] + content + tag.close));
  return PendingHtml.join([html + tag.start[place], content, tag.close]);
}

function renderSpecial(
  { isRaw, protect, close, start: [parent] }: Tag,
  start: string,
  { children, type }: Props,
): Html | Promise<Html> {
  if (protect === undefined) {
    if (children === null || typeof children === "boolean") return new Html(start);
    abandon(children);
    throw new TypeError(`${parent} is a void element and cannot have children.`);
  }
  const content = (isRaw ? renderRawText : renderChild)(children, parent);
  const finish = (content: string | Html): string => start + protect(String(content), type) + close;
  return typeof content === "string" ? new Html(finish(content)) : PendingHtml.of(content, finish);
}
