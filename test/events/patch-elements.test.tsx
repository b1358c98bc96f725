import { patchElementsFrame, removeElementsFrame, type PatchElementsOptions } from "datastar-tsx";
import { describe, expect, test } from "vitest";

const html = `<p id="a">Hi</p>`;

test("elements alone: every default is left out", () => {
  expect(patchElementsFrame(html)).toBe('event: datastar-patch-elements\ndata: elements <p id="a">Hi</p>\n\n');
});

test("TSX prints into the frame", () => {
  expect(patchElementsFrame(String(<p id="a">{"1 < 2"}</p>))).toBe(
    'event: datastar-patch-elements\ndata: elements <p id="a">1 &lt; 2</p>\n\n',
  );
});

test("every option, in the order of the protocol", () => {
  const frame = patchElementsFrame("<g></g>", {
    viewTransitionSelector: "#stage",
    useViewTransition: true,
    namespace: "svg",
    mode: "append",
    selector: "#list > li",
    retryDuration: 250,
    eventId: "e1",
  });
  expect(frame).toBe(
    [
      "event: datastar-patch-elements",
      "id: e1",
      "retry: 250",
      "data: selector #list > li",
      "data: mode append",
      "data: namespace svg",
      "data: useViewTransition true",
      "data: viewTransitionSelector #stage",
      "data: elements <g></g>",
      "",
      "",
    ].join("\n"),
  );
});

test("an option at its default, or undefined, is left out", () => {
  const options = {
    selector: undefined,
    mode: "outer",
    namespace: "html",
    useViewTransition: false,
    viewTransitionSelector: undefined,
  } as const;
  expect(patchElementsFrame(html, options)).toBe(patchElementsFrame(html));
  expect(patchElementsFrame(html, { mode: undefined, namespace: undefined, useViewTransition: undefined })).toBe(
    patchElementsFrame(html),
  );
});

test.each(["inner", "prepend", "append", "before", "after"] as const)("mode %s", (mode) => {
  expect(patchElementsFrame(html, { mode, selector: "#a" })).toBe(
    `event: datastar-patch-elements\ndata: selector #a\ndata: mode ${mode}\ndata: elements ${html}\n\n`,
  );
});

test("mode replace finds its target by id, as outer does", () => {
  expect(patchElementsFrame(html, { mode: "replace" })).toBe(
    `event: datastar-patch-elements\ndata: mode replace\ndata: elements ${html}\n\n`,
  );
});

test("an empty string empties the target", () => {
  expect(patchElementsFrame("", { mode: "inner", selector: "#a" })).toBe(
    "event: datastar-patch-elements\ndata: selector #a\ndata: mode inner\ndata: elements \n\n",
  );
});

test("an event that removes elements carries none", () => {
  const frame = "event: datastar-patch-elements\ndata: selector #a\ndata: mode remove\n\n";
  expect(removeElementsFrame("#a")).toBe(frame);
  expect(patchElementsFrame("", { mode: "remove", selector: "#a" })).toBe(frame);
});

test("removal takes the options that make sense for it", () => {
  expect(removeElementsFrame(".old", { eventId: "7", retryDuration: 5000, useViewTransition: true })).toBe(
    "event: datastar-patch-elements\nid: 7\nretry: 5000\ndata: selector .old\ndata: mode remove\ndata: useViewTransition true\n\n",
  );
});

test.each(["inner", "prepend", "append", "before", "after", "remove"])(
  "mode %s without a selector is an error, as in the client",
  (mode) => {
    expect(() => patchElementsFrame(html, { mode } as never)).toThrow(
      new TypeError(`mode "${mode}" needs a selector: the client refuses it without one.`),
    );
  },
);

test("an unknown mode or namespace is an error", () => {
  expect(() => patchElementsFrame(html, { mode: "morph" } as never)).toThrow(
    new TypeError('mode must be one of outer, inner, replace, prepend, append, before, after, remove, not "morph".'),
  );
  expect(() => patchElementsFrame(html, { namespace: "xul" } as never)).toThrow(
    new TypeError('namespace must be one of html, svg, mathml, not "xul".'),
  );
});

test.each(["", "  "])("an empty selector is an error: %j", (selector) => {
  expect(() => patchElementsFrame(html, { selector })).toThrow(
    new TypeError("selector is empty: leave it out, or say what to select."),
  );
  expect(() => removeElementsFrame(selector)).toThrow(TypeError);
});

