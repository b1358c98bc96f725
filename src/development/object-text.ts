import { stringOf } from "../base/string-object.js";
import type { Props } from "../html/element.js";
import { markupIn } from "./markup-text.js";
import { type Finding, type Source } from "./report.js";

/** What objects, promises and the like become where a program turns them into text. */
const objectText = /\[object (?:Object|Promise|Function|AsyncFunction|Map|Set|Date|Symbol|Generator|Response)\]/;

/** Where markup as text may be meant to be read. */
const showsSource: ReadonlySet<string> = new Set(["code", "pre", "samp", "script", "style", "textarea", "title"]);

/** Warns of texts of an element that were something else: an object of which nothing can be read, or markup. */
export function objectTexts(tag: string, props: Props, source: Source | undefined): readonly Finding[] {
  return Object.keys(props).flatMap((name) => {
    const value = props[name];
    const isShown = name === "children" && !showsSource.has(tag);
    const [advice] = (Array.isArray(value) ? value : [value]).flatMap(
      (text) => adviceOn(text) ?? (isShown ? adviceOnMarkup(text) : undefined) ?? [],
    );
    if (advice === undefined) return [];
    const message = `<${tag}> ${name === "children" ? "its text" : name}: ${advice}.`;
    return [{ rule: "advice", severity: "warning", message, tag, source } as const];
  });
}

function adviceOn(value: unknown): string | undefined {
  if (isMarkupOfHono(value)) return "this is markup of hono/html, which is shown as text here; write raw(html`…`)";
  if (typeof value !== "string" || !value.includes("[object ")) return undefined;
  const [found] = objectText.exec(value) ?? [];
  if (found === undefined) return undefined;
  const what = found === "[object Promise]" ? "await the promise first" : "take what is to be read from the object";
  return `this is ${JSON.stringify(found)}, an object that was put into text; ${what}`;
}

function adviceOnMarkup(value: unknown): string | undefined {
  const markup = typeof value === "string" ? markupIn(value) : undefined;
  if (markup === undefined) return undefined;
  return `${shortened(markup)} was turned into text, whose tags are shown; put the markup itself there: {element}, {list.map(…)} without join, {[a, b]} in place of a + b`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What `html` and `raw` of hono/html make: typed as a string, so that no type can tell. */
function isMarkupOfHono(value: unknown): boolean {
  return typeof value === "object" && stringOf(value) !== undefined && Reflect.get(Object(value), "isEscaped") === true;
}
