/** What the editor shows on hovering over a Datastar attribute or modifier, in one line each. */
import type { PluginName } from "../../src/attributes/plugins.js";
import { words } from "./text.js";

export const attributeTexts: { readonly [plugin in PluginName]: string } = {
  attr: "Sets attributes of the element: an object of names to expressions. `data-attr:name` sets one.",
  bind: "Binds a signal and the value of the element to each other: a signal, or its path.",
  class: "Adds and removes classes: an object of class names to conditions. `data-class:name` controls one.",
  computed: "Declares signals that are computed from others: an object of names to expressions.",
  effect: "Runs an expression at the start, and again whenever a signal in it changes.",
  ignore: "Keeps Datastar away from the element and everything in it.",
  "ignore-morph": "Keeps patches from changing the element and everything in it.",
  indicator: "Names a signal that is `true` while a request of this element is under way.",
  init: "Runs an expression when the element comes into the page.",
  nonce: "Tells the client the nonce of the page's Content-Security-Policy.",
  "json-signals": "Shows the signals as JSON in the element, all or those that the filter lets through.",
  on: "Runs expressions on events: an object of events to expressions. `data-on:click` listens to one.",
  "on-intersect": "Runs an expression when the element scrolls into view.",
  "on-interval": "Runs an expression again and again, every second unless `duration` says otherwise.",
  "on-signal-patch": "Runs an expression when signals change; `patch` holds the changes.",
  "on-signal-patch-filter": "Which signals `data-on-signal-patch` of this element watches.",
  "preserve-attr": "Names of attributes that patches leave as they are in the browser.",
  ref: "Names a signal that holds the element itself.",
  "scope-children": "Gives the children a scope of their own.",
  show: "Shows the element while an expression is true, and hides it otherwise.",
  signals: "Sets signals: those made with `signals()`, or an object of names to values. `null` removes one.",
  style: "Sets inline styles: an object of CSS properties to expressions. `data-style:name` sets one.",
  text: "Sets the text of the element to the value of an expression.",
  if: "Renders the template while an expression is true. Rocket.",
  "else-if": "Renders the template while an expression is true, and none of those in front of it. Rocket.",
  else: "Renders the template while none of those in front of it is rendered. Rocket.",
  for: "Renders the template for each item: an expression of them, or an object that names them as well. Rocket.",
  animate: "Animates attributes of the element.",
  "custom-validity": "Sets the validation message of a form control; an empty string means that it is valid.",
  "match-media": "Keeps a signal in step with a media query.",
  "on-raf": "Runs an expression on every animation frame.",
  "on-resize": "Runs an expression when the size of the element changes.",
  persist: "Keeps signals in the browser's storage, all or those that the filter lets through.",
  "query-string": "Keeps signals and the query of the URL in step.",
  "replace-url": "Replaces the URL in the address bar, without loading anything.",
  rocket: "Defines a web component.",
  "scroll-into-view": "Scrolls the element into view.",
  "view-transition": "Sets the `view-transition-name` of the element.",
};

/** What a modifier does, wherever it stands. */
export const modifierTexts: { readonly [modifier: string]: string } = {
  auto: "Let the browser choose the scrolling behaviour.",
  capture: "Listen in the capture phase.",
  case: "The case of the event's name. Default: `kebab`.",
  debounce: "Wait until nothing has happened for this long.",
  delay: "Wait this long before running.",
  document: "Listen on the document.",
  duration: "How often to run, or how long to take. Default: 1 second.",
  ease: "How to go from one value to the next. Default: `linear`.",
  event: "The events on which the signal takes the value of the element.",
  exit: "Run when the element leaves the view.",
  filter: "Leave empty values out of the URL.",
  focus: "Focus the element after scrolling.",
  full: "Run when all of the element is in view.",
  half: "Run when half of the element is in view.",
  hcenter: "Scroll to the middle, horizontally.",
  hend: "Scroll to the right end.",
  history: "Add an entry to the browser's history with each change.",
  hnearest: "Scroll to the nearest edge, horizontally.",
  hstart: "Scroll to the left end.",
  ifmissing: "Leave signals alone that exist already.",
  loop: "Begin again at the end.",
  instant: "Jump, without animation.",
  once: "Run once only.",
  outside: "Run when the event happens outside of the element.",
  passive: "Promise the browser not to prevent its default action.",
  pingpong: "Go back and forth.",
  prevent: "Prevent the browser's default action.",
  prop: "The property to bind, in place of the value.",
  self: "Ignore the element, but not what is in it.",
  session: "Keep the signals for the session only.",
  smooth: "Animate the scrolling.",
  stop: "Keep the event from the elements around this one.",
  terse: "Leave out the whitespace.",
  threshold: "Run when this percentage of the element is in view.",
  throttle: "Run at most once in this time.",
  vcenter: "Scroll to the middle, vertically.",
  vend: "Scroll to the bottom.",
  viewtransition: "Run inside a view transition.",
  vnearest: "Scroll to the nearest edge, vertically.",
  vstart: "Scroll to the top.",
  window: "Listen on the window.",
};

/**
 * The events that pages listened to under the old name, `data-on-<event>`. Not all events: every attribute that is
 * declared costs time for every element that tsc checks.
 */
export const renamedEvents = words(`
  blur change click contextmenu dblclick error focus input invalid keydown keypress keyup mouseenter mouseleave
  mouseover reset scroll select submit toggle`);

/**
 * Spellings of older versions of Datastar that the client now ignores in silence, and what to write instead. Every
 * keyed attribute was written with a hyphen in place of the colon, too (`data-bind-name`), which cannot be listed.
 *
 * @see https://github.com/starfederation/datastar/releases
 */
export const renamed: { readonly [old: string]: string } = {
  "data-fetch-indicator": "data-indicator",
  "data-intersects": "data-on-intersect",
  "data-on-datastar-fetch": "data-on:datastar-fetch",
  "data-on-datastar-sse": "data-on:datastar-fetch",
  "data-on-load": "data-init",
  "data-on-signal-change": "data-on-signal-patch",
  "data-on-signals-change": "data-on-signal-patch",
  // Never existed: these three are attributes of their own, not events.
  "data-on:intersect": "data-on-intersect",
  "data-on:interval": "data-on-interval",
  "data-on:signal-patch": "data-on-signal-patch",
  "data-star-ignore": "data-ignore",
};
