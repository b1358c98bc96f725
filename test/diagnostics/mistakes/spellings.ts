import type { Row } from "./row.js";

const keyed = (right: string) => `since Datastar 1.0 a key follows a colon: ${right}.`;

export const spellings: readonly Row[] = [
  ["data-on-click", "@post('/x')", "error old-spelling", keyed("data-on:click"), "data-on:click"],
  ["data-on-click", undefined, "error old-spelling", keyed("data-on:click"), "data-on:click"],
  ["data-onClick", "$a++", "error old-spelling", keyed("data-on:click"), "data-on:click"],
  [
    "data-on-keydown__window__debounce.500ms",
    "$a = 1",
    "error old-spelling",
    keyed("data-on:keydown__window__debounce.500ms"),
    "data-on:keydown__window__debounce.500ms",
  ],
  ["data-on-my-event", "@get('/x')", "error old-spelling", keyed("data-on:my-event"), "data-on:my-event"],
  ["data-on-myEvent", "run()", "warning old-spelling", keyed("data-on:myEvent"), "data-on:myEvent"],
  ["data-on-load", "@get('/x')", "error old-spelling", "since Datastar 1.0 this is data-init.", "data-init"],
  [
    "data-on-load__delay.500ms",
    "@get('/x')",
    "error old-spelling",
    "since Datastar 1.0 this is data-init__delay.500ms.",
    "data-init__delay.500ms",
  ],
  [
    "data-on-signals-change",
    "run()",
    "error old-spelling",
    "since Datastar 1.0 this is data-on-signal-patch.",
    "data-on-signal-patch",
  ],
  ["data-bind-draft", true, "error old-spelling", keyed("data-bind:draft"), "data-bind:draft"],
  ["data-indicator-busy", "", "error old-spelling", keyed("data-indicator:busy"), "data-indicator:busy"],
  ["data-signals-count", "1", "error old-spelling", keyed("data-signals:count"), "data-signals:count"],
  ["data-computed-total", "$a * 2", "error old-spelling", keyed("data-computed:total"), "data-computed:total"],
  ["data-class-active", "$open", "error old-spelling", keyed("data-class:active"), "data-class:active"],
  ["data-class-active", "isOpen()", "warning old-spelling", keyed("data-class:active"), "data-class:active"],
  ["data-attr-disabled", "$busy", "error old-spelling", keyed("data-attr:disabled"), "data-attr:disabled"],
  ["data-style-color", "$colour", "error old-spelling", keyed("data-style:color"), "data-style:color"],
  ["data-store", "{count: $a}", "error old-spelling", "since Datastar 1.0 this is data-signals.", "data-signals"],
  ["data-model", "$draft", "error old-spelling", "since Datastar 1.0 this is data-bind.", "data-bind"],
];
