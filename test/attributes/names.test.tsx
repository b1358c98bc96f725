// HTML folds the capitals in the names of attributes, so that a browser sees Datastar's where the program wrote another.
import { jsx } from "datastar-tsx/jsx-runtime";
import { expect, test } from "vitest";

test.each([
  ["DATA-ON:CLICK", "data-on:CLICK"],
  ["Data-On:click", "data-on:click"],
  ["data-On:fooBar__once", "data-on:fooBar__once"],
  ["DATA-TEXT", "data-text"],
  ["data-signals:a", undefined],
  ["Data-signals:a", "data-signals:a"],
  ["data-ON-Interval__duration.5s", "data-on-interval__duration.5s"],
])("%s is refused, and the right spelling named", (name, right) => {
  const render = (): unknown => jsx("b", { [name]: "f()" });
  if (right === undefined) expect(render).not.toThrow();
  else expect(render).toThrow(`<b> ${name}: browsers read this as `);
  if (right !== undefined) expect(render).toThrow(`; write ${right}.`);
});

test("by spread as well, with the element", () => {
  const more = { "DATA-ON": { click: "f()" } };
  expect(() => <b {...more} />).toThrow("<b> DATA-ON: browsers read this as data-on; write data-on.");
  expect(() => <b data-Text="f()" />).toThrow("<b> data-Text: browsers read this as data-text; write data-text.");
});

test.each(["data-onClick", "DATA-ID", "Data-Online", "dataTEXT"])("%s is nobody's but the author's", (name) => {
  expect(String(jsx("b", { [name]: "a" }))).toBe(`<b ${name}="a"></b>`);
});
