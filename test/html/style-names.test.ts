import { toKebabCase } from "@kitajs/html";
import { jsx } from "datastar-tsx/jsx-runtime";
import fc from "fast-check";
import { expect, test } from "vitest";

test("names of style properties in camel case are written as @kitajs/html writes them", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,5}(?:[A-Z][a-z]{1,5}){0,3}$/), (name) => {
      fc.pre(!/^(?:webkit|ms)[A-Z]/.test(name));
      expect(String(jsx("p", { style: { [name]: 0 } }))).toBe(`<p style="${toKebabCase(name)}:0"></p>`);
    }),
  );
});

test("what the DOM makes of a written name is the name that was given", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]{1,12}$/), (name) => {
      fc.pre(!/^(?:webkit|ms)[A-Z]/.test(name));
      const written = /style="(.*):0"/.exec(String(jsx("p", { style: { [name]: 0 } })))?.[1];
      // https://drafts.csswg.org/cssom/#css-property-to-idl-attribute
      expect(written?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())).toBe(name);
      expect(written).toMatch(/^[a-z-]+$/);
    }),
  );
});

test.each([
  ["backgroundColor", "background-color"],
  ["WebkitLineClamp", "-webkit-line-clamp"],
  ["webkitLineClamp", "-webkit-line-clamp"],
  ["MozOsxFontSmoothing", "-moz-osx-font-smoothing"],
  ["msTransform", "-ms-transform"],
  ["OTransform", "-o-transform"],
])("%s is %s", (name, written) => {
  expect(String(jsx("p", { style: { [name]: 0 } }))).toBe(`<p style="${written}:0"></p>`);
});
