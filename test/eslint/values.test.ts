// What is wrong with the values of attributes.
import { describe, expect, test } from "vitest";
import { lint, testInvalid } from "./lint.js";

describe("missing, and not allowed", () => {
  testInvalid([
    {
      code: "<p data-text />",
      says: ["1:4-13 error value-required: data-text: data-text needs a value."],
    },
    {
      code: '<p data-text="" />',
      says: ["1:14-16 error value-required: data-text: data-text needs a value."],
    },
    {
      code: '<p data-text={""} />',
      says: ["1:15-17 error value-required: data-text: data-text needs a value."],
    },
    {
      code: '<p data-ignore="x" />',
      says: ["1:16-19 error value-not-allowed: data-ignore: data-ignore takes no value."],
    },
    {
      code: "<p data-ignore={js`$a`} />",
      says: ["1:17-23 error value-not-allowed: data-ignore: data-ignore takes no value."],
    },
    {
      code: "<input data-bind />",
      says: [
        '1:8-17 error key-or-value-required: data-bind: a key or a value must name the signal: data-bind:name, or data-bind="name".',
      ],
    },
    {
      code: '<input data-bind:draft="draft" />',
      says: [
        '1:24-31 error key-and-value: data-bind:draft: the key or the value names the signal, not both: data-bind:draft, or data-bind="draft".',
      ],
    },
    {
      code: "<p data-on:click={{ once: true }} />",
      says: ['1:19-33 error value-required: data-on:click: an object needs the expression as "do": { do: …, once }.'],
    },
    {
      code: '<p data-on:click="true" />',
      says: ["1:18-24 error value-required: data-on:click: true does nothing here; give an expression that does."],
    },
  ]);
});

describe("attributes that are there or not", () => {
  testInvalid([
    {
      code: "<input checked={a ? 'checked' : ''} />",
      says: [
        "1:17-35 error invalid-value: checked: an empty text leaves the attribute there, and it counts; write checked={condition}.",
      ],
    },
    {
      code: "<input disabled={a ? '' : undefined} hidden={b ? 'until-found' : null} title={c ? 'a' : ''} required={d ? e : ''} />",
      says: [],
    },
  ]);
});

