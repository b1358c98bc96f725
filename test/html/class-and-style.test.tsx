import { js, signals } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";
// With it loaded, data that is refused is thrown.
import "datastar-tsx/jsx-dev-runtime";

describe("class", () => {
  test.each<[what: string, value: unknown, html: string]>([
    ["text", "a b", '<p class="a b"></p>'],
    ["text is escaped", '"><b>', '<p class="&quot;>&lt;b>"></p>'],
    ["the empty string", "", '<p class=""></p>'],
    ["an array, in which falsy items are left out", ["a", false, null, undefined, "", 0, "b"], '<p class="a b"></p>'],
    ["nested arrays", ["a", ["b", ["c"]]], '<p class="a b c"></p>'],
    ["an object of names and whether they are there", { a: true, b: false, c: 1, d: null }, '<p class="a c"></p>'],
    ["both", ["a", { b: true }], '<p class="a b"></p>'],
    ["nothing left", ["", { a: false }], "<p></p>"],
    ["false", false, "<p></p>"],
    ["null", null, "<p></p>"],
    ["undefined", undefined, "<p></p>"],
  ])("%s", (_, value, html) => {
    expect(String(jsx("p", { class: value }))).toBe(html);
    expect(String(jsx("p", { className: value }))).toBe(html);
  });

  test("other values are refused", () => {
    expect(() => jsx("p", { class: new Map() })).toThrow("<p class> cannot be a Map: pass text, or an object.");
    expect(() => jsx("p", { class: [() => "a"] })).toThrow("<p class> cannot be a function: call it first.");
  });
});

describe("a condition that would always be true is refused", () => {
  const { open, form } = signals({ open: false, form: { q: "" } });
  const set = signals({ open: false });
  const condition: { readonly value: unknown } = { value: undefined };

  test.each<[what: string, value: unknown, message: string]>([
    [
      "a signal",
      open,
      'the signal $open, which is always true here: the browser has the value; write data-class={{ "a b": signal }}.',
    ],
    ["a signal that holds others", form, "the signal $form, which"],
    [
      "an expression",
      js`!${open}`,
      'the expression !$open, which is always true here: the browser has the value; write data-class={{ "a b": expression }}.',
    ],
    [
      "a set of signals",
      set,
      'a set of signals (open), which is always true here: the browser has the value; write data-class={{ "a b": set.open }}.',
    ],
    ["a promise", Promise.resolve(false), "a Promise, which is always true here: await it first."],
    ["a promise of another library", { then: () => false }, "a plain object with then in it, which"],
    ["a function", () => false, "a function, which is always true here: call it first."],
    ["a symbol", Symbol("a"), "a symbol, which"],
  ])("%s", (_, value, message) => {
    const where = `<p class> "a b" cannot depend on ${message}`;
    const given = { ...condition, value };
    expect(() => <p class={{ "a b": given.value as boolean }} />).toThrow(where);
    expect(() => <p className={["c", [{ d: true, "a b": given.value as boolean }]]} />).toThrow(where);
    expect(() => jsx("p", { class: { "a b": value } })).toThrow(where);
  });

  test("but not data, of which there can be none, nor markup", () => {
    const later = { icon: <b>{Promise.resolve("x")}</b>, at: new Date(0), user: { id: 1 }, tags: [], none: null };
    expect(
      String(<p class={{ a: later.icon !== null, b: later.at, c: later.user, d: later.tags, e: later.none }} />),
    ).toBe('<p class="a b c d"></p>');
    expect(String(jsx("p", { class: { a: <b />, b: later.icon } }))).toBe('<p class="a b"></p>');
  });
});

