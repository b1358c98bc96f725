// Typical mistakes, and exactly what is said of each.
import type { GlobalAttributes } from "datastar-tsx";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type AriaAttribute, checkAria } from "../../src/diagnostics/check-aria.js";
import { type AttributeValue, checkAttribute } from "../../src/diagnostics/check-attribute.js";
import { checkOrder } from "../../src/diagnostics/check-order.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { checkExpressionOf } from "../../src/diagnostics/misplaced-expression.js";
import { type Contents, enclose, noContents } from "../../src/diagnostics/page/contents.js";

type Row = [
  name: string,
  value: AttributeValue,
  found: `${Diagnostic["severity"]} ${Diagnostic["rule"]}`,
  message: string,
  rename?: string,
];

const keyed = (right: string) => `since Datastar 1.0 a key follows a colon: ${right}.`;
const noPath = "it is made of letters, digits, _ and -, with dots between names";
const folded = (key: string) =>
  `HTML folds the capitals of "${key}" and Datastar cannot restore them; use the form without a key: an object of names.`;

const spellings: readonly Row[] = [
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

const names: readonly Row[] = [
  ["data-shwo", "$open", "error unknown-plugin", "Datastar has no data-shwo; did you mean data-show?"],
  ["data-shwo", "open", "warning unknown-plugin", "Datastar has no data-shwo; did you mean data-show?"],
  ["data-signal", "{a: 1}", "warning unknown-plugin", "Datastar has no data-signal; did you mean data-signals?"],
  ["data-clas:active", "$open", "error unknown-plugin", "Datastar has no data-clas; did you mean data-class?"],
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
    "warning folded-capitals",
    "the names of Datastar are in lower case: write data-show.",
    "data-show",
  ],
  ["data-attr:viewBox", "$box", "error folded-capitals", folded("viewBox")],
  ["data-class:foo-barBaz", "$a", "error folded-capitals", folded("foo-barBaz")],
  ["data-style:--fooBar", "$a", "error folded-capitals", folded("--fooBar")],
];

const keysAndValues: readonly Row[] = [
  ["data-show:open", "$open", "error key-not-allowed", "data-show takes no key."],
  ["data-effect:", "$a = 1", "error key-not-allowed", "data-effect takes no key."],
  [
    "data-on-signal-patch:filter",
    "{include: /a/}",
    "error key-not-allowed",
    "data-on-signal-patch takes no key: write data-on-signal-patch-filter.",
    "data-on-signal-patch-filter",
  ],
  ["data-on", "run()", "error key-required", "data-on needs a key: data-on:click."],
  ["data-on:", "run()", "error key-required", "data-on needs a key: data-on:click."],
  ["data-match-media", "'(width > 1px)'", "error key-required", "data-match-media needs a key: data-match-media:name."],
  ["data-show", "", "error value-required", "data-show needs a value."],
  ["data-text", true, "error value-required", "data-text needs a value."],
  ["data-on:click", " ", "error value-required", "data-on needs a value."],
  ["data-class:active", "", "error value-required", "data-class needs a value."],
  ["data-on:click", "true", "error value-required", "true does nothing here; give an expression that does."],
  ["data-ignore", "all", "error value-not-allowed", "data-ignore takes no value."],
  [
    "data-bind:draft",
    "draft",
    "error key-and-value",
    'the key or the value names the signal, not both: data-bind:draft, or data-bind="draft".',
  ],
  [
    "data-ref:a",
    "b",
    "error key-and-value",
    'the key or the value names the signal, not both: data-ref:a, or data-ref="b".',
  ],
  [
    "data-bind",
    true,
    "error key-or-value-required",
    'a key or a value must name the signal: data-bind:name, or data-bind="name".',
  ],
  [
    "data-indicator",
    "",
    "error key-or-value-required",
    'a key or a value must name the signal: data-indicator:name, or data-indicator="name".',
  ],
  ["data-bind", "$draft", "error invalid-path", '"$draft" is no path of a signal; a path has no $: write draft.'],
  ["data-bind:$draft", true, "error invalid-path", '"$draft" is no path of a signal; a path has no $: write draft.'],
  ["data-indicator", "busy now", "error invalid-path", `"busy now" is no path of a signal; ${noPath}.`],
  ["data-bind", "items[0]", "error invalid-path", `"items[0]" is no path of a signal; ${noPath}.`],
  ["data-signals", "{$count: 1}", "error invalid-path", "a signal is declared without its $: count."],
  ["data-signals", "{ui: {'$open': true}}", "error invalid-path", "a signal is declared without its $: open."],
  [
    "data-class",
    "'active'",
    "error invalid-value",
    "without a key, data-class takes an object, {name: value}; 'active' is none.",
  ],
  [
    "data-attr",
    "[1, 2]",
    "error invalid-value",
    "without a key, data-attr takes an object, {name: value}; [1, 2] is none.",
  ],
  [
    "data-computed",
    "{total: $a * 2, twice: () => 2}",
    "error invalid-value",
    '"total" must be a function: {total: () => $a * 2}.',
  ],
  [
    "data-json-signals",
    "{includes: /a/}",
    "error invalid-value",
    "a filter is {include: /…/, exclude: /…/}, without includes; did you mean include?",
  ],
  ["data-persist", "'a'", "error invalid-value", "a filter is {include: /…/, exclude: /…/}, without 'a'."],
  ["data-preserve-attr", "open,class", "error invalid-value", "the names are separated by spaces, not by commas."],
];

