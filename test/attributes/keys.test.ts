import { jsx } from "datastar-tsx/jsx-runtime";
import { describe, expect, test } from "vitest";

describe("HTML folds capitals; a key is written so that the client restores them", () => {
  test.each<[what: string, name: string, value: unknown, html: string]>([
    // Signals: the client reads keys in camel case.
    ["camel", "data-bind:fooBar", true, "data-bind:foo-bar"],
    ["camel, from the first letter", "data-bind:FooBar", true, "data-bind:-foo-bar"],
    ["camel, letter by letter", "data-bind:innerHTML", true, "data-bind:inner-h-t-m-l"],
    ["camel, with digits", "data-bind:a1B2c", true, "data-bind:a1-b2c"],
    ["camel, with underscores", "data-bind:_foo_Bar", true, "data-bind:_foo_-bar"],
    ["camel, already in kebab case, as in HTML", "data-bind:foo-bar", true, "data-bind:foo-bar"],
    ["camel, a nested signal", "data-signals:ui.isOpen", 1, 'data-signals:ui.is-open="1"'],
    // Events and classes: in kebab case, which leaves them as they are.
    ["kebab", "data-on:fooBar", "x()", 'data-on:foo-bar__case.camel="x()"'],
    ["kebab, in the form of a set", "data-on", { fooBar: "x()" }, 'data-on:foo-bar__case.camel="x()"'],
    ["kebab, for a class", "data-class:fooBar", "$a", 'data-class:foo-bar__case.camel="$a"'],
    ["kebab, without capitals", "data-class:foo_bar-baz", "$a", 'data-class:foo_bar-baz="$a"'],
    ["kebab, with a colon of its own", "data-on:turbo:load", "x()", 'data-on:turbo:load="x()"'],
    // CSS properties.
    ["css", "data-style:backgroundColor", "$a", 'data-style:background-color="$a"'],
    ["css, with a vendor prefix", "data-style:WebkitMask", "$a", 'data-style:-webkit-mask="$a"'],
    ["css, a custom property", "data-style:--my-gap", "$a", 'data-style:--my-gap="$a"'],
    // Attributes: as they are.
    ["none", "data-attr:aria-label", "$a", 'data-attr:aria-label="$a"'],
    // A case of the author's choice.
    ["chosen, in the name", "data-on:fooBar__case.kebab", "x()", 'data-on:foo-bar__case.kebab="x()"'],
    [
      "chosen, for a key that begins with a capital",
      "data-on:FooBar__case.pascal",
      "x()",
      'data-on:foo-bar__case.pascal="x()"',
    ],
    ["chosen, as a modifier", "data-on:fooBar", { do: "x()", case: "snake" }, 'data-on:foo-bar__case.snake="x()"'],
    [
      "chosen, the one that restores the key",
      "data-on:fooBar",
      { do: "x()", case: "camel" },
      'data-on:foo-bar__case.camel="x()"',
    ],
  ])("%s: %s", (_, name, value, html) => {
    expect(String(jsx("p", { [name]: value }))).toBe(`<p ${html}></p>`);
  });
});

describe("keys that the client could not restore", () => {
  const folded = (name: string, key: string): string =>
    `<p> ${name}: HTML folds the capitals of "${key}" and Datastar cannot restore them. Use the form without a key, where there is one: an object, or the name as the value.`;

  test.each<[name: string, key: string]>([
    ["data-attr:viewBox", "viewBox"],
    ["data-class:foo-barBaz", "foo-barBaz"],
    ["data-on:foo-barBaz", "foo-barBaz"],
    ["data-style:--fooBar", "--fooBar"],
    ["data-persist:myKey", "myKey"],
  ])("%s", (name, key) => {
    expect(() => jsx("p", { [name]: "$a" })).toThrow(folded(name, key));
  });

  test("the form without a key keeps them", () => {
    expect(String(jsx("svg", { "data-attr": { viewBox: true } }))).toBe('<svg data-attr="{viewBox: true}"></svg>');
  });

  test("a custom property that the client would rewrite in an object", () => {
    for (const name of ["--fooBar", "--foo_bar", "--gap2", "--2x"]) {
      expect(() => jsx("p", { "data-style": { [name]: true } })).toThrow(
        `<p> data-style: Datastar would rewrite the name "${name}" in an object; spread {"data-style:${name}": …} into the element, or rename it.`,
      );
    }
  });

  test("an underscore at the end, before a modifier", () => {
    expect(String(jsx("p", { "data-bind:foo_": true }))).toBe("<p data-bind:foo_></p>");
    expect(() => jsx("p", { "data-bind:foo_": { prop: "value" } })).toThrow(
      '<p> data-bind:foo_: a key that ends with "_" cannot have modifiers, which begin with "__".',
    );
  });
});

describe("keys where none belong, and none where one belongs", () => {
  test.each<[name: string, message: string]>([
    ["data-effect:a", "data-effect takes no key: write data-effect"],
    ["data-show:a", "data-show takes no key: write data-show"],
    ["data-text:a", "data-text takes no key: write data-text"],
    ["data-init:a", "data-init takes no key: write data-init"],
    ["data-ignore:a", "data-ignore takes no key: write data-ignore"],
    ["data-on-intersect:a", "data-on-intersect takes no key: write data-on-intersect"],
    ["data-on-signal-patch:filter", "data-on-signal-patch takes no key: write data-on-signal-patch"],
    ["data-match-media", "data-match-media needs a key: data-match-media:name"],
    ["data-match-media:", "data-match-media needs a key: data-match-media:name"],
    ["data-rocket", "data-rocket needs a key: data-rocket:name"],
  ])("%s", (name, message) => {
    expect(() => jsx("p", { [name]: "$a" })).toThrow(`<p> ${name}: ${message}.`);
  });
});

describe("other data attributes are none of Datastar's", () => {
  test.each(["data-user-id", "data-textual", "data-onclick", "data-", "data-constructor", "data-toString:a"])(
    "%s",
    (name) => {
      expect(String(jsx("p", { [name]: "a" }))).toBe(`<p ${name}="a"></p>`);
    },
  );
});
