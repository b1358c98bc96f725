import type { Row } from "./row.js";

const folded = (key: string) =>
  `HTML folds the capitals of "${key}" and Datastar cannot restore them; use the form without a key: an object of names.`;

export const names: readonly Row[] = [
  ["data-shwo", "$open", "error unknown-plugin", "Datastar has no data-shwo; did you mean data-show?"],
  ["data-shwo", "open", "warning unknown-plugin", "Datastar has no data-shwo; did you mean data-show?"],
  ["data-signal", "{a: 1}", "warning unknown-plugin", "Datastar has no data-signal; did you mean data-signals?"],
  ["data-clas:active", "$open", "error unknown-plugin", "Datastar has no data-clas; did you mean data-class?"],
  ["data-html", "$a", "warning unknown-plugin", "Datastar has no data-html, so that its value is plain text."],
  ["data-value", "!$ui.a", "warning unknown-plugin", "Datastar has no data-value, so that its value is plain text."],
  ["data-efect", "$a = $b", "error unknown-plugin", "Datastar has no data-efect; did you mean data-effect?"],
  [
    "data-comptued:total",
    "$a * 2",
    "error unknown-plugin",
    "Datastar has no data-comptued; did you mean data-computed?",
  ],
  [
    "data-on-intersets",
    "run()",
    "warning unknown-plugin",
    "Datastar has no data-on-intersets; did you mean data-on-intersect?",
  ],
  [
    "data-ignore-morf",
    true,
    "warning unknown-plugin",
    "Datastar has no data-ignore-morf; did you mean data-ignore-morph?",
  ],
  ["data-indicatr:busy", true, "error unknown-plugin", "Datastar has no data-indicatr; did you mean data-indicator?"],
  ["data-tetx", "$a", "error unknown-plugin", "Datastar has no data-tetx; did you mean data-text?"],
  [
    "data-onclick",
    "run()",
    "warning unknown-plugin",
    "Datastar has no data-onclick; the event follows a colon: data-on:click.",
    "data-on:click",
  ],
  [
    "data-on.click",
    "$a++",
    "error unknown-plugin",
    "Datastar has no data-on.click; the event follows a colon: data-on:click.",
    "data-on:click",
  ],
  ["data-click", "@post('/x')", "warning unknown-plugin", "Datastar has no data-click; did you mean data-on:click?"],
  ["data-html", "@get('/x')", "warning unknown-plugin", "Datastar has no data-html, so that its value is plain text."],
  [
    "data-onIntersect",
    "run()",
    "error folded-capitals",
    "HTML folds the capitals, and Datastar has no data-onintersect: write data-on-intersect.",
    "data-on-intersect",
  ],
  [
    "data-jsonSignals__terse",
    true,
    "error folded-capitals",
    "HTML folds the capitals, and Datastar has no data-jsonsignals: write data-json-signals__terse.",
    "data-json-signals__terse",
  ],
  [
    "data-Show",
    "$open",
    "error folded-capitals",
    "the names of Datastar are in lower case: write data-show.",
    "data-show",
  ],
  ["data-attr:viewBox", "$box", "error folded-capitals", folded("viewBox")],
  ["data-class:foo-barBaz", "$a", "error folded-capitals", folded("foo-barBaz")],
  ["data-style:--fooBar", "$a", "error folded-capitals", folded("--fooBar")],
];
