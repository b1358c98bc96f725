import { shared } from "../base/shared.js";
import type { Rule, Severity } from "../diagnostics/diagnostic.js";
import type { Source } from "./place.js";

/** A mistake that the development runtime has found. */
export interface Finding {
  /** `"advice"`: of what the server does, and of no element. */
  readonly rule: Rule | "advice";
  readonly severity: Severity;
  /** What is wrong and what to write instead, with the element in front of it. */
  readonly message: string;
  /** The element's name; empty if it is of none. */
  readonly tag: string;
  /** Where the element stands, if the compiler told. */
  readonly source: Source | undefined;
}

type Listener = (finding: Finding) => void;

const kept = 100;
const { recent, listeners } = shared("findings", () => ({
  recent: new Array<Finding>(),
  listeners: new Set<Listener>(),
}));

/** Tells whoever listens, whatever else becomes of the finding. */
export function tellFinding(finding: Finding): void {
  recent.push(finding);
  if (recent.length > kept) recent.shift();
  for (const listen of listeners) listen(finding);
}

/**
 * Listens to what the development runtime finds; also to what it has found before, as of the page that is open.
 *
 * @returns a function that ends it
 */
export function onFinding(listen: Listener): () => void {
  for (const finding of recent) listen(finding);
  listeners.add(listen);
  return () => void listeners.delete(listen);
}
