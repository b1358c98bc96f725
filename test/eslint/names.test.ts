// What is wrong with the names of attributes, with their keys and modifiers.
import { describe } from "vitest";
import { testInvalid } from "./lint.js";

describe("spellings from before Datastar 1.0", () => {
  testInvalid([
    {
      code: "<p data-on-click={js`$a++`} />",
      says: ["1:4-17 error old-spelling: data-on-click: since Datastar 1.0 a key follows a colon: data-on:click."],
      fixed: "<p data-on:click={js`$a++`} />",
    },
    {
      code: '<p data-on-click__once="$a++" />',
      says: [
        "1:4-23 error old-spelling: data-on-click__once: since Datastar 1.0 a key follows a colon: data-on:click__once.",
      ],
      fixed: '<p data-on:click__once="$a++" />',
    },
    {
      code: '<p data-on-load="$a++" />',
      says: ["1:4-16 error old-spelling: data-on-load: since Datastar 1.0 this is data-init."],
      fixed: '<p data-init="$a++" />',
    },
    {
      code: "<input data-bind-draft />",
      says: ["1:8-23 error old-spelling: data-bind-draft: since Datastar 1.0 a key follows a colon: data-bind:draft."],
      fixed: "<input data-bind:draft />",
    },
    {
      code: "<p data-class-active={js`$a`} />",
      says: [
        "1:4-21 error old-spelling: data-class-active: since Datastar 1.0 a key follows a colon: data-class:active.",
      ],
      fixed: "<p data-class:active={js`$a`} />",
    },
    {
      code: '<p data-signals-count="1" />',
      says: [
        "1:4-22 error old-spelling: data-signals-count: since Datastar 1.0 a key follows a colon: data-signals:count.",
      ],
      fixed: '<p data-signals:count="1" />',
    },
    {
      code: "<p data-merge-signals={{ a: 1 }} />",
      says: ["1:4-22 error old-spelling: data-merge-signals: since Datastar 1.0 this is data-signals."],
      fixed: "<p data-signals={{ a: 1 }} />",
    },
    {
      code: "<p data-on-sale={x} />",
      says: [
        "1:4-16 warn possible-old-spelling: data-on-sale: since Datastar 1.0 a key follows a colon: data-on:sale.",
      ],
      suggested: ["Write data-on:sale. → <p data-on:sale={x} />"],
    },
    {
      code: '<p data-on-click="$a++" data-on:click="$b++" />',
      says: ["1:4-17 error old-spelling: data-on-click: since Datastar 1.0 a key follows a colon: data-on:click."],
    },
    {
      code: '<x-y data-on-click="$a++" />',
      says: ["1:6-19 error old-spelling: data-on-click: since Datastar 1.0 a key follows a colon: data-on:click."],
      fixed: '<x-y data-on:click="$a++" />',
    },
    {
      code: '<svg:rect data-on-click="$a++" />',
      says: ["1:11-24 error old-spelling: data-on-click: since Datastar 1.0 a key follows a colon: data-on:click."],
      fixed: '<svg:rect data-on:click="$a++" />',
    },
  ]);
});

describe("names that are nearly Datastar's", () => {
  testInvalid([
    {
      code: '<p data-onclick="$a++" />',
      says: [
        "1:4-16 error unknown-plugin: data-onclick: Datastar has no data-onclick; the event follows a colon: data-on:click.",
      ],
      fixed: '<p data-on:click="$a++" />',
    },
    {
      code: "<p data-shwo={js`$a`} />",
      says: ["1:4-13 error unknown-plugin: data-shwo: Datastar has no data-shwo; did you mean data-show?"],
    },
    {
      code: "<p data-clas={x} />",
      says: ["1:4-13 warn possible-unknown-plugin: data-clas: Datastar has no data-clas; did you mean data-class?"],
    },
    {
      code: "<p data-onmouseover={x} />",
      says: [
        "1:4-20 warn possible-unknown-plugin: data-onmouseover: Datastar has no data-onmouseover; the event follows a colon: data-on:mouseover.",
      ],
      suggested: ["Write data-on:mouseover. → <p data-on:mouseover={x} />"],
    },
  ]);
});

