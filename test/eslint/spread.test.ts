// Attributes in objects that are spread into an element, as dots in names are spelled in TSX.
import { describe } from "vitest";
import { testInvalid } from "./lint.js";

describe("each attribute", () => {
  testInvalid([
    {
      code: "<p {...{ 'data-on-interval__duration.60s': true }} />",
      says: [
        "1:44-48 error value-required: data-on-interval__duration.60s: true does nothing here; give an expression that does.",
      ],
    },
    {
      code: "<p {...{ 'data-on:click__debounce.200mss': '$a = 1' }} />",
      says: [
        '1:10-42 error unknown-tag: data-on:click__debounce.200mss: "200mss" is no time; write __debounce.500ms or __debounce.1s.',
      ],
    },
    {
      code: "<p {...(open && { 'data-on-click': js`$a` })} {...(open ? { 'data-txt': '$a' } : more)} />",
      says: [
        "1:19-34 error old-spelling: data-on-click: since Datastar 1.0 a key follows a colon: data-on:click.",
        "1:61-71 error unknown-plugin: data-txt: Datastar has no data-txt; did you mean data-text?",
      ],
      fixed: "<p {...(open && { \"data-on:click\": js`$a` })} {...(open ? { 'data-txt': '$a' } : more)} />",
    },
    {
      code: "<a {...{ href: 'javascript:x()', title: js`$a` }} />",
      says: [
        "1:16-32 error script-url: href: a javascript: URL runs as code; use data-on:click for code of your own.",
        "1:34-39 error misplaced-expression: title: this is no attribute of Datastar, and cannot take an expression; did you mean data-attr:title?",
      ],
    },
  ]);
});

describe("what is certain, beside other elements", () => {
  testInvalid([
    {
      code: "<main {...{ id: 'a' }}><p id='a' /></main>",
      says: [
        '1:27-33 error duplicate-id: id="a": the <main> in line 1 has this id already; a patch would find that one only.',
      ],
    },
    {
      code: "<main {...{ id: 'b' }} id='a'><p id='a' /></main>",
      says: [
        '1:34-40 error duplicate-id: id="a": the <main> in line 1 has this id already; a patch would find that one only.',
      ],
    },
    { code: "<main id='a' {...{ id: 'b' }}><p id='a' /></main>", says: [] },
    { code: "<main {...(open && { id: 'a' })}><p id='a' /></main>", says: [] },
    { code: "<main {...{ id: 'a', ...more }}><p id='a' /></main>", says: [] },
  ]);
});
