import { js } from "datastar-tsx";
import { jsx } from "datastar-tsx/jsx-runtime";
import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";

type Props = Record<string, unknown>;

function attributesOf(markup: unknown): { readonly [name: string]: string } {
  const [node] = parseFragment(String(markup)).childNodes;
  if (node === undefined || !("attrs" in node)) throw new Error(`no element: ${String(markup)}`);
  return Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
}

describe("of two attributes with one name the later wins", () => {
  test.each<[what: string, markup: unknown, html: string]>([
    ["className behind class", <p class="a" {...{ className: "b" }} />, '<p class="b"></p>'],
    ["class behind className", <p {...{ className: "b" }} class="a" />, '<p class="a"></p>'],
    ["lists of classes", <p class={["a"]} id="i" {...{ className: ["b", "c"] }} />, '<p class="b c" id="i"></p>'],
    ["htmlFor behind for", <label for="a" {...{ htmlFor: "b" }} />, '<label for="b"></label>'],
    ["capitals", <b {...{ onclick: "a()", onClick: "b()" }}>x</b>, '<b onClick="b()">x</b>'],
    ["a boolean", <input {...{ DISABLED: true }} disabled={false} />, "<input>"],
    ["one that is absent", <p class="a" {...{ className: undefined }} />, "<p></p>"],
    ["numbers", <td {...{ colspan: 1, colSpan: 2 }} />, '<td colSpan="2"></td>'],
    // Development refuses these two.
    ["a key of Datastar", jsx("p", { "data-ref:fooBar": true, "data-ref:foo-bar": true }), "<p data-ref:foo-bar></p>"],
    ["signals", jsx("p", { "data-signals:fooBar": 1, "data-signals:foo-bar": 2 }), '<p data-signals:foo-bar="2"></p>'],
    ["children and key are none", <p {...{ key: 1, class: "a", className: "b" }}>x</p>, '<p class="b">x</p>'],
    ["a hyphen tells names apart", <p {...{ "data-ab": "1", "data-a-b": "2" }} />, '<p data-ab="1" data-a-b="2"></p>'],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });

  test("a void element has no children, whatever its attributes are", () => {
    expect(() => jsx("br", { class: "a", className: "b", children: "x" })).toThrow(
      "<br> is a void element and cannot have children.",
    );
  });

  test("whatever they are, and in whatever order", () => {
    const spelling = fc.constantFrom("class", "for", "title", "onclick", "viewbox", "data-id", "href").chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(
          fc
            .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
            .map((upper) => Array.from(name, (c, i) => (upper[i] === true ? c.toUpperCase() : c)).join("")),
          fc.constant(name === "class" ? "className" : name === "for" ? "htmlFor" : name),
        ),
        fc.constantFrom("a", 'b"', "<c>", "d=e f", 5),
      ),
    );
    fc.assert(
      fc.property(fc.array(spelling), (given) => {
        // What is spelled alike is one prop already.
        const props: Props = {};
        for (const [, prop, value] of given) {
          // oxlint-disable-next-line no-dynamic-delete
          delete props[prop];
          props[prop] = value;
        }
        const names = new Map(given.map(([name, prop]) => [prop, name]));
        const last: Record<string, string> = {};
        for (const prop of Object.keys(props)) last[names.get(prop) ?? ""] = String(props[prop]);
        for (const html of [String(jsx("i", props)), String(<i {...props}>x</i>)]) {
          expect(attributesOf(html)).toEqual(last);
          expect(html.match(/="/g) ?? []).toHaveLength(Object.keys(last).length);
        }
      }),
    );
  });
});

describe("of two listeners for one event both run, in their order", () => {
  test.each<[what: string, markup: unknown, html: string]>([
    [
      "an attribute, and an object",
      <b data-on:click="a()" data-on={{ click: js`b()`, input: js`c()` }} />,
      '<b data-on:click="a()" data-on:click__case.kebab="b()" data-on:input="c()"></b>',
    ],
    [
      "an object, and an attribute",
      <b data-on={{ click: js`a()` }} data-on:click="b()" />,
      '<b data-on:click="a()" data-on:click__case.kebab="b()"></b>',
    ],
    [
      "by spread",
      <b {...{ "data-on": { click: "a()" } }} {...{ "data-on:click": "b()" }} />,
      '<b data-on:click="a()" data-on:click__case.kebab="b()"></b>',
    ],
    [
      "three of them, whose modifiers are alike",
      <b
        {...{
          "data-on:click__once": "a()",
          "data-on__once": { click: "b()" },
          "data-on:click": { do: "c()", once: true },
        }}
      />,
      '<b data-on:click__once="a()" data-on:click__once__case.kebab="b()" data-on:click__once__case.kebab.kebab="c()"></b>',
    ],
    [
      "with a case of their own",
      jsx("b", { "data-on:fooBar": "a()", "data-on": { fooBar: "b()" } }),
      '<b data-on:foo-bar__case.camel="a()" data-on:foo-bar__case.camel.camel="b()"></b>',
    ],
    [
      "in one object, with modifiers in the name and in the value",
      jsx("b", { "data-on": { click__once: "a()", click: { do: "b()", once: true }, input: "c()" } }),
      '<b data-on:click__once="a()" data-on:click__once__case.kebab="b()" data-on:input="c()"></b>',
    ],
    [
      "in one object, with capitals that HTML folds",
      jsx("b", { "data-on": { click__ONCE: "a()", click__once: "b()", click__Once: "c()" } }),
      '<b data-on:click__ONCE="a()" data-on:click__once__case.kebab="b()" data-on:click__Once__case.kebab.kebab="c()"></b>',
    ],
    [
      "in one object, with a key in capitals",
      jsx("b", {
        "data-on__window": { fooBar: "a()", "foo-bar__case.camel": "b()", "foo-bar": { do: "c()", case: "camel" } },
      }),
      '<b data-on:foo-bar__case.camel__window="a()" data-on:foo-bar__case.camel.camel__window="b()" data-on:foo-bar__window__case.camel="c()"></b>',
    ],
    [
      "those with other modifiers are others anyway",
      <b {...{ "data-on:click": "a()", "data-on": { click: { do: "b()", once: true } } }} />,
      '<b data-on:click="a()" data-on:click__once="b()"></b>',
    ],
    [
      "one that is absent takes none away",
      <b {...{ "data-on": { click: "a()" }, "data-on:click": null }} />,
      '<b data-on:click="a()"></b>',
    ],
  ])("%s", (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });
});

test("it is so when the tag has had more attributes than are remembered", () => {
  for (let i = 0; i < 300; i++) jsx("full-cache", { [`data-x${i}`]: "" });
  expect(String(jsx("full-cache", { class: "a", className: "b" }))).toBe('<full-cache class="b"></full-cache>');
});