describe("style", () => {
  test.each<[what: string, value: unknown, html: string]>([
    ["text", "color: red; margin: 0", '<p style="color: red; margin: 0"></p>'],
    ["an object", { color: "red", backgroundColor: "blue" }, '<p style="color:red;background-color:blue"></p>'],
    ["numbers, without a unit", { zIndex: 0, lineHeight: 1.5 }, '<p style="z-index:0;line-height:1.5"></p>'],
    ["absent declarations", { color: undefined, margin: null, padding: false, border: "" }, "<p></p>"],
    ["an empty object", {}, "<p></p>"],
    ["names in kebab case", { "border-top-width": "1px" }, '<p style="border-top-width:1px"></p>'],
    [
      "custom properties, as they are written",
      { "--fooBar": "1px", "--ünï": 2 },
      '<p style="--fooBar:1px;--ünï:2"></p>',
    ],
    [
      "vendor prefixes",
      { WebkitBoxFlex: 1, MozAppearance: "none", msFlex: 1, OTransition: "none" },
      '<p style="-webkit-box-flex:1;-moz-appearance:none;-ms-flex:1;-o-transition:none"></p>',
    ],
    ["vendor prefixes in kebab case", { "-webkit-box-flex": 1 }, '<p style="-webkit-box-flex:1"></p>'],
    ["quotes are escaped", { fontFamily: '"A B"' }, '<p style="font-family:&quot;A B&quot;"></p>'],
    [
      "a semicolon in a string",
      { content: '"a;b"', quotes: "';' ';'" },
      `<p style="content:&quot;a;b&quot;;quotes:';' ';'"></p>`,
    ],
    [
      "a semicolon in a URL",
      { background: "url(data:image/png;base64,AA/A==)" },
      '<p style="background:url(data:image/png;base64,AA/A==)"></p>',
    ],
    [
      "a semicolon in a quoted URL",
      { background: "url( 'data:image/png;base64,A(A' )" },
      `<p style="background:url( 'data:image/png;base64,A(A' )"></p>`,
    ],
    ["false", false, "<p></p>"],
    ["null", null, "<p></p>"],
  ])("%s", (_, value, html) => {
    expect(String(jsx("p", { style: value }))).toBe(html);
  });

  test.each([
    "red;position:fixed",
    ";",
    "red;",
    '"a";color:blue',
    "url(a);color:blue",
    'a\\";color:blue;b:"',
    '"\n;color:blue;"',
    "red/*(*/;color:blue/*)*/",
    'red/*"*/;color:blue/*"*/',
    '(")" ) ; color:blue; "',
    'url(a"b) ; color:blue; "',
    'f(/*) "*/ ) ; color:blue; "',
    "url(a\\);color:blue;b:url(c)",
  ])("a value cannot begin another declaration: %j", (color) => {
    expect(() => <p style={{ color }} />).toThrow(
      `<p style> cannot set color to ${JSON.stringify(color)}: a value has no ";".`,
    );
  });

  test.each([
    "rgb(1",
    "url(a",
    "url(a b)",
    "url('a)",
    "red)",
    "[a",
    "{",
    "red{} position: fixed",
    "'a",
    '"a',
    "'a\\'",
    "'a\n'",
    "red/*",
    "red\\",
    "red\\\n",
    "f(])",
    "u\\72l(a'b)",
    "f(url(a'b) ')",
  ])("nor take in what follows it: %j", (color) => {
    for (const style of [{ color }, { "--color": color }]) {
      if (color === "red{} position: fixed" && "--color" in style) continue;
      expect(() => <p style={style} />).toThrow(" must be closed.");
    }
  });

  test.each([
    "rgb(1 2 3 / 50%)",
    "calc((1px + 2px) * 3)",
    "'a\\'b'",
    "red /* warm */",
    "url(a/*b)",
    "red !important",
    "url(data:image/svg+xml;utf8,%3Csvg/%3E)",
    "[full-start] 1fr [end]",
    "repeat(2, [a b] 1fr)",
    "\\66oo",
    "var(--a, 1/2)",
    "a:b",
  ])("a value that is closed stays what it is: %j", (value) => {
    expect(String(<p style={{ gridArea: value }} />)).toBe(
      `<p style="grid-area:${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></p>`,
    );
  });

  test("a custom property can be a block", () => {
    expect(String(<p style={{ "--a": "{b: c; d: e}" }} />)).toBe('<p style="--a:{b: c; d: e}"></p>');
  });

  test.each(["color:red;margin", "a b", "", "--", "--a;b", "--a:b", "a/b", "9a", '--"'])(
    "%j is no name of a property",
    (name) => {
      expect(() => jsx("p", { style: { [name]: "0" } })).toThrow(
        `<p style> cannot have a property named ${JSON.stringify(name)}.`,
      );
    },
  );

  test("other values are refused", () => {
    expect(() => jsx("p", { style: { color: { r: 1 } } })).toThrow(
      "<p style> cannot set color to a plain object with r in it: pass text or a number.",
    );
    expect(() => jsx("p", { style: ["color: red"] })).toThrow("<p style> cannot be an Array: pass text, or an object.");
  });
});
