import { urlsOf } from "../attributes/url-attribute.js";
import { isPlainObject } from "../base/plain-object.js";
import { runsAsCode, type UrlsIn } from "../base/script-url.js";
import { isExpression } from "../expressions/expression.js";
import { hasScriptLiteral } from "../expressions/script-literals.js";
import { isUrl } from "../expressions/url.js";
import { type Diagnostic, error } from "./diagnostic.js";
import { parseName } from "./parse-name.js";

const none: readonly never[] = [];

/** Checks the value of an attribute. */
type UrlCheck = (value: unknown) => readonly Diagnostic[];

/** The check of an attribute whose value a browser may follow as a URL, or that sets such an attribute. */
export function urlCheckOf(name: string): UrlCheck | undefined {
  const urls = urlsOf(name);
  if (urls !== undefined) return (value) => (isScript(value, urls) ? [problem(name)] : none);
  const set = settingOf(name);
  if (set === undefined) return undefined;
  if (set === "") return (value) => checkSettings(name, value);
  const urlsSet = urlsOf(set);
  return (value) => checkSource(name, isPlainObject(value) ? value["do"] : value, urlsSet);
}

function checkSettings(name: string, value: unknown): readonly Diagnostic[] {
  return isPlainObject(value)
    ? Object.entries(value).flatMap(([key, item]) => checkSet(`data-attr:${key}`, item, urlsOf(key)))
    : checkSource(name, value, "one");
}

/** The attribute that `data-attr` sets; nothing for an object of them. */
function settingOf(name: string): string | undefined {
  const parsed = parseName(name);
  return parsed?.plugin === "attr" ? (parsed.key ?? "") : undefined;
}

/** What stands in an object is a value, unless it is an expression. */
function checkSet(name: string, value: unknown, urls: UrlsIn | undefined): readonly Diagnostic[] {
  if (typeof value !== "string") return checkSource(name, value, urls);
  return urls !== undefined && runsAsCode(value, urls) ? [problem(name)] : none;
}

function checkSource(name: string, value: unknown, urls: UrlsIn | undefined): readonly Diagnostic[] {
  const source = isExpression(value) ? value.source : value;
  return urls !== undefined && typeof source === "string" && hasScriptLiteral(source, urls) ? [problem(name)] : none;
}

function isScript(value: unknown, urls: UrlsIn): boolean {
  const text = isUrl(value) ? value.href : value;
  return typeof text === "string" && runsAsCode(text, urls);
}

function problem(name: string): Diagnostic {
  return error("script-url", `${name}: a javascript: URL runs as code; use data-on:click for code of your own.`);
}
