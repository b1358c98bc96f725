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
  let found: readonly Finding[] = none;
  for (const name of Object.keys(props)) {
    const value = props[name];
    const isShown = name === "children" && !showsSource.has(tag);
    const advice = Array.isArray(value) ? adviceOnSome(value, isShown) : adviceOn(value, isShown);
    if (advice === undefined) continue;
    const message = `<${tag}> ${name === "children" ? "its text" : name}: ${advice}.`;
    found = [...found, { rule: "advice", severity: "warning", message, tag, source }];
  }
  return found;
}

const none: readonly never[] = [];

function adviceOnSome(values: readonly unknown[], isShown: boolean): string | undefined {
  for (const value of values) {
    const advice = adviceOn(value, isShown);
    if (advice !== undefined) return advice;
  }
  return undefined;
}

function adviceOn(value: unknown, isShown: boolean): string | undefined {
  if (typeof value === "object" && value !== null)
    return isMarkupOfHono(value)
      ? "this is markup of hono/html, which is shown as text here; write raw(html`…`)"
      : undefined;
  if (typeof value !== "string") return undefined;
  return adviceOnObject(value) ?? (isShown ? adviceOnMarkup(value) : undefined);
}

function adviceOnObject(value: string): string | undefined {
  if (!value.includes("[object ")) return undefined;
  const [found] = objectText.exec(value) ?? [];
  if (found === undefined) return undefined;
  const what = found === "[object Promise]" ? "await the promise first" : "take what is to be read from the object";
  return `this is ${JSON.stringify(found)}, an object that was put into text; ${what}`;
}

function adviceOnMarkup(value: string): string | undefined {
  const markup = markupIn(value);
  if (markup === undefined) return undefined;
  return `${shortened(markup)} was turned into text, whose tags are shown; put the markup itself there: {element}, {list.map(…)} without join, {[a, b]} in place of a + b`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What `html` and `raw` of hono/html make: typed as a string, so that no type can tell. */
function isMarkupOfHono(value: object): boolean {
  return "isEscaped" in value && value.isEscaped === true && stringOf(value) !== undefined;
}
