import type { Props } from "../html/element.js";
import { type Finding, type Source } from "./report.js";

/** What objects, promises and the like become where a program turns them into text. */
const objectText = /\[object (?:Object|Promise|Function|AsyncFunction|Map|Set|Date|Symbol|Generator|Response)\]/;

/** Warns of texts of an element that an object was put into, of which nothing can be read. */
export function objectTexts(tag: string, props: Props, source: Source | undefined): readonly Finding[] {
  return Object.keys(props).flatMap((name) => {
    const value = props[name];
    const text = (Array.isArray(value) ? value : [value]).find(hasObject);
    const [found] = typeof text === "string" ? (objectText.exec(text) ?? []) : [];
    if (found === undefined) return [];
    const what = found === "[object Promise]" ? "await the promise first" : "take what is to be read from the object";
    const where = name === "children" ? "its text" : name;
    const message = `<${tag}> ${where}: this is ${JSON.stringify(found)}, an object that was put into text; ${what}.`;
    return [{ rule: "advice", severity: "warning", message, tag, source } as const];
  });
}

function hasObject(value: unknown): boolean {
  return typeof value === "string" && value.includes("[object ");
}