const modifiers: readonly Row[] = [
  [
    "data-on:click__debonce.500ms",
    "run()",
    "error unknown-modifier",
    'data-on has no modifier "debonce"; did you mean debounce?',
  ],
  [
    "data-on:click__debounce500ms",
    "run()",
    "error unknown-modifier",
    "what a modifier takes follows a dot: __debounce.500ms.",
    "data-on:click__debounce.500ms",
  ],
  [
    "data-on:click__once__throttle_1s",
    "run()",
    "error unknown-modifier",
    "what a modifier takes follows a dot: __throttle.1s.",
    "data-on:click__once__throttle.1s",
  ],
  ["data-show__once", "$a", "error unknown-modifier", 'data-show has no modifier "once"; data-show takes none.'],
  [
    "data-on-interval__5s",
    "run()",
    "error unknown-modifier",
    'data-on-interval has no modifier "5s"; the modifiers of data-on-interval are duration, viewtransition.',
  ],
  [
    "data-signals__isMissing",
    "{a: 1}",
    "error unknown-modifier",
    'data-signals has no modifier "isMissing"; did you mean ifmissing?',
  ],
  [
    "data-on:click__preventDefault",
    "run()",
    "error unknown-modifier",
    'data-on has no modifier "preventDefault"; did you mean prevent?',
    "data-on:click__prevent",
  ],
  [
    "data-on:keydown__enter",
    "run()",
    "error unknown-modifier",
    `data-on has no modifier "enter"; look at the key in the expression, as in evt.key === 'Enter' && ….`,
  ],
  [
    "data-class:card__title",
    "$a",
    "error unknown-modifier",
    'data-class has no modifier "title", as which the client reads what follows two underscores; a class with "__" in its name goes into an object: data-class={{ "card__title": … }}.',
  ],
  [
    "data-bind:user-name__case_snake",
    true,
    "error unknown-modifier",
    "what a modifier takes follows a dot: __case.snake.",
    "data-bind:user-name__case.snake",
  ],
  [
    "data-class:a__camel",
    "$a",
    "error unknown-modifier",
    "what a modifier takes follows a dot: __case.camel.",
    "data-class:a__case.camel",
  ],
  [
    "data-on:click__debounce.500mss",
    "run()",
    "error unknown-tag",
    '"500mss" is no time; write __debounce.500ms or __debounce.1s.',
  ],
  [
    "data-on:click__debounce.leading.500ms",
    "run()",
    "error unknown-tag",
    '"leading" is no time; write __debounce.500ms or __debounce.1s.',
  ],
  ["data-on:click__debounce", "run()", "error unknown-tag", "debounce needs a time: __debounce.500ms."],
  [
    "data-on:click__debounce.1.5s",
    "run()",
    "error unknown-tag",
    "a dot ends the time; write whole milliseconds: __debounce.1500ms.",
  ],
  [
    "data-on:click__debounce.500ms.notrail",
    "run()",
    "error unknown-tag",
    'debounce has no "notrail"; did you mean notrailing?',
  ],
  [
    "data-on:click__throttle.500ms.trailling",
    "run()",
    "error unknown-tag",
    'throttle has no "trailling"; did you mean trailing?',
  ],
  ["data-init__delay.500ms.leading", "run()", "error unknown-tag", 'delay has no "leading"; it takes a time only.'],
  [
    "data-on:click__debounce.500ms.trailing",
    "run()",
    "warning unknown-tag",
    "trailing is what debounce does anyway; leave it out.",
  ],
  ["data-on:click__prevent.stop", "run()", "error unknown-tag", 'prevent stands alone, without ".stop".'],
  [
    "data-on-intersect__threshold.0.5",
    "run()",
    "error unknown-tag",
    "threshold takes a whole number from 0 to 100: __threshold.25.",
  ],
  ["data-class:a__case.kebob", "$a", "error unknown-tag", 'there is no case "kebob"; did you mean kebab?'],
  ["data-class:a__case", "$a", "error unknown-tag", "case needs one of camel, kebab, snake, pascal: __case.camel."],
  ["data-bind__prop", "a", "error unknown-tag", "prop takes the name of one property: __prop.checked."],
  ["data-bind__event", "a", "error unknown-tag", "event needs the names of events: __event.change."],
  [
    "data-bind__prop.valueAsNumber__event.input",
    "a",
    "error folded-capitals",
    'HTML folds the capitals of "valueAsNumber"; write __prop.value-as-number.',
    "data-bind__prop.value-as-number__event.input",
  ],
  ["data-bind__event.chnage", "a", "warning unknown-event", 'the DOM fires no "chnage"; did you mean change?'],
];

