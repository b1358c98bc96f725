import { datastarAttribute, type HtmlAttribute } from "../attributes/datastar-attribute.js";
import { findPlugin } from "../attributes/plugins.js";
import { setBounded } from "../base/set-bounded.js";
import { checkAria } from "../diagnostics/check-aria.js";
import type { AttributeValue } from "../diagnostics/check-attribute.js";
import { isProperty } from "../diagnostics/check-html-name.js";
import { isOrdered } from "../diagnostics/check-order.js";
import { urlCheckOf } from "../diagnostics/check-url.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parseName } from "../diagnostics/parse-name.js";
import { isExpression } from "../expressions/expression.js";
import { Signal } from "../expressions/signal.js";
import { shapeOfOther } from "./shape.js";

/** An attribute as the client will read it; its value is `undefined` where that is not known. */
export interface ReadAttribute {
  readonly name: string;
  readonly value: AttributeValue;
}

/** What the name of a prop tells, whatever its value is. */
export interface KnownName {
  readonly found: readonly Diagnostic[];
  /** Whether it matters where it stands among the attributes of its element. */
  readonly isOrdered: boolean;
  /** Whether it is an attribute of Datastar, in which expressions may stand. */
  readonly isDatastar: boolean;
  /** Whether it may be a property of elements, and no attribute. */
  readonly isProperty: boolean;
  /** Checks its value, where a browser may follow it as a URL. */
  readonly checkUrl: ReturnType<typeof urlCheckOf>;
  /** What a `data-*` prop becomes for the client. */
  readonly attributesFor: ((value: unknown) => readonly ReadAttribute[]) | undefined;
}

const names = new Map<string, KnownName>();

export function knownName(name: string): KnownName {
  return names.get(name) ?? setBounded(names, 4096, name, learn(name));
}

function learn(name: string): KnownName {
  const plugin = parseName(name)?.plugin;
  return {
    found: checkAria(name),
    isOrdered: isOrdered(name),
    isDatastar: plugin !== undefined && findPlugin(plugin) !== undefined,
    isProperty: isProperty(name),
    checkUrl: urlCheckOf(name),
    attributesFor: readerOf(name),
  };
}

const none: readonly HtmlAttribute[] = [];

function readerOf(name: string): KnownName["attributesFor"] {
  if (!name.startsWith("data-")) return undefined;
  try {
    const datastar = datastarAttribute(name);
    return datastar === undefined ? (value) => foreign(name, value) : (value) => read(datastar.attributesFor, value);
  } catch {
    // The runtime is about to throw the same.
    return undefined;
  }
}

function read(attributesFor: (value: unknown) => readonly HtmlAttribute[], value: unknown): readonly ReadAttribute[] {
  try {
    return attributesFor(value);
  } catch {
    // As above.
    return none;
  }
}

/** An attribute that is none of Datastar's, as it would have been printed if it were. */
function foreign(name: string, value: unknown): readonly ReadAttribute[] {
  if (value === null || value === undefined || value === false) return none;
  const text = textOf(value);
  return [{ name, value: typeof text === "string" ? shapeOfOther(text) : text }];
}

function textOf(value: unknown): AttributeValue {
  if (typeof value === "string" || value === true) return value;
  if (typeof value === "number" || isExpression(value)) return String(value);
  const path = Signal.pathOf(value);
  return path === undefined ? undefined : `$${path}`;
}
