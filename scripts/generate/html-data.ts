/** What VS Code knows of HTML: elements, attributes, and the sets of their values. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { moreVoidTags } from "./more-vocabulary.js";

export type AttributeData = { name: string; valueSet?: string; description?: string | { value: string } };
export type TagData = { name: string; void?: boolean; attributes: AttributeData[]; references?: { url: string }[] };
type HtmlData = {
  tags: TagData[];
  globalAttributes: AttributeData[];
  valueSets: { name: string; values: { name: string }[] }[];
};

const path = createRequire(import.meta.url).resolve("@vscode/web-custom-data/data/browsers.html-data.json");

export const htmlData = JSON.parse(readFileSync(path, "utf8")) as HtmlData;
export const tagData: ReadonlyMap<string, TagData> = new Map(htmlData.tags.map((tag) => [tag.name, tag]));

/** Whether an element has no content and no end tag. */
export const isVoid = (tag: string): boolean => tagData.get(tag)?.void === true || moreVoidTags.has(tag);