const events: readonly Row[] = [
  [
    "data-on:submit__once",
    "@post('/x')",
    "warning native-submit",
    "the client keeps the browser from sending the form only while it listens: the second time, the form is sent as without it; write it without once.",
  ],
  ["data-on:clik", "run()", "warning unknown-event", 'the DOM fires no "clik"; did you mean click?'],
  ["data-on:sumbit", "run()", "warning unknown-event", 'the DOM fires no "sumbit"; did you mean submit?'],
  [
    "data-on:pointermoove",
    "run()",
    "warning unknown-event",
    'the DOM fires no "pointermoove"; did you mean pointermove?',
  ],
  [
    "data-on:datastar-fecth",
    "run()",
    "warning unknown-event",
    'the DOM fires no "datastar-fecth"; did you mean datastar-fetch?',
  ],
  [
    "data-on:keyDown__once",
    "run()",
    "warning unknown-event",
    'the DOM fires no "keyDown"; did you mean keydown?',
    "data-on:keydown__once",
  ],
  [
    "data-on:key-down__case.camel",
    "run()",
    "warning unknown-event",
    'the DOM fires no "keyDown"; did you mean keydown?',
    "data-on:keydown",
  ],
  [
    "data-on:mouse-enter",
    "run()",
    "warning unknown-event",
    'the DOM fires no "mouse-enter"; did you mean mouseenter?',
    "data-on:mouseenter",
  ],
  [
    "data-on:onclick",
    "run()",
    "warning unknown-event",
    'the DOM fires no "onclick"; did you mean click?',
    "data-on:click",
  ],
  [
    "data-on:mount",
    "run()",
    "warning unknown-event",
    'the DOM fires no "mount"; to run something once the element is there, write data-init.',
  ],
  ["data-on:raf", "run()", "warning unknown-event", 'the DOM fires no "raf"; write data-on-raf.'],
  [
    "data-on:datastar-sse",
    "run()",
    "warning unknown-event",
    'the DOM fires no "datastar-sse"; did you mean datastar-fetch?',
  ],
  [
    "data-on:enter",
    "run()",
    "warning unknown-event",
    'the DOM fires no "enter"; write data-on:keydown, and look at evt.key.',
  ],
  [
    "data-on:click_once",
    "run()",
    "error unknown-event",
    "modifiers begin with two underscores: data-on:click__once.",
    "data-on:click__once",
  ],
  [
    "data-on:click.prevent",
    "run()",
    "error unknown-event",
    "modifiers begin with two underscores: data-on:click__prevent.",
    "data-on:click__prevent",
  ],
];

