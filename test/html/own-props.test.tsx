// A library that merges what strangers send can put names into `Object.prototype`. Every object then seems to have them.
import { js } from "datastar-tsx";
import { expect, test } from "vitest";

const inherited = {
  onclick: "alert(1)",
  class: "theirs",
  title: "theirs",
  type: "application/json",
  children: "theirs",
  "data-text": "alert(1)",
  key: "theirs",
  color: "red",
} as const;

/** What is rendered while every object inherits names. */
function whileInherited(render: () => unknown): string {
  for (const [name, value] of Object.entries(inherited)) {
    // oxlint-disable-next-line no-extend-native -- it is what the test is about, and undone below
    Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true });
  }
  try {
    return String(render());
  } finally {
    for (const name of Object.keys(inherited)) Reflect.deleteProperty(Object.prototype, name);
  }
}

const attributes: object = { id: "a" };
const Card = (props: { readonly id: string }) => <p {...props} />;

test.each<readonly [what: string, render: () => unknown, html: string]>([
  ["an element without props", () => <p />, "<p></p>"],
  ["an element with props", () => <p id="a">b</p>, '<p id="a">b</p>'],
  ["a void element", () => <input name="a" />, '<input name="a">'],
  ["a script", () => <script>{"a < b"}</script>, "<script>a < b</script>"],
  ["a textarea", () => <textarea>a</textarea>, "<textarea>a</textarea>"],
  ["an element by spread", () => <p {...attributes} />, '<p id="a"></p>'],
  ["a void element by spread", () => <br {...attributes} />, '<br id="a">'],
  ["names that are one in HTML", () => <p class="a" {...{ className: "b" }} />, '<p class="b"></p>'],
  ["an object of listeners", () => <p data-on={{ click: "$a++" }} />, '<p data-on:click="$a++"></p>'],
  ["an object of classes", () => <p class={{ a: true }} />, '<p class="a"></p>'],
  ["an object of styles", () => <p style={{ width: "1px" }} />, '<p style="width:1px"></p>'],
  ["an object of conditions", () => <p data-class={{ a: js`$b` }} />, '<p data-class="{a: $b}"></p>'],
  ["an object of signals", () => <p data-signals={{ a: 1 }} />, '<p data-signals="{a: 1}"></p>'],
  ["a component", () => <Card id="a" />, '<p id="a"></p>'],
  ["a fragment", () => <>a</>, "a"],
  ["a list", () => [1, 2].map((n) => <p>{n}</p>).join(""), "<p>1</p><p>2</p>"],
])("%s does not inherit attributes", (_what, render, html) => {
  const before = String(render());
  expect([before, whileInherited(render)]).toEqual([html, html]);
});
