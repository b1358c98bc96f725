import { escapeAttribute } from "./escape.js";
import { handled, renderChild } from "./children.js";
import { Html } from "./html.js";
import { rawText } from "./raw-text.js";
import { at, makeTagAttribute, type Place, type Tag, type TagAttribute, tagOf } from "./tag.js";

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
      const known = tag.attributes.get(prop) ?? makeTagAttribute(tag, prop);
      if (typeof value === "string" && known.takesText) {
        html += known.value === value && known.place === place ? known.text : printText(known, value, place, name);
        place = 1;
      } else if (typeof value === "number" && known.isPlain) {
        html += at(place, known.lead) + value;
        place = 1;
      } else if (value === true && known.isPlain) {
        html += at(place, known.bare);
        place = 2;
      } else if (!known.isPlain || (value !== undefined && value !== null && value !== false)) {
        html += at(place, tag.goOn) + known.attribute.print(value, name);
        place = 2;
      }
    }
  }
  if (children === undefined) return new Html(html + at(place, tag.empty));
  if (!tag.isPlain) return renderSpecial(tag, html + at(place, tag.start), props);
  const content = renderChild(children, tag.start.first);
  return typeof content === "string" ? finish(tag, html, place, content) : finishLater(tag, html, place, content);
}

function printText(known: TagAttribute, value: string, place: Place, tag: string): string {
  known.attribute.check?.(value, tag);
  const text = at(place, known.lead) + escapeAttribute(value);
  known.value = value;
  known.place = place;
  known.text = text;
  return text;
}

function finish(tag: Tag, html: string, place: Place, content: string): Html {
  return new Html(html + (at(place, tag.start) + content + tag.close));
}

// Apart from where the parts are joined, since variables that a closure holds are slower.
function finishLater(tag: Tag, html: string, place: Place, content: Promise<Html>): Promise<Html> {
  return handled(content.then((content) => finish(tag, html, place, content.html)));
}

function renderSpecial({ name, isVoid, protect, dropsLineBreak, close, start: { first: parent } }: Tag, start: string, { children, type }: Props): Html | Promise<Html> {
  if (isVoid) {
    if (children === null || typeof children === "boolean") return new Html(start);
    throw new TypeError(`<${name}> is a void element and cannot have children.`);
  }
  const content = renderChild(protect === undefined ? children : rawText(children, name), parent);
  const finish = (content: string): Html => {
    const text = protect === undefined ? content : protect(content, type);
    return new Html(start + (dropsLineBreak && text.startsWith("\n") ? "\n" : "") + text + close);
  };
  return typeof content === "string" ? finish(content) : handled(content.then(({ html }) => finish(html)));
}
