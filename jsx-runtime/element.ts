import { escapeAttribute } from "./escape.js";
import { renderChild } from "./children.js";
import { Html } from "./html.js";
import { PendingHtml } from "./pending.js";
import { renderRawText } from "./raw-text.js";
import { at, type Place, type PropPosition, type Tag, tagAttributeOf, tagOf } from "./tag.js";

/** The props of an element or component, as the JSX transform passes them. */
export interface Props {
  readonly [name: string]: unknown;
  readonly children?: unknown;
}

// Most of the time goes into joining strings, and into copying what was joined when it is sent. Hence as few pieces as there
// can be: a value's closing quote comes with what follows it, and short pieces are joined with each other first.

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
        html += at(place, known.lead) + escapeAttribute(value);
        place = 1;
      } else if (typeof value === "number" && known.isPlain) {
        html += at(place, known.lead) + value;
        place = 1;
      } else if (!known.isPlain || (value !== undefined && value !== null && value !== false)) {
        html += at(place, tag.goOn) + known.attribute.print(value, name);
        place = 2;
      }
    }
  }
  if (children === undefined) return new Html(html + at(place, tag.empty));
  if (!tag.isPlain) return renderSpecial(tag, html + at(place, tag.start), props);
  const content = renderChild(children, tag.start.first);
  if (typeof content === "string") return new Html(html + (at(place, tag.start) + content + tag.close));
  return PendingHtml.join([html + at(place, tag.start), content, tag.close]);
}

function renderSpecial({ name, isVoid, protect, dropsLineBreak, close, start: { first: parent } }: Tag, start: string, { children, type }: Props): Html | Promise<Html> {
  if (isVoid) {
    if (children === null || typeof children === "boolean") return new Html(start);
    throw new TypeError(`<${name}> is a void element and cannot have children.`);
  }
  const content = protect === undefined ? renderChild(children, parent) : renderRawText(children, name);
  const finish = (content: string): string => {
    const text = protect === undefined ? content : protect(content, type);
    return start + (dropsLineBreak && text.startsWith("\n") ? "\n" : "") + text + close;
  };
  return typeof content === "string" ? new Html(finish(content)) : PendingHtml.of(content, ({ html }) => finish(html));
}
