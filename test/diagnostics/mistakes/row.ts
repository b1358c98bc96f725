import type { AttributeValue } from "../../../src/diagnostics/check-attribute.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";

/** A typical mistake in one attribute, and exactly what is said of it. */
export type Row = [
  name: string,
  value: AttributeValue,
  found: `${Diagnostic["severity"]} ${Diagnostic["rule"]}`,
  message: string,
  rename?: string | undefined,
  /** The first client with which it is none. */
  before?: string,
];
