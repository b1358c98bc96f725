// What is wrong with elements taken together.
import { describe } from "vitest";
import { testInvalid } from "./lint.js";

describe("ids", () => {
  testInvalid([
    {
      code: '<div><p id="a" /><b id="a" /></div>',
      says: [
        '1:21-27 error duplicate-id: id="a": the <p> in line 1 has this id already; a patch would find that one only.',
      ],
    },
    {
      code: '<div>\n  <p id="a" />\n  <b id={`a`} />\n</div>',
      says: [
        '3:6-14 error duplicate-id: id="a": the <p> in line 2 has this id already; a patch would find that one only.',
      ],
    },
    {
      code: '<><p id="a" /><b id="a" /></>',
      says: [
        '1:18-24 error duplicate-id: id="a": the <p> in line 1 has this id already; a patch would find that one only.',
      ],
    },
    {
      code: '<Page><p id="a" /><b id="a" /></Page>',
      says: [
        '1:22-28 error duplicate-id: id="a": the <p> in line 1 has this id already; a patch would find that one only.',
      ],
    },
    {
      code: '<svg><g><path id="a" /></g><path id="a" /></svg>',
      says: [
        '1:34-40 warn possible-duplicate-id: id="a": the <path> in line 1 has this id already; a patch would find that one only.',
      ],
    },
  ]);
});

describe("one attribute under two names", () => {
  const once = "which an element has once; write one of them.";
  testInvalid([
    {
      code: '<p class="a" className="b" />',
      says: [`1:14-27 error duplicate-attribute: className: class is the same attribute, class, ${once}`],
    },
    {
      code: '<label htmlFor="a" {...{ for: "b" }} />',
      says: [`1:26-34 error duplicate-attribute: for: htmlFor is the same attribute, for, ${once}`],
    },
    {
      code: '<p tabIndex="0" tabindex="1" />',
      says: [`1:17-29 error duplicate-attribute: tabindex: tabIndex is the same attribute, tabindex, ${once}`],
    },
    {
      code: '<p data-signals:fooBar="1" data-signals:foo-bar="2" />',
      says: [
        `1:28-52 error duplicate-attribute: data-signals:foo-bar: data-signals:fooBar is the same attribute, data-signals:foo-bar, ${once}`,
      ],
    },
  ]);
});

describe("patches", () => {
  const own =
    'mode "inner" replaces what is in #a, and this holds an element with that id: the client loses it. Write mode "outer", or leave that element out.';
  testInvalid([
    {
      code: "sse.patchElements(<p id='a'>x</p>, { selector: '#a', mode: 'inner' })",
      says: [`1:19-29 error own-target: ${own}`],
    },
    {
      code: "sendElements(response, <div><p id={'a'}>{x}</p></div>, { mode: `inner`, selector: '#a' })",
      says: [`1:24-29 error own-target: ${own}`],
    },
    {
      code: "patchElementsFrame(<p>x</p>)",
      says: [
        '1:20-23 error missing-id: a patch without selector finds its target by the id of each top-level element, and mode "outer" would skip this one; give it an id, or the patch a selector.',
      ],
    },
    {
      code: "sse.patchElements(<p>x</p>)",
      says: [
        '1:19-22 error missing-id: a patch without selector finds its target by the id of each top-level element, and mode "outer" would skip this one; give it an id, or the patch a selector.',
      ],
    },
    {
      code: '(await sse).patchElements(<><p id="a" /><b /></>, { mode: "replace" })',
      says: [
        '1:41-46 error missing-id: a patch without selector finds its target by the id of each top-level element, and mode "replace" would skip this one; give it an id, or the patch a selector.',
      ],
    },
    {
      code: "elementsResponse(<p />)",
      says: [
        '1:18-23 error missing-id: a patch without selector finds its target by the id of each top-level element, and mode "outer" would skip this one; give it an id, or the patch a selector.',
      ],
    },
    {
      code: "sendElements(response, <p />, { useViewTransition: true })",
      says: [
        '1:24-29 error missing-id: a patch without selector finds its target by the id of each top-level element, and mode "outer" would skip this one; give it an id, or the patch a selector.',
      ],
    },
  ]);
});

describe("signals", () => {
  testInvalid([
    {
      code: '<html><body data-signals="{count: 0}"><p data-text="$coutn" /> {" "}</body></html>',
      says: [
        "1:39-63 warn unknown-signal: data-text: nothing in the page declares the signal coutn; did you mean $count?",
      ],
    },
    {
      code: '<html><head><DatastarScript /></head><body data-signals={{ open: true }}><p data-show="open" /></body></html>',
      says: [
        "1:87-93 warn signal-without-dollar: data-show: open is the name of a variable of the page here; a signal has a $, $open, and text is quoted, 'open'.",
      ],
    },
    {
      code: '<html><body><p data-text="$count" /></body></html>',
      says: [
        "1:13-37 warn unknown-signal: data-text: nothing in the page declares the signal count; declare it with data-signals.",
      ],
    },
    {
      code: '<main data-signals={{ total: 1 }}><b data-computed:total="$a * 2" />{rows}</main>',
      says: [
        "1:35-69 warn signal-conflict: data-computed:total: data-signals declares total as well; a signal is computed, or it has a value of its own.",
      ],
    },
    {
      code: "<main data-signals={{ total: 1 }} data-signals:total={2} />",
      says: [
        "1:1-60 warn signal-conflict: data-signals:total: another attribute of the element declares total; write it once.",
      ],
    },
  ]);
});
