import { executeScriptFrame, type ScriptAttributes } from "datastar-tsx";
import { expect, test } from "vitest";

const element = (html: string): string =>
  `event: datastar-patch-elements\ndata: selector body\ndata: mode append\ndata: elements ${html}\n\n`;

test("a script removes itself once it has run", () => {
  expect(executeScriptFrame("alert(1 < 2 && 3)")).toBe(
    element('<script data-effect="el.remove()">alert(1 < 2 && 3)</script>'),
  );
});

test("autoRemove: false leaves it in the page", () => {
  expect(executeScriptFrame("a()", { autoRemove: false })).toBe(element("<script>a()</script>"));
});

test("every option, in the order of the protocol", () => {
  expect(
    executeScriptFrame("a()", { attributes: { type: "module" }, autoRemove: false, retryDuration: 9, eventId: "e1" }),
  ).toBe(element('<script type="module">a()</script>').replace("\n", "\nid: e1\nretry: 9\n"));
});

test("a script of several lines", () => {
  expect(executeScriptFrame("if (a) {\r\n  b();\r}")).toBe(
    [
      "event: datastar-patch-elements",
      "data: selector body",
      "data: mode append",
      'data: elements <script data-effect="el.remove()">if (a) {',
      "data: elements   b();",
      "data: elements }</script>",
      "",
      "",
    ].join("\n"),
  );
});

test.each<[name: string, attributes: ScriptAttributes, html: string]>([
  ["text, numbers and booleans", { type: "module", "data-n": 1, async: true }, ' type="module" data-n="1" async'],
  ["false, null and undefined mean none", { async: false, defer: null, nonce: undefined }, ""],
  [
    "values are escaped",
    { nonce: `"><img src=x onerror=alert(1)>&` },
    ' nonce="&quot;>&lt;img src=x onerror=alert(1)>&amp;"',
  ],
  [
    "a list",
    ["async", 'type="module"', "nonce='a\"b'", "crossorigin=anonymous", ' id = "x" '],
    ' async type="module" nonce="a&quot;b" crossorigin="anonymous" id="x"',
  ],
  ["an empty value in a list", ['nonce=""'], ' nonce=""'],
  ["an empty list", [], ""],
])("attributes: %s", (_, attributes, html) => {
  expect(executeScriptFrame("a()", { attributes, autoRemove: false })).toBe(element(`<script${html}>a()</script>`));
});

test.each([
  [{ 'x="1" onload': "alert(1)" }],
  [{ "": "x" }],
  [['src="a" onload="alert(1)"']],
  [["src=a b"]],
  [['src="a">']],
  [["><img>"]],
  [[""]],
])("an attribute that is none is an error: %j", (attributes) => {
  expect(() => executeScriptFrame("a()", { attributes: attributes as ScriptAttributes })).toThrow(TypeError);
});

test("an attribute in a list says how to write it", () => {
  expect(() => executeScriptFrame("a()", { attributes: ["a b"] })).toThrow(
    new TypeError('executeScript: "a b" is no attribute; write name or name="value".'),
  );
});

test("a javascript: URL is an error", () => {
  expect(() => executeScriptFrame("", { attributes: { src: "javascript:alert(1)" } })).toThrow(TypeError);
  expect(() => executeScriptFrame("", { attributes: ["src=' java\tscript:alert(1)'"] })).toThrow(TypeError);
});

test("no text ends the script element early", () => {
  expect(executeScriptFrame('log("</script><img>", "</SCRIPT ", "<!-- <script>")', { autoRemove: false })).toBe(
    element(
      '<script>/*<![CDATA[*/log("\\u003C/script><img>", "\\u003C/SCRIPT ", "\\u003C!-- \\u003Cscript>")/*]]>*/</script>',
    ),
  );
});

test("attributes cannot replace the script itself", () => {
  expect(executeScriptFrame("a()", { attributes: { children: "b()" }, autoRemove: false })).toBe(
    element("<script>a()</script>"),
  );
});

test("what is not source is an error", () => {
  expect(() => executeScriptFrame((() => {}) as never)).toThrow(
    new TypeError("executeScript takes JavaScript source, not a function."),
  );
  const message =
    "executeScript takes what is inside a <script>, without the tags; to send the element, use patchElements.";
  expect(() => executeScriptFrame(" <script defer>run()</script>")).toThrow(new TypeError(message));
  expect(executeScriptFrame("write('<script>')")).toContain("write('\\u003Cscript>')");
});