describe("capitals", () => {
  testInvalid([
    {
      code: "<p data-Show={js`$a`} />",
      says: ["1:4-13 error folded-capitals: data-Show: the names of Datastar are in lower case: write data-show."],
      fixed: "<p data-show={js`$a`} />",
    },
    {
      code: "<p data-ignoreMorph />",
      says: [
        "1:4-20 error folded-capitals: data-ignoreMorph: HTML folds the capitals, and Datastar has no data-ignoremorph: write data-ignore-morph.",
      ],
      fixed: "<p data-ignore-morph />",
    },
    {
      code: '<p data-onIntersect="$a++" />',
      says: [
        "1:4-20 error folded-capitals: data-onIntersect: HTML folds the capitals, and Datastar has no data-onintersect: write data-on-intersect.",
      ],
      fixed: '<p data-on-intersect="$a++" />',
    },
    {
      code: "<p data-attr:viewBox={js`$a`} />",
      says: [
        '1:4-21 error folded-capitals: data-attr:viewBox: HTML folds the capitals of "viewBox" and Datastar cannot restore them; use the form without a key: an object of names.',
      ],
    },
    {
      code: '<p data-on:keyDown="$a++" />',
      says: ['1:4-19 warn unknown-event: data-on:keyDown: the DOM fires no "keyDown"; did you mean keydown?'],
      fixed: '<p data-on:keydown="$a++" />',
    },
    {
      code: "<p data-on:keyDown={{ do: js`$a++`, debounce: 200 }} />",
      says: ['1:4-19 warn unknown-event: data-on:keyDown: the DOM fires no "keyDown"; did you mean keydown?'],
      fixed: "<p data-on:keydown={{ do: js`$a++`, debounce: 200 }} />",
    },
    {
      code: '<p data-on:onclick="$a++" />',
      says: ['1:4-19 warn unknown-event: data-on:onclick: the DOM fires no "onclick"; did you mean click?'],
      fixed: '<p data-on:click="$a++" />',
    },
  ]);
});

describe("events", () => {
  testInvalid([
    {
      code: '<p data-on:clik="$a++" />',
      says: ['1:4-16 warn unknown-event: data-on:clik: the DOM fires no "clik"; did you mean click?'],
    },
    {
      code: '<p data-on:load="$a++" />',
      says: [
        "1:4-16 warn unknown-event: data-on:load: a <p> fires no load event; to run something once it is there, write data-init.",
      ],
    },
    {
      code: "<p data-on={{ clik: js`$a++`, keyDown: js`$b++` }} />",
      says: [
        '1:15-19 warn unknown-event: data-on:clik: the DOM fires no "clik"; did you mean click?',
        '1:31-38 warn unknown-event: data-on:keyDown: the DOM fires no "keyDown"; did you mean keydown?',
      ],
      fixed: "<p data-on={{ clik: js`$a++`, keydown: js`$b++` }} />",
    },
    {
      code: '<p data-on={{ "on-click": x, [y]: z, ...rest }} />',
      says: ['1:15-25 warn unknown-event: data-on:on-click: the DOM fires no "on-click"; did you mean click?'],
      fixed: "<p data-on={{ click: x, [y]: z, ...rest }} />",
    },
    {
      code: '<p data-on={{ onClick: "$a++", click: "$b++" }} />',
      says: ['1:15-22 warn unknown-event: data-on:onClick: the DOM fires no "onClick"; did you mean click?'],
    },
    {
      code: "<p data-on={{ keyDown }} />",
      says: ['1:15-22 warn unknown-event: data-on:keyDown: the DOM fires no "keyDown"; did you mean keydown?'],
    },
    {
      code: '<p data-on={{ "click.prevent": "$a++" }} />',
      says: [
        "1:15-30 warn unknown-event: data-on:click.prevent: modifiers begin with two underscores: data-on:click__prevent.",
      ],
    },
  ]);
});

