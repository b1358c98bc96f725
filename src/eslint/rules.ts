import { type Diagnostic, type Rule, rules as descriptions } from "../diagnostics/diagnostic.js";
import {
  type AnyNode,
  type CallExpression,
  type JsxElement,
  type JsxFragment,
  type JsxOpeningElement,
  rangeOf,
} from "../diagnostics/program/syntax-tree.js";
import { attributeFindings } from "./element-attributes.js";
import { patchFindings, treeFindings } from "./element-tree.js";
import type { Finding } from "./finding.js";
import { isConcerned } from "./is-concerned.js";
import { programFindings } from "./program.js";
import type { Fix, Report, RuleContext } from "./report.js";
import { declare } from "./settings.js";

/** A rule as ESLint and oxlint take it. */
export interface RuleModule {
  readonly meta: {
    readonly type: "problem";
    readonly docs: { readonly description: string; readonly recommended: boolean; readonly url: string };
    readonly fixable?: "code";
    readonly hasSuggestions: boolean;
    readonly messages: { readonly found: string; readonly rename: string };
    readonly schema: [];
  };
  readonly create: (context: RuleContext) => Partial<RuleListener>;
}

/** What a rule looks at. A type, since an interface could have members that ESLint does not know. */
export type RuleListener = {
  readonly Program: (node: AnyNode) => void;
  readonly JSXOpeningElement: (node: JsxOpeningElement) => void;
  readonly JSXElement: (node: JsxElement) => void;
  readonly JSXFragment: (node: JsxFragment) => void;
  readonly CallExpression: (node: CallExpression) => void;
};

/**
 * Mistakes of which some are certain and some are not. ESLint knows one severity for a rule, so that they are two
 * rules.
 */
const twofold = [
  "old-spelling",
  "unknown-plugin",
  "unknown-tag",
  "unknown-action",
  "data-in-source",
  "duplicate-id",
] as const satisfies readonly Rule[];

/** Mistakes that may always have been meant as they stand. */
const doubtful: readonly Rule[] = [
  "unknown-type",
  "unknown-event",
  "nothing-to-bind",
  "indicator-order",
  "no-event",
  "assignment",
  "unknown-signal",
  "signal-conflict",
  "signal-without-dollar",
  "data-in-markup",
  "effect-loop",
  "text-for-expression",
  "listener-order",
  "native-submit",
  "event-default",
  "idle-modifier",
  "idle-indicator",
  "ignored-by-client",
  "init-order",
  "property-for-attribute",
];

/** Mistakes that may have one right answer. */
const fixable: readonly Rule[] = [
  "old-spelling",
  "unknown-plugin",
  "folded-capitals",
  "key-not-allowed",
  "unknown-event",
  "unknown-modifier",
  "data-in-source",
  "unencoded-url",
  "signal-as-value",
];

/** Mistakes that can have answers of which the author must choose. */
const debatable: readonly Rule[] = ["data-in-source", "unencoded-url", "signal-as-value"];

/** What a rule is called: `syntax`; `possible-…` for those of its findings that may be meant. */
export type RuleName = Rule | `possible-${(typeof twofold)[number]}`;

const certain = (Object.keys(descriptions) as Rule[]).map(
  (rule) => [rule, rule, descriptions[rule], doubtful.includes(rule) ? "warn" : "error"] as const,
);
const possible = twofold.map(
  (rule) => [`possible-${rule}`, rule, `${descriptions[rule]}, unless it is meant as it stands`, "warn"] as const,
);
const all = [...certain, ...possible];

export const rules = Object.fromEntries(
  all.map(([name, rule, description]) => [name, ruleModule(name, rule, description)]),
) as { readonly [name in RuleName]: RuleModule };

/** What is certain is an error, the rest a warning. */
export const levels = Object.fromEntries(all.map(([name, , , level]) => [name, level])) as {
  readonly [name in RuleName]: "error" | "warn";
};

function ruleModule(name: RuleName, rule: Rule, description: string): RuleModule {
  return {
    meta: {
      type: "problem",
      docs: { description, recommended: true, url: "https://data-star.dev/reference/attributes" },
      ...(fixable.includes(rule) ? { fixable: "code" as const } : {}),
      hasSuggestions: name !== rule || debatable.includes(rule),
      messages: { found: "{{message}}", rename: "Write {{name}}." },
      schema: [],
    },
    create: (context) => {
      if (!isConcerned(context)) return {};
      declare(context.settings);
      const isMine = ({ diagnostic }: Finding): boolean => nameOf(diagnostic) === name;
      const report = (findings: readonly Finding[]): void => {
        for (const finding of findings.filter(isMine)) context.report(problem(finding, name !== rule));
      };
      return {
        Program: (node) => report(once(node, (program) => programFindings(program, context))),
        JSXOpeningElement: (node) => report(once(node, attributeFindings)),
        JSXElement: (node) => report(once(node, treeFindings)),
        JSXFragment: (node) => report(once(node, treeFindings)),
        CallExpression: (node) => report(once(node, patchFindings)),
      };
    },
  };
}

/** The rule that reports a mistake. */
function nameOf({ rule, severity }: Diagnostic): RuleName {
  const split = twofold.find((name) => name === rule);
  return split === undefined || severity === "error" ? rule : `possible-${split}`;
}

/** What may have been meant as it stands is not changed unasked. */
function problem({ diagnostic, place, replacement }: Finding, isPossible: boolean): Report {
  const report: Report = { node: place, messageId: "found", data: { message: diagnostic.message } };
  if (replacement === undefined || !fixable.includes(diagnostic.rule)) return report;
  const { text, isSuggestion = false, also } = replacement;
  const [start, end] = rangeOf(replacement.place);
  const fix: Fix = (fixer) => [
    ...(also === undefined ? [] : [fixer.replaceTextRange([also.offset, also.offset], also.text)]),
    fixer.replaceTextRange([start, end], text),
  ];
  return isPossible || isSuggestion
    ? { ...report, suggest: [{ messageId: "rename", data: { name: text }, fix }] }
    : { ...report, fix };
}

const known = new WeakMap<object, readonly Finding[]>();

/** Every rule asks of every node; each node is looked at once. */
function once<T extends object>(node: T, find: (node: T) => readonly Finding[]): readonly Finding[] {
  let findings = known.get(node);
  if (findings === undefined) {
    findings = find(node);
    known.set(node, findings);
  }
  return findings;
}
