import { datastarAttribute } from "../attributes/datastar-attribute.js";
import { isPlainObject } from "../base/plain-object.js";
import { attributeSignals, type AttributeSignals } from "../diagnostics/attribute-signals.js";
import { checkAria } from "../diagnostics/check-aria.js";
import { checkAttribute, type AttributeValue } from "../diagnostics/check-attribute.js";
import { checkOrder } from "../diagnostics/check-order.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkExpressionOf } from "../diagnostics/misplaced-expression.js";
import { misnested } from "../diagnostics/nesting.js";
import { duplicateIds, type PageElement, unknownSignals } from "../diagnostics/page.js";
import { isExpression } from "../expressions/expression.js";
import { Signal } from "../expressions/signal.js";
import { isUrl } from "../expressions/url.js";
import type { Props } from "../html/element.js";
import { describePlace, reportPage } from "./development-html.js";
import { finding, isOff, report, type Source } from "./report.js";

type Attribute = readonly [name: string, value: AttributeValue];

/** What is known of an element before its children are. */
export type ElementFacts = Omit<PageElement<Source | undefined>, "children">;

/** Checks the attributes of an element, and says what a check of the whole page needs to know of it. */
export function checkElement(tag: string, props: Props, source: Source | undefined): ElementFacts {
  const attributes = isOff() ? [] : Object.entries(props).flatMap(([name, value]) => printed(name, value));
  const names = isOff() ? [] : Object.keys(props);
  const found = [
    ...attributes.flatMap(([name, value]) => checkAttribute(name, value, tag)),
    ...misplaced(props),
    ...names.flatMap(checkAria),
    ...checkOrder(names),
  ];
  // An attribute can be found out by its name and by its value.
  report(
    [...new Map(found.map((diagnostic) => [diagnostic.message, diagnostic])).values()].map((diagnostic) =>
      finding(diagnostic, tag, source),
    ),
  );
  const id = props["id"];
  return {
    tag,
    id: typeof id === "string" || typeof id === "number" ? String(id) : undefined,
    place: source,
    signals: attributes
      .map(([name, value]) => attributeSignals(name, value))
      .filter((signals): signals is AttributeSignals => signals !== undefined),
  };
}

/** Checks what only an element with all that is in it shows. */
export function checkTree(element: PageElement<Source | undefined>): void {
  if (isOff() || element.children.length === 0) return;
  const isPage = element.tag.toLowerCase() === "html";
  reportPage([
    ...duplicateIds([element], describePlace),
    ...misnested([element]),
    ...(isPage ? unknownSignals([element]) : []),
  ]);
}

/** What only the client can read, where it does not look. */
function misplaced(props: Props): readonly Diagnostic[] {
  if (isOff()) return [];
  return Object.entries(props).flatMap(([name, value]) => {
    // URLs may stand in any attribute; of those with signals in them, the runtime says what to do.
    const isSource = (isExpression(value) && !isUrl(value)) || Signal.pathOf(value) !== undefined;
    const isObject = name.startsWith("data-") && isPlainObject(value);
    return name !== "children" && (isSource || isObject) ? checkExpressionOf(name, isObject) : [];
  });
}

/** A `data-*` prop as the client will read it. */
function printed(name: string, value: unknown): readonly Attribute[] {
  if (!name.startsWith("data-")) return [];
  try {
    const attributes = datastarAttribute(name)?.attributesFor(value);
    if (attributes !== undefined) return attributes.map(({ name, value }) => [name, value]);
  } catch {
    // The runtime is about to throw the same.
    return [];
  }
  return value === null || value === undefined || value === false ? [] : [[name, plainValue(value)]];
}

/** The value of an attribute that is none of Datastar's, as it would have been printed if it were. */
function plainValue(value: unknown): AttributeValue {
  if (typeof value === "string" || value === true) return value;
  if (typeof value === "number" || isExpression(value)) return String(value);
  const path = Signal.pathOf(value);
  return path === undefined ? undefined : `$${path}`;
}