describe("keys", () => {
  testInvalid([
    {
      code: '<p data-text:title="$a" />',
      says: ["1:4-19 error key-not-allowed: data-text:title: data-text takes no key."],
    },
    {
      code: '<p data-on-intersect:once="$a++" />',
      says: ["1:4-26 error key-not-allowed: data-on-intersect:once: data-on-intersect takes no key."],
    },
    {
      code: '<p data-on="$a++" />',
      says: ["1:12-18 error key-required: data-on: data-on needs a key: data-on:click."],
    },
    {
      code: '<p data-on={"$a++"} />',
      says: ["1:13-19 error key-required: data-on: data-on needs a key: data-on:click."],
    },
    {
      code: "<input data-bind:draft={`draft`} />",
      says: [
        '1:25-32 error key-and-value: data-bind:draft: the key or the value names the signal, not both: data-bind:draft, or data-bind="draft".',
      ],
    },
  ]);
});

describe("modifiers", () => {
  testInvalid([
    {
      code: '<p data-on:click__onec="$a++" />',
      says: ['1:4-23 error unknown-modifier: data-on:click__onec: data-on has no modifier "onec"; did you mean once?'],
    },
    {
      code: '<p data-on:click__debounce="$a++" />',
      says: [
        '1:4-27 error unknown-tag: data-on:click__debounce: debounce needs a time: __debounce.500ms. (In TSX, whose names have no dots: {{ …, debounce: "500ms" }}.)',
      ],
    },
    {
      code: '<p data-on:click__debounce_500ms="$a++" />',
      says: [
        '1:4-33 error unknown-modifier: data-on:click__debounce_500ms: what a modifier takes follows a dot: __debounce.500ms. (In TSX, whose names have no dots: {{ …, debounce: "500ms" }}.)',
      ],
    },
    {
      code: "<p data-show__once={open} />",
      says: ['1:4-19 error unknown-modifier: data-show__once: data-show has no modifier "once"; data-show takes none.'],
    },
    {
      code: "<p data-on:click={{ do: x, onec: true }} />",
      says: ['1:28-38 error unknown-modifier: data-on:click: data-on has no modifier "onec"; did you mean once?'],
    },
    {
      code: "<p data-on:click={{ do: x, Once: true }} />",
      says: [
        '1:28-38 error unknown-modifier: data-on:click has no modifier "Once"; its modifiers are once, passive, capture, case, window, document, outside, prevent, stop, delay, debounce, throttle, viewtransition.',
      ],
    },
    {
      code: '<p data-on:click={{ do: x, debounce: "soon", once: "yes" }} />',
      says: [
        '1:28-44 error unknown-tag: data-on:click: debounce takes a duration such as 500, "500ms" or "1s", not "soon".',
        "1:46-57 error unknown-tag: data-on:click: once is a flag: pass true or leave it out.",
      ],
    },
    {
      code: "<p data-on:click={{ do: x, throttle: { wait: 200, traling: true } }} />",
      says: [
        '1:28-66 error unknown-tag: data-on:click: throttle has no "traling"; it takes wait, leading and trailing.',
      ],
    },
    {
      code: "<p data-on-intersect={{ do: x, threshold: 150 }} />",
      says: ["1:32-46 error unknown-tag: data-on-intersect: threshold takes a whole number from 0 to 100, not 150."],
    },
    {
      code: "<p data-ignore={{ self: true, deep: true }} />",
      says: [
        '1:31-41 error unknown-modifier: data-ignore: data-ignore has no modifier "deep"; the modifiers of data-ignore are self.',
      ],
    },
    {
      code: '<input data-bind={{ signal: s, event: ["chnge"] }} />',
      says: ['1:32-48 warn unknown-event: data-bind: the DOM fires no "chnge"; did you mean change?'],
    },
    {
      code: "<p data-json-signals={{ includes: /a/ }} />",
      says: [
        '1:25-38 error unknown-modifier: data-json-signals: data-json-signals has no modifier "includes"; the modifiers of data-json-signals are terse.',
      ],
    },
    {
      code: '<p data-on={{ click: { do: x, delay: "soon" } }} />',
      says: [
        '1:31-44 error unknown-tag: data-on:click: delay takes a duration such as 500, "500ms" or "1s", not "soon".',
      ],
    },
  ]);
});