const expressions: readonly Row[] = [
  ["data-on:click", "@psot('/x')", "error unknown-action", "@psot is no action of Datastar; did you mean @post?"],
  ["data-on:click", "@setall(1)", "error unknown-action", "@setall is no action of Datastar; did you mean @setAll?"],
  [
    "data-on:click",
    "@upload('/x')",
    "warning unknown-action",
    "@upload is no action of Datastar: its actions are @peek, @setAll, @toggleAll, @get, @post, @put, @patch, @delete, @clipboard, @fit, @intl.",
  ],
  [
    "data-on:click",
    "$a++; post('/x')",
    "warning unknown-action",
    "post() is a function of the page, if there is one; the action is @post().",
  ],
  [
    "data-on:click",
    "$to = 'mail me @home(evenings)'",
    "error action-in-string",
    "Datastar takes @home( for the call of an action, in a string too; write \\x40home(, or put the text into js`…`.",
  ],
  [
    "data-on:click",
    "$to = `@get(${$a})`",
    "error action-in-string",
    "Datastar takes @get( for the call of an action, in a string too; write \\x40get(, or put the text into js`…`.",
  ],
  [
    "data-on:click",
    "@post('/x'",
    "error syntax",
    "Datastar finds a syntax error in `@post('/x'`: missing ) after argument list.",
  ],
  [
    "data-on:click",
    "$a++ @post('/x')",
    "error syntax",
    "Datastar finds a syntax error in `$a++ @post('/x')`: Unexpected identifier '__action'.",
  ],
  [
    "data-on:click",
    "@get ('/x')",
    "error syntax",
    "Datastar finds a syntax error in `@get ('/x')`: Invalid or unexpected token; an action is called, without a space: @get('/path').",
  ],
  [
    "data-on:click",
    "await @get('/x')",
    "error syntax",
    "Datastar finds a syntax error in `await @get('/x')`: await is only valid in async functions and the top level bodies of modules; an expression cannot wait; use then().",
  ],
  ["data-text", "$a +", "error syntax", "Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
  [
    "data-text",
    "{{$a}}",
    "error syntax",
    "Datastar finds a syntax error in `{{$a}}`: Unexpected token '{'; there are no {{ }} in Datastar: the whole value is JavaScript.",
  ],
  [
    "data-show",
    "if ($a) true",
    "error syntax",
    "Datastar finds a syntax error in `if ($a) true`: Unexpected token 'if'; the last statement must be a value here, as in `condition ? a : b`.",
  ],
  [
    "data-show",
    "$a === 'x",
    "error syntax",
    "Datastar finds a syntax error in `$a === 'x`: Invalid or unexpected token.",
  ],
  [
    "data-computed",
    "{a: () => { return $b; }}",
    "error syntax",
    "Datastar finds a syntax error in `{a: () => { return $b; }}`: Unexpected token '}'; it ends a statement at every ; of a value, within braces too.",
  ],
  ["data-signals", "a: 1", "error syntax", "Datastar finds a syntax error in `a: 1`: Unexpected token ':'."],
  [
    "data-json-signals",
    "{include: /a}",
    "error syntax",
    "Datastar finds a syntax error in `{include: /a}`: Invalid regular expression: missing /.",
  ],
  ["data-show", "$open = true", "warning assignment", "this sets $open whenever it is read; to compare, write ===."],
  ["data-computed:next", "++$n", "warning assignment", "this sets $n whenever it is read."],
  [
    "data-text",
    "$count-1",
    "warning unknown-signal",
    "$count-1 is the name of one signal to Datastar; to subtract, write $count - 1.",
  ],
  ["data-on:click", "$$count++", "error invalid-path", "a signal has one $: write $count."],
  [
    "data-on:click",
    "$$get('/x')",
    "error invalid-path",
    "$$ was how Datastar once wrote the @ of an action: write @get().",
  ],
  ["data-text", "evt.target.value", "warning no-event", "evt is there in data-on only; here, el is the element."],
  [
    "data-on:click",
    "delete('/x')",
    "warning unknown-action",
    "delete() deletes nothing here; the action is @delete().",
  ],
  ["data-on:click", "$post('/x')", "warning unknown-action", "$post is a signal; the action is @post()."],
  [
    "data-on:click",
    "() => $a++",
    "error uncalled-function",
    "nothing calls this function; write what is in it, without the =>.",
  ],
  [
    "data-computed",
    "{a: () => (() => $b)}",
    "error uncalled-function",
    'nothing calls the function in "a"; a computed signal is a value, and the () => in front of it are added.',
  ],
  [
    "data-class",
    "$a ? 'x' : 'y'",
    "error invalid-value",
    "without a key, data-class takes an object, {name: value}; $a ? 'x' : 'y' is none.",
  ],
  [
    "data-signals",
    "{'ui.open': 1}",
    "error invalid-path",
    '"ui.open" would be one signal with a dot in its name, which no expression can use; nest it: {ui: {open: …}}.',
  ],
  [
    "data-effect",
    "$count++",
    "warning effect-loop",
    "this changes $count, which it reads, and so runs itself again; read it with @peek(() => $count), or compute another signal with data-computed.",
  ],
  [
    "data-effect",
    "$list = [...$list, $item]",
    "warning effect-loop",
    "this changes $list, which it reads, and so runs itself again; read it with @peek(() => $list), or compute another signal with data-computed.",
  ],
  [
    "data-class",
    "{active: '\\x24open', b: $c}",
    "warning text-for-expression",
    '"active" is the text "$open" here, as strings in objects are; for the expression write js`$open`, or the signal itself: data-class={{ "active": js`$open` }}.',
  ],
  [
    "data-computed",
    "{a: () => '\\x40get(\\x27\\x2fx\\x27)'}",
    "warning text-for-expression",
    '"a" is the text "@get(…)" here, as strings in objects are; for the expression write js`@get(…)`, or the signal itself: data-computed={{ "a": js`@get(…)` }}.',
  ],
  ["data-json-signals", "{include: 'a('}", "error invalid-value", 'include: "a(" is no regular expression.'],
];

const calls: readonly Row[] = (
  [
    ["@get()", "@get needs a URL: @get('/path')."],
    ["@post('', {payload: $a})", "@post needs a URL: @post('/path')."],
    ["@post('/x', 'form')", "the options of @post are an object, {contentType: 'form'}; 'form' is none."],
    ["@post('/x', {header: {}})", '@post has no option "header"; did you mean headers?'],
    ["@get('/x', {method: 'POST'})", '@get has no option "method"; the name of the action is the method.'],
    ["@get(`/x/${$id}`, {body: $a})", '@get has no option "body"; what is sent in place of the signals is payload.'],
    ["@post('/x', {contentType: 'xml'})", "contentType takes 'json', 'form', not 'xml'."],
    ["@post('/x', {retry: 3})", "retry takes 'auto', 'error', 'always', 'never', not 3."],
    ["@post('/x', {retryInterval: '1s'})", "retryInterval takes a number, not '1s'."],
    [
      "@post('/x', {filterSignals: /a/})",
      "filterSignals takes a filter: {filterSignals: {include: /^name$/}}, not /a/.",
    ],
    [
      "@post('/x', {filterSignals: {includes: /a/}})",
      "filterSignals: a filter is {include: /…/, exclude: /…/}, without includes; did you mean include?",
    ],
    ["@setAll()", "@setAll needs a value: @setAll(true, {include: /^name$/})."],
    ["@setAll(true, 'form.')", "setAll takes a filter: @setAll(value, {include: /^name$/}), not 'form.'."],
    ["@toggleAll('menu.*')", "toggleAll takes a filter: @toggleAll({include: /^name$/}), not 'menu.*'."],
    ["@peek($a)", "@peek takes a function: @peek(() => $a)."],
    ["@clipboard()", "@clipboard needs the text to copy: @clipboard($text)."],
  ] as const
).map(([source, message]) => ["data-on:click", source, "error action-arguments", message]);

describe.each(Object.entries({ spellings, names, keysAndValues, modifiers, events, expressions, calls }))(
  "%s",
  (_, rows) => {
    test.each<Row>(rows)("%s=%j", (name, value, found, message, rename) => {
      const [severity, rule] = found.split(" ");
      expect(checkAttribute(name, value)).toEqual([
        { rule, severity, message: `${name}: ${message}`, ...(rename === undefined ? {} : { rename }) },
      ]);
    });
  },
);

test("load, on an element that loads nothing", () => {
  const found = [
    {
      rule: "unknown-event",
      severity: "warning",
      message: "data-on:load: a <div> fires no load event; to run something once it is there, write data-init.",
    },
  ];
  expect(checkAttribute("data-on:load", "run()", "div")).toEqual(found);
  for (const tag of ["img", "iframe", "my-element", undefined])
    expect(checkAttribute("data-on:load", "run()", tag)).toEqual([]);
  expect(checkAttribute("data-on:load__window", "run()", "div")).toEqual([]);
});

test("data-bind, on an element whose value does not change", () => {
  const found = [
    {
      rule: "nothing-to-bind",
      severity: "warning",
      message: "data-bind: a <div> has no value that changes; bind the input, or show the signal with data-text.",
    },
  ];
  expect(checkAttribute("data-bind", "a", "div")).toEqual(found);
  for (const tag of ["input", "progress", "my-element", undefined])
    expect(checkAttribute("data-bind", "a", tag)).toEqual([]);
  expect(checkAttribute("data-bind__prop.open__event.toggle", "a", "div")).toEqual([]);
});

test("names that begin with aria-", () => {
  expectTypeOf<AriaAttribute>().toEqualTypeOf<Extract<keyof GlobalAttributes, `aria-${string}`>>();
  expect(checkAria("aria-lable")).toEqual([
    {
      rule: "unknown-aria",
      severity: "error",
      message: "aria-lable: there is no such ARIA attribute; did you mean aria-label?",
    },
  ]);
  for (const name of ["aria-label", "aria-describedBy", "area-x", "title"]) expect(checkAria(name)).toEqual([]);
});

test("an indicator behind the request it should show", () => {
  const message =
    "data-indicator: the client has run data-init by then, and the indicator misses the start of its request; write data-indicator in front of it.";
  expect(checkOrder(["id", "data-init", "data-indicator:busy"], "p")).toEqual([
    { rule: "indicator-order", severity: "warning", message },
  ]);
  for (const names of [["data-indicator", "data-init"], ["data-init"], ["data-on:click", "data-indicator"]])
    expect(checkOrder(names, "p")).toEqual([]);
});

test("a listener of a custom element behind what makes it fire", () => {
  const message =
    "data-on: the client has set the attributes of data-attr by then, and an event that the element fires for them is lost; write data-on in front of data-attr.";
  const names = ["id", "data-attr:value", "data-on:change"];
  expect(checkOrder(names, "my-input")).toEqual([{ rule: "listener-order", severity: "warning", message }]);
  expect([...checkOrder(names, "input"), ...checkOrder(names.toReversed(), "my-input")]).toEqual([]);
});

test("expressions in attributes that are none of Datastar's", () => {
  const said = (name: string, isObject = false) => checkExpressionOf(name, isObject).map(({ message }) => message);
  const message = (name: string, right: string, what = "an expression") => [
    `${name}: this is no attribute of Datastar, and cannot take ${what}; did you mean ${right}?`,
  ];
  for (const [name, right] of Object.entries({
    title: "data-attr:title",
    class: "data-class",
    onClick: "data-on:click",
    "data-if": "data-show",
    "data-disabled": "data-attr:disabled",
    "data-star-text": "data-text",
    "datat-text": "data-text",
    dataOn: "data-on",
    "data-mine": "data-attr:data-mine",
  })) {
    expect(said(name)).toEqual(message(name, right));
  }
  expect(said("data-events", true)).toEqual(message("data-events", "data-on", "an object"));
  expect(said("data-shwo")).toEqual(["data-shwo: Datastar has no data-shwo; did you mean data-show?"]);
  expect([...said("data-mine", true), ...said("data-show")]).toEqual([]);
});

test("elements that a browser takes apart", () => {
  const said = (path: string) => {
    let contents: Contents<undefined> = noContents;
    return path
      .split(" ")
      .reverse()
      .flatMap((tag) => {
        const enclosed = enclose(
          { tag, id: undefined, place: undefined, signals: [], formRole: undefined },
          contents,
          () => "",
        );
        contents = enclosed.contents;
        return enclosed.found.map(({ diagnostic }) => diagnostic.message.split(":")[0]);
      });
  };
  expect(said("p div")).toEqual(["a <p> cannot hold a <div>"]);
  expect(said("p span ul")).toEqual(["a <p> cannot hold a <ul>"]);
  expect(said("form div form")).toEqual(["a <form> cannot hold a <form>"]);
  expect(said("a b a")).toEqual(["a <a> cannot hold a <a>"]);
  expect(said("button button")).toEqual(["a <button> cannot hold a <button>"]);
  for (const path of [
    "p span",
    "div p",
    "p button div",
    "p svg foreignObject div",
    "form template form",
    "a template a",
    "p my-element",
  ])
    expect(said(path)).toEqual([]);
});

test("several mistakes are told one by one, in the order of the value, the key and the modifiers", () => {
  expect(checkAttribute("data-on:clik__onse", "@pst('/x')").map(({ rule }) => rule)).toEqual([
    "unknown-action",
    "unknown-event",
    "unknown-modifier",
  ]);
});

test("every rule but those for whole pages has an example", () => {
  const seen = new Set(
    [...spellings, ...names, ...keysAndValues, ...modifiers, ...events, ...expressions, ...calls].map(
      ([, , found]) => found.split(" ")[1],
    ),
  );
  expect([...seen].sort()).toEqual([
    "action-arguments",
    "action-in-string",
    "assignment",
    "effect-loop",
    "folded-capitals",
    "invalid-path",
    "invalid-value",
    "key-and-value",
    "key-not-allowed",
    "key-or-value-required",
    "key-required",
    "native-submit",
    "no-event",
    "old-spelling",
    "syntax",
    "text-for-expression",
    "uncalled-function",
    "unknown-action",
    "unknown-event",
    "unknown-modifier",
    "unknown-plugin",
    "unknown-signal",
    "unknown-tag",
    "value-not-allowed",
    "value-required",
  ]);
});
