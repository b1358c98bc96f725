import type { PageElement } from "../diagnostics/page/page-element.js";
import { type Finding, placeOf, type Source } from "./report.js";

/** Warns of a page that has attributes for the client, and loads no script at all. */
export function withoutClient(
  html: string,
  forClient: PageElement<Source | undefined> | undefined,
  source: Source | undefined,
): readonly Finding[] {
  // Text and values have no `<` in them: what looks like an element is one.
  if (forClient === undefined || /<script[\s>]/i.test(html)) return [];
  const { tag, place } = forClient;
  const where = place === undefined ? "" : ` at ${placeOf(place)}`;
  const message = `<html>: this page loads no script, so that the attributes of Datastar do nothing, as those of <${tag}>${where}. Put <DatastarScript /> into its <head>.`;
  return [{ rule: "advice", severity: "warning", message, tag: "html", source }];
}
