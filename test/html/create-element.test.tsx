import { createElement } from "datastar-tsx";
import { expect, test } from "vitest";

test("a key behind a spread is left out like any other", () => {
  const props = { class: "item", key: "a" };
  expect(
    String(
      <li {...props} key="b">
        text
      </li>,
    ),
  ).toBe('<li class="item">text</li>');
});

const Greeting = ({ children = "nobody" }: { readonly children?: string | readonly string[] }) => (
  <p>Hello, {children}!</p>
);

test.each<[what: string, element: unknown, html: string]>([
  ["no props", createElement("p", null), "<p></p>"],
  ["one child", createElement("p", { id: "a" }, "b & c"), '<p id="a">b &amp; c</p>'],
  ["several children", createElement("p", null, "a", createElement("b", null), 1), "<p>a<b></b>1</p>"],
  ["children among the props", createElement("p", { children: "a" }), "<p>a</p>"],
  ["children take precedence over those", createElement("p", { children: "a" }, "b"), "<p>b</p>"],
  ["a component", createElement(Greeting, null, "Ada"), "<p>Hello, Ada!</p>"],
  ["a component without children", createElement(Greeting, {}), "<p>Hello, nobody!</p>"],
])("%s", (_, element, html) => {
  expect(String(element)).toBe(html);
});
