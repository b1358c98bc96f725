import { urlsOf } from "../attributes/url-attribute.js";
import { isPlainObject } from "../base/plain-object.js";
import { runsAsCode, type UrlsIn } from "../base/script-url.js";
import { isExpression } from "../expressions/expression.js";
import { hasScriptLiteral } from "../expressions/script-literals.js";
import { isUrl } from "../expressions/url.js";
import { type Diagnostic, error } from "./diagnostic.js";
import { parseName } from "./parse-name.js";

const none: readonly never[] = [];

/** Whether a browser may follow the value of an attribute as a URL, or that of one that it sets. */
export function mayTakeUrls(name: string): boolean {
  return urlsOf(name) !== undefined || settingOf(name) !== undefined;
}

/** Checks the value of an attribute that a browser follows as a URL. */
export function checkUrl(name: string, value: unknown): readonly Diagnostic[] {
  const urls = urlsOf(name);
  if (urls !== undefined) return isScript(value, urls) ? [problem(name)] : none;
  const set = settingOf(name);
  if (set === undefined) return none;
  if (set !== "") return checkSource(name, isPlainObject(value) ? value["do"] : value, urlsOf(set));
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
