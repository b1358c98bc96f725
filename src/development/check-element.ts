import { isPlainObject } from "../base/plain-object.js";
import type { AttributeSignals } from "../diagnostics/attribute-signals.js";
import { checkHtmlName } from "../diagnostics/check-html-name.js";
import { checkInputType } from "../diagnostics/check-input-type.js";
import { checkOrder } from "../diagnostics/check-order.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkExpressionOf } from "../diagnostics/misplaced-expression.js";
import { branchesOf } from "../diagnostics/page/branches.js";
import { checkLink, formRole } from "../diagnostics/page/forms.js";
import type { PageElement } from "../diagnostics/page/page-element.js";
import { isExpression } from "../expressions/expression.js";
import { Signal } from "../expressions/signal.js";
import { isUrl } from "../expressions/url.js";
import type { Props } from "../html/element.js";
import { knownName, type ReadAttribute } from "./known-name.js";
import { objectTexts } from "./object-text.js";
import { finding, isOff, report, type Source } from "./report.js";
import { foundTogether } from "./together.js";
import { type Verdict, verdictOn } from "./verdict.js";

const none: readonly never[] = [];

/** Checks the attributes of an element, and says what a check of the whole page needs to know of it. */
export function checkElement(tag: string, props: Props, source: Source | undefined): PageElement<Source | undefined> {
  const found: Diagnostic[] = [];
  const plain = (name: string): string | undefined => (isThere(props[name]) ? String(props[name]) : undefined);
  const signals: AttributeSignals[] = [];
  const ordered: string[] = [];
  const read: ReadAttribute[] = [];
  const verdicts: Verdict[] = [];
  if (!isOff()) {
    for (const name of Object.keys(props)) {
      if (name === "children") continue;
      const value = props[name];
      const known = knownName(name);
      const scripts = known.checkUrl?.(value) ?? none;
      if (scripts.length > 0) {
        // It is not printed: that would report it again.
        found.push(...scripts);
        continue;
      }
      for (const attribute of known.attributesFor?.(value) ?? none) {
        const verdict = verdictOn(tag, attribute);
        read.push(attribute);
        verdicts.push(verdict);
        if (verdict.found.length > 0) found.push(...verdict.found);
        if (verdict.signals !== undefined) signals.push(verdict.signals);
      }
      if (typeof value === "object" && value !== null && !known.isDatastar) found.push(...misplaced(name, value));
      if (known.found.length > 0) found.push(...known.found);
      if (known.isProperty && isThere(value)) found.push(...checkHtmlName(name, tag));
      if (known.isOrdered) ordered.push(name);
    }
    if (tag === "input") found.push(...checkInputType(props["type"]));
    if (read.length > 0) found.push(...foundTogether(tag, read, verdicts));
    if (read.length > 0 && tag === "a") found.push(...checkLink(tag, read, plain));
    if (ordered.length > 1) found.push(...checkOrder(ordered, tag));
    if (found.length > 0) reportElement(found, tag, source);
    report(objectTexts(tag, props, source));
  }
  const { id } = props;
  return {
    tag,
    id: typeof id === "string" || typeof id === "number" ? String(id) : undefined,
    place: source,
    signals: signals.length > 0 ? signals : none,
    isForClient: read.length > 0,
    formRole: inForms.has(tag) ? formRole(tag, read, plain) : undefined,
    branches: branchesOf(tag, read),
  };
}

const inForms: ReadonlySet<string> = new Set(["button", "form", "input"]);

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function reportElement(found: readonly Diagnostic[], tag: string, source: Source | undefined): void {
  // An attribute can be found out by its name and by its value.
  const once = new Map(found.map((diagnostic) => [diagnostic.message, diagnostic]));
  report(Array.from(once.values(), (diagnostic) => finding(diagnostic, tag, source)));
}

/** What only the client can read, where it does not look. */
function misplaced(name: string, value: object): readonly Diagnostic[] {
  // URLs may stand in any attribute; of those with signals in them, the runtime says what to do.
  const isSource = (isExpression(value) && !isUrl(value)) || Signal.pathOf(value) !== undefined;
  const isObject = name.startsWith("data-") && isPlainObject(value);
  return isSource || isObject ? checkExpressionOf(name, isObject) : none;
}