test.each([
  ["#1a", 'in CSS, #1a names nothing; write [id="1a"].'],
  [":is(#a, .5)", 'in CSS, .5 names nothing; write [class~="5"].'],
  ["##a", "in CSS, # names nothing; write a name behind #."],
  ["#a > .", "in CSS, . names nothing; write a name behind .."],
])("a selector that is none: %s", (selector, says) => {
  expect(() => removeElementsFrame(selector)).toThrow(new TypeError(`selector ${JSON.stringify(selector)}: ${says}`));
});

test.each(["#a.b", "li:nth-child(2)", "[id='1a'] > b", "#\\31 a", "#é, .-x, ._y", '[title="#1 .5"]', "#a:not(.b)"])(
  "a selector: %s",
  (selector) => expect(removeElementsFrame(selector)).toContain(`data: selector ${selector}\n`),
);

test("a selector that could forge an event is an error", () => {
  expect(() => patchElementsFrame(html, { selector: "#a\rdata: mode remove" })).toThrow(
    new TypeError(
      'selector "#a\\rdata: mode remove" must not contain line breaks or NUL: it would break the event apart.',
    ),
  );
  expect(() => patchElementsFrame(html, { viewTransitionSelector: "#a\n" })).toThrow(TypeError);
});

test("removeElements has no mode", () => {
  expect(() => removeElementsFrame("#a", { mode: "inner" } as never)).toThrow(
    'removeElements has no option "mode"; its options are namespace, useViewTransition, viewTransitionSelector, eventId, retryDuration.',
  );
});

test("removeElements without a selector is an error", () => {
  expect(() => removeElementsFrame(undefined as never)).toThrow(TypeError);
});

test("what is not HTML is an error", () => {
  expect(() => patchElementsFrame((<p />) as never)).toThrow(
    new TypeError("patchElements takes HTML in a string, not an Html: write String(await markup)."),
  );
});

test("a flag is true or false", () => {
  expect(() => patchElementsFrame(html, { useViewTransition: "true" } as never)).toThrow(
    new TypeError('useViewTransition must be true or false, not "true".'),
  );
});

describe("the namespace", () => {
  const linesOf = (html: string, options?: PatchElementsOptions): string[] =>
    patchElementsFrame(html, options)
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => line.slice("data: ".length));

  test.each<[html: string, lines: string[]]>([
    ['<circle id="a"></circle>', ["namespace svg", 'elements <circle id="a"></circle>']],
    ['<!-- x --><clipPath id="a"/>', ["namespace svg", 'elements <clipPath id="a"/>']],
    ['<mi id="a">x</mi>', ["namespace mathml", 'elements <mi id="a">x</mi>']],
    // What holds an image or a formula, and what HTML has as well, is HTML.
    ['<svg id="a"><circle/></svg>', ['elements <svg id="a"><circle/></svg>']],
    ['<math id="a"></math>', ['elements <math id="a"></math>']],
    ['<a id="a"></a><b id="b"></b>', ['elements <a id="a"></a><b id="b"></b>']],
    ["text", ["elements text"]],
  ])("is that of the first element: %s", (html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });

  test("an option says it for elements that several have, or against what the element says", () => {
    expect(linesOf('<a id="a"></a>', { namespace: "svg" })).toEqual(["namespace svg", 'elements <a id="a"></a>']);
    expect(linesOf('<g id="a"></g>', { namespace: "html" })).toEqual(['elements <g id="a"></g>']);
  });

  test.each<[html: string, written: string]>([
    ['<g id="a"></g><g id="b"/><g id="c"></g>', '<g id="a"></g><!----><g id="b"/><!----><g id="c"></g>'],
    [' <!-- 1 --> <g id="a"></g>  <!-- 2 --><g id="b"></g> ', '<g id="a"></g><!----><g id="b"></g>'],
    ["a<tspan>b</tspan>c <!-- -->d", "a<!----><tspan>b</tspan><!---->c d"],
    ["<g>", "<g>"],
  ])("several nodes of another than HTML are separated, so that clients up to 1.0.4 take all: %j", (html, written) => {
    expect(linesOf(html, { namespace: "svg", selector: "#x", mode: "append" }).at(-1)).toBe(`elements ${written}`);
  });
});
