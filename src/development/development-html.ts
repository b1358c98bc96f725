import { isThenable, whenReady } from "../base/promises.js";
import { duplicateIds, missingIds, type PageFinding, type PageNode } from "../diagnostics/page.js";
import { isList } from "../html/children.js";
import { Html, isHtml, type PatchTarget } from "../html/html.js";
import { finding, isOff, placeOf, report, type Source } from "./report.js";

type Node = PageNode<Source | undefined>;

/** Markup that knows its elements. */
export class DevelopmentHtml extends Html {
  // Messages name the class of a value; this one is nobody's business.
  static override readonly name = "Html";

  readonly nodes: readonly Node[];

  constructor(html: string, nodes: readonly Node[]) {
    super(html);
    this.nodes = nodes;
  }

  override checkPatch({ selector, mode = "outer" }: PatchTarget): void {
    if (isOff()) return;
    const isSelfTargeting = selector === undefined && (mode === "outer" || mode === "replace");
    reportPage([...(isSelfTargeting ? missingIds(this.nodes, mode) : []), ...duplicateIds(this.nodes, describePlace)]);
  }
}

/** Reports what is wrong with elements taken together. */
export function reportPage(findings: readonly PageFinding<Source | undefined>[]): void {
  report(findings.map(({ diagnostic, element }) => finding(diagnostic, element.tag, element.place)));
}

export function describePlace(place: Source | undefined): string {
  return place === undefined ? "" : ` at ${placeOf(place)}`;
}

/**
 * Children that can be looked at twice: iterators are run and promises asked once, here, and the result renders as the
 * original would.
 */
export function stable(child: unknown): unknown {
  if (typeof child !== "object" || child === null || child instanceof Html) return child;
  if (Array.isArray(child)) return child.map(stable);
  if (isThenable(child)) return whenReady(child, stable);
  return isList(child) ? Array.from(child, stable) : child;
}

/** Waits for all promises among stable children. */
export async function settled(child: unknown): Promise<unknown> {
  const ready = await child;
  return Array.isArray(ready) ? Promise.all(ready.map(settled)) : ready;
}

/** The elements among stable children. */
export function nodesOf(child: unknown): readonly Node[] {
  if (Array.isArray(child)) return child.flatMap(nodesOf);
  if (child instanceof DevelopmentHtml) return child.nodes;
  return isHtml(child) ? [{ declaresSignals: declaring.test(child.html) }] : [];
}

const declaring = /\sdata-(?:signals|bind|computed|indicator|match-media|ref|rocket)[\s:=_>/]/i;
