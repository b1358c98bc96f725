import { onAdvice } from "../base/advice.js";
import { isKnownError } from "../base/known-error.js";
import { throwRefusedData } from "../base/refused-data.js";
import { shared } from "../base/shared.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Finding, tellFinding } from "./findings.js";
import { placeOf, type Source } from "./place.js";

export { type Finding, placeOf, type Source };

/** What becomes of mistakes in development. */
export interface DiagnosticsOptions {
  /**
   * Mistakes that the client would refuse or ignore for certain. `"throw"` (default) makes rendering fail, each time;
   * `"warn"` reports each once; `"off"` ignores them.
   */
  readonly errors?: "throw" | "warn" | "off" | undefined;
  /** What may have been meant as it stands. `"warn"` (default) reports each once; `"off"` ignores it. */
  readonly warnings?: "warn" | "off" | undefined;
  /** Takes what is reported. Default: `console.warn`, with the message and the place. */
  readonly report?: ((finding: Finding) => void) | undefined;
}

const brand: unique symbol = Symbol.for("datastar-tsx.DiagnosticError");

/** What rendering fails with when an element has mistakes in it. */
export class DiagnosticError extends Error {
  override readonly name = "DiagnosticError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(textOf).join("\n"));
    this.findings = findings;
  }

  get [brand](): true {
    return true;
  }

  /** Those of another copy of the package are recognised, too. */
  static override [Symbol.hasInstance](value: unknown): value is DiagnosticError {
    return isKnownError(this, DiagnosticError, brand, value);
  }
}

const defaults = {
  errors: "throw",
  warnings: "warn",
  report: (finding: Finding): void => console.warn(textOf(finding)),
} as const satisfies DiagnosticsOptions;

type Settings = { readonly [name in keyof DiagnosticsOptions]-?: NonNullable<DiagnosticsOptions[name]> };

const state: { settings: Settings; readonly reported: Set<string> } = shared("diagnostics", () => ({
  settings: defaults,
  reported: new Set<string>(),
}));

/**
 * Says what becomes of the mistakes that the development runtime finds, for the whole process. What is left out gets
 * its default. Mistakes that were reported before are reported again.
 *
 * ```ts
 * import { configureDiagnostics } from "datastar-tsx/jsx-dev-runtime";
 *
 * configureDiagnostics({ errors: "warn" });                 // keep rendering
 * configureDiagnostics({ errors: "off", warnings: "off" }); // check nothing
 * ```
 *
 * Production (`"jsx": "react-jsx"`) checks nothing of this, and does not contain it.
 */
export function configureDiagnostics({ errors, warnings, report }: DiagnosticsOptions = {}): void {
  state.settings = {
    errors: errors ?? defaults.errors,
    warnings: warnings ?? defaults.warnings,
    report: report ?? defaults.report,
  };
  state.reported.clear();
}

/** Whether nobody wants to know. */
export function isOff(): boolean {
  return state.settings.errors === "off" && state.settings.warnings === "off";
}

onAdvice((message) => {
  if (state.settings.warnings === "warn")
    reportOnce({ rule: "advice", severity: "warning", message, tag: "", source: undefined });
});

throwRefusedData(() => state.settings.errors === "throw");

const limit = 10_000;

/**
 * Reports what is wrong with elements.
 *
 * @throws DiagnosticError for those that are errors, unless they were configured otherwise
 */
export function report(findings: readonly Finding[]): void {
  const thrown = state.settings.errors === "throw" ? findings.filter(({ severity }) => severity === "error") : [];
  for (const finding of findings) {
    const way = finding.severity === "error" ? state.settings.errors : state.settings.warnings;
    if (way === "warn") reportOnce(finding);
  }
  for (const finding of thrown) once(finding, tellFinding);
  if (thrown.length > 0) throw new DiagnosticError(thrown);
}

function reportOnce(finding: Finding): void {
  once(finding, () => {
    tellFinding(finding);
    state.settings.report(finding);
  });
}

function once(finding: Finding, tell: (finding: Finding) => void): void {
  const text = textOf(finding);
  const { reported } = state;
  if (reported.has(text)) return;
  // Messages can name data, of which there is no end.
  if (reported.size >= limit) reported.clear();
  reported.add(text);
  tell(finding);
}

export function finding({ rule, severity, message }: Diagnostic, tag: string, source: Source | undefined): Finding {
  return { rule, severity, message: `<${tag}> ${message}`, tag, source };
}

function textOf({ message, source }: Finding): string {
  return source === undefined ? message : `${message}\n    at ${placeOf(source)}`;
}
