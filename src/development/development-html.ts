import { hasBrand } from "../base/brand.js";
import { checkPatch, type Contents, joinContents, noContents, unknownContents } from "../diagnostics/page/contents.js";
import type { PageFinding } from "../diagnostics/page/page-element.js";
import { Html, isHtml, type PatchTarget } from "../html/html.js";
import { keepMarkupText } from "./markup-text.js";
import { finding, isOff, placeOf, report, type Source } from "./report.js";

// The number is that of the form of `contents`: another copy of the package may have another.
const brand: unique symbol = Symbol.for("datastar-tsx.DevelopmentHtml.2");

/** Markup that knows what it holds. */
export class DevelopmentHtml extends Html {
  // Messages name the class of a value, and should not tell of this one.
  static override readonly name = "Html";

  get [brand](): true {
    return true;
  }

  readonly contents: Contents<Source | undefined>;
  override readonly later: Html["later"];

  constructor(html: string, contents: Contents<Source | undefined>, later?: Html["later"]) {
    super(html);
    this.contents = contents;
    this.later = later;
  }

  override toString(): string {
    keepMarkupText(this.html);
    return this.html;
  }

  override checkPatch({ selector, mode = "outer" }: PatchTarget): void {
    if (isOff()) return;
    reportPage(checkPatch(this.contents, { selector, mode }, describePlace));
  }
}

/** Whether a value is markup that knows what it holds, of this copy of the package or of another. */
export function isDevelopmentHtml(value: unknown): value is DevelopmentHtml {
  return value instanceof DevelopmentHtml || hasBrand(value, brand);
}

/** Reports what is wrong with elements taken together. */
export function reportPage(found: readonly PageFinding<Source | undefined>[]): void {
  if (found.length > 0) report(found.map(({ diagnostic, element }) => finding(diagnostic, element.tag, element.place)));
}

export function describePlace(place: Source | undefined): string {
  return place === undefined ? "" : ` at ${placeOf(place)}`;
}

/** What is known of children that have been rendered. */
export function contentsOf(child: unknown): Contents<Source | undefined> {
  if (typeof child !== "object" || child === null) return noContents;
  if (isDevelopmentHtml(child)) return child.contents;
  if (Array.isArray(child)) {
    let contents: Contents<Source | undefined> = noContents;
    for (const item of child) contents = joinContents(contents, contentsOf(item));
    return contents;
  }
  // Text, from raw() or the production runtime. If it has no attribute of data, it declares no signals.
  return isHtml(child) && child.html.includes("data-") ? unknownContents : noContents;
}
