import { escapeAttribute } from "./escape.js";
import { handled, renderChild } from "./children.js";
import { Html } from "./html.js";
import { rawText } from "./raw-text.js";
import { makeTagAttribute, type Place, type Tag, type TagAttribute, tagOf } from "./tag.js";

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
  for (const prop in props) {
    const value = props[prop];
    if (prop === "children") children = value;
    else if (prop !== "key") {
      const known = tag.attributes[prop] ?? makeTagAttribute(tag, prop);
      const { attribute } = known;
      if (!attribute.isPlain) {
        html += ending(tag, place) + attribute.print(value, name);
        place = 2;
      } else if (typeof value === "string") {
        html += known.value === value && known.place === place ? known.text : printText(known, value, place, name);
        place = 1;
      } else if (typeof value === "number") {
        html += lead(known, place) + value;
        place = 1;
      } else if (value !== undefined && value !== null && value !== false) {
        html += ending(tag, place) + attribute.print(value, name);
        place = 2;
      }
    }
  }
  if (children === undefined) return new Html(place === 0 ? tag.start + tag.close : html + ((place === 1 ? '">' : ">") + tag.close));
  if (!tag.isPlain) return renderSpecial(tag, html + ending(tag, place) + ">", props);
  const content = renderChild(children, tag.start);
  if (typeof content !== "string") return handled(content.then((content) => new Html(finish(tag, html, place, content.html))));
  return new Html(finish(tag, html, place, content));
}

function finish(tag: Tag, html: string, place: Place, content: string): string {
  return place === 0 ? tag.start + (content + tag.close) : html + ((place === 1 ? '">' : ">") + content + tag.close);
}

/** What comes between the parts written so far and a whole attribute, or the end of the start tag. */
function ending({ open }: Tag, place: Place): string {
  return place === 0 ? open : place === 1 ? '"' : "";
}

function lead({ first, next, open }: TagAttribute, place: Place): string {
  return place === 0 ? first : place === 1 ? next : open;
}

function printText(known: TagAttribute, value: string, place: Place, tag: string): string {
  known.attribute.check?.(value, tag);
  const text = lead(known, place) + escapeAttribute(value);
  known.value = value;
  known.place = place;
  known.text = text;
  return text;
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