describe("the ways to write an expression", () => {
  testInvalid([
    {
      code: '<p data-text="$a +" />',
      says: ["1:14-20 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
    {
      code: '<p data-text={"$a +"} />',
      says: ["1:15-21 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
    {
      code: "<p data-text={`$a +`} />",
      says: ["1:15-21 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
    {
      code: "<p data-text={js`$a +`} />",
      says: ["1:15-23 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
    {
      code: "<p data-text={js`${a} + * ${b}`} />",
      says: [
        "1:15-32 error syntax: data-text: Datastar finds a syntax error in `${…} + * ${…}`: Unexpected token '*'.",
      ],
    },
    {
      code: '<p data-text="a &amp;&amp; &lt; b" />',
      says: ["1:14-35 error syntax: data-text: Datastar finds a syntax error in `a && < b`: Unexpected token '<'."],
    },
    {
      code: '<p data-on:click={[js`$a++`, "$b +"]} />',
      says: [
        "1:19-37 error syntax: data-on:click: Datastar finds a syntax error in `$a++; $b +`: Unexpected token '}'.",
      ],
    },
    {
      code: '<p data-on:click={cond ? js`$a +` : js`@psot("/x")`} />',
      says: [
        "1:26-34 error syntax: data-on:click: Datastar finds a syntax error in `$a +`: Unexpected token '}'.",
        "1:37-52 error unknown-action: data-on:click: @psot is no action of Datastar; did you mean @post?",
      ],
    },
    {
      code: "<p data-on:click={cond && js`$a +`} />",
      says: ["1:27-35 error syntax: data-on:click: Datastar finds a syntax error in `$a +`: Unexpected token '}'."],
    },
    {
      code: '<p data-text={x ?? "$a +"} />',
      says: ["1:20-26 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
    {
      code: "<p data-on:click={{ do: js`$a +`, once }} />",
      says: ["1:25-33 error syntax: data-on:click: Datastar finds a syntax error in `$a +`: Unexpected token '}'."],
    },
    {
      code: "<p data-on={{ click: js`$a +` }} />",
      says: ["1:22-30 error syntax: data-on:click: Datastar finds a syntax error in `$a +`: Unexpected token '}'."],
    },
    {
      code: "<p data-on={{ click: { do: js`$a +` } }} />",
      says: ["1:28-36 error syntax: data-on:click: Datastar finds a syntax error in `$a +`: Unexpected token '}'."],
    },
    {
      code: "<p\n  data-text={js`$a +\n`}\n/>",
      says: ["2:14-3:2 error syntax: data-text: Datastar finds a syntax error in `$a +`: Unexpected token ')'."],
    },
  ]);
});

describe("objects", () => {
  testInvalid([
    {
      code: "<p data-class={{ a: js`$a +`, b: js`$b`, c: active }} />",
      says: ["1:18-29 error syntax: data-class: Datastar finds a syntax error in `{a: $a +}`: Unexpected token '}'."],
    },
    {
      code: "<p data-attr={{ title: js`$a)` }} />",
      says: ["1:17-31 error syntax: data-attr: Datastar finds a syntax error in `{title: $a)}`: Unexpected token ')'."],
    },
    {
      code: '<p data-style={{ color: js`$a ? "red"` }} />',
      says: [
        "1:18-39 error syntax: data-style: Datastar finds a syntax error in `{color: $a ? \"red\"}`: Unexpected token '}'.",
      ],
    },
    {
      code: "<p data-computed={{ total: js`$a *` }} />",
      says: [
        "1:21-36 error syntax: data-computed: Datastar finds a syntax error in `{total: () => $a *}`: Unexpected token '}'.",
      ],
    },
    {
      code: '<p data-computed="{total: $a}" />',
      says: ['1:18-31 error invalid-value: data-computed: "total" must be a function: {total: () => $a}.'],
    },
    {
      code: "<p data-signals={{ a: 1, b: js`$c +` }} />",
      says: ["1:26-37 error syntax: data-signals: Datastar finds a syntax error in `{b: $c +}`: Unexpected token '}'."],
    },
    {
      code: '<p data-signals="{a: 1" />',
      says: ["1:17-24 error syntax: data-signals: Datastar finds a syntax error in `{a: 1`: Unexpected token ')'."],
    },
    {
      code: '<p data-signals:a="1 +" />',
      says: ["1:19-24 error syntax: data-signals:a: Datastar finds a syntax error in `1 +`: Unexpected token ')'."],
    },
    {
      code: '<p data-class="true" />',
      says: [
        "1:15-21 error invalid-value: data-class: without a key, data-class takes an object, {name: value}; true is none.",
      ],
    },
  ]);
});

describe("what the runtime refuses", () => {
  testInvalid([
    {
      code: '<p data-text={js`"${x}"`} />',
      says: [
        '1:15-25 error syntax: data-text: js`"${…}"` has a value inside a string. Values become literals with quotes of their own: end the string and join the value with +.',
      ],
    },
    {
      code: "<p data-text={js`$a === ${() => 1}`} />",
      says: [
        "1:15-36 error syntax: data-text: js`$a === ${…}`: A function cannot be put into a Datastar expression; pass plain data, a signal or js`…`.",
      ],
    },
    {
      code: "<p data-on:click={() => go()} />",
      says: [
        "1:19-29 error invalid-value: data-on:click takes an expression, not a function: write js`…`, an action, or a signal.",
      ],
    },
    {
      code: "<p data-on={{ click: function () {} }} />",
      says: [
        "1:22-36 error invalid-value: data-on:click takes an expression, not a function: write js`…`, an action, or a signal.",
      ],
    },
    {
      code: "<p data-class={{ a: () => 1 }} />",
      says: [
        '1:18-28 error invalid-value: data-class: "a", a function, cannot be put into a Datastar expression; pass plain data, a signal or js`…`.',
      ],
    },
    {
      code: "<p data-signals={{ f: () => 1 }} />",
      says: ['1:20-30 error invalid-value: data-signals: the signal "f" cannot be a function: write what it returns.'],
    },
    {
      code: "<input data-bind={js`$draft`} />",
      says: ["1:19-29 error invalid-value: data-bind takes a signal or its path, not the expression $draft."],
    },
  ]);
});

describe("signals", () => {
  testInvalid([
    {
      code: '<input data-bind="$draft" />',
      says: ['1:18-26 error invalid-path: data-bind: "$draft" is no path of a signal; a path has no $: write draft.'],
    },
    {
      code: '<input data-bind={{ signal: "$draft", prop: "checked" }} />',
      says: ['1:29-37 error invalid-path: data-bind: "$draft" is no path of a signal; a path has no $: write draft.'],
    },
    {
      code: '<p data-show="$a = 1" />',
      says: ["1:14-22 warn assignment: data-show: this sets $a whenever it is read; to compare, write ===."],
    },
    {
      code: "<p data-show={js`${todo.open} = true`} />",
      says: ["1:15-38 warn assignment: data-show: this sets ${…} whenever it is read; to compare, write ===."],
    },
    {
      code: "<p data-class={{ a: js`$b = 1` }} />",
      says: ["1:18-31 warn assignment: data-class: this sets $b whenever it is read; to compare, write ===."],
    },
    {
      code: '<p data-text="$count-1" />',
      says: [
        "1:14-24 warn unknown-signal: data-text: $count-1 is the name of one signal to Datastar; to subtract, write $count - 1.",
      ],
    },
  ]);
});

describe("actions", () => {
  testInvalid([
    {
      code: `<p data-on:click="@psot('/x')" />`,
      says: ["1:18-31 error unknown-action: data-on:click: @psot is no action of Datastar; did you mean @post?"],
    },
    {
      code: '<p data-on:click="@shout()" />',
      says: [
        "1:18-28 warn possible-unknown-action: data-on:click: @shout is no action of Datastar: its actions are @peek, @setAll, @toggleAll, @get, @post, @put, @patch, @delete, @query, @clipboard, @fit, @intl.",
      ],
    },
    {
      code: `<p data-on:click="post('/x')" />`,
      says: [
        "1:18-30 warn possible-unknown-action: data-on:click: post() is a function of the page, if there is one; the action is @post().",
      ],
    },
    {
      code: '<p data-text="`@get(${$now})`" />',
      says: [
        "1:14-31 error action-in-string: data-text: Datastar takes @get( for the call of an action, in a string too; write \\x40get(, or put the text into js`…`.",
      ],
    },
  ]);
});

test("some mistakes are none with the newest client", () => {
  const code = `<p data-text="'mail me @home(now)'" data-on:click="@query('/x')" />`;
  expect(lint(code)).toEqual([]);
  expect(lint(code, { datastar: { client: "1.0.2" } })).toEqual([
    "1:14-36 error action-in-string: data-text: Datastar takes @home( for the call of an action, in a string too; write \\x40home(, or put the text into js`…`.",
    "1:51-65 error unknown-action: data-on:click: @query is an action of clients from 1.0.4 on.",
  ]);
});

describe("other kinds of value", () => {
  testInvalid([
    {
      code: '<p data-preserve-attr="open, class" />',
      says: ["1:23-36 error invalid-value: data-preserve-attr: the names are separated by spaces, not by commas."],
    },
    {
      code: '<p data-json-signals="{includes: /a/}" />',
      says: [
        "1:22-39 error invalid-value: data-json-signals: a filter is {include: /…/, exclude: /…/}, without includes; did you mean include?",
      ],
    },
    {
      code: '<p data-json-signals="true" />',
      says: ["1:22-28 error invalid-value: data-json-signals: a filter is {include: /…/, exclude: /…/}, without true."],
    },
  ]);
});
