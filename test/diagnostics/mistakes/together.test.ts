// Attributes of one element that are right each by itself, and wrong beside one another.
import { describe, expect, test } from "vitest";
import type { AttributeValue } from "../../../src/diagnostics/check-attribute.js";
import { checkTogether } from "../../../src/diagnostics/check-together.js";

type Attributes = { readonly [name: string]: AttributeValue };

const found = (attributes: Attributes, tag = "p", areAll = true): readonly string[] =>
  checkTogether(
    tag,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
    areAll,
  ).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);

describe("two attributes that set the same", () => {
  test.each<[Attributes, others: string, own: string]>([
    [{ "data-attr:style": "$s", "data-show": "$open" }, "data-attr:style", "data-show"],
    [{ "data-attr:class": "$c", "data-class:b": "$open" }, "data-attr:class", "data-class:b"],
    [{ "data-class": "{'a b': $x}", "data-attr": "{title: $t, class: $c}" }, "data-class", "data-attr"],
    [{ "data-style": "{display: $s}", "data-show": "$open" }, "data-style", "data-show"],
    [{ "data-style:color": "$s", "data-attr:style": "$t" }, "data-style:color", "data-attr:style"],
    [{ "data-attr": "{title: $a}", "data-attr:title": "$b" }, "data-attr", "data-attr:title"],
    [{ "data-class": "{'k l': $a}", "data-class:l": "$b" }, "data-class", "data-class:l"],
    [
      { "data-style": "{backgroundColor: $a}", "data-style:background-color": "$b" },
      "data-style",
      "data-style:background-color",
    ],
    [{ "data-text": "$s", "data-json-signals": true }, "data-text", "data-json-signals"],
  ])("%j", (attributes, other, own) => {
    expect(found(attributes)).toEqual([
      `error conflicting-attributes ${own}: ${other} sets the same; each undoes what the other does, without end, and the page stands still. Write one of them.`,
    ]);
  });

  test.each<Attributes>([
    { "data-style:color": "$s", "data-show": "$open" },
    { "data-class:a": "$a", "data-class:b": "$b" },
    { "data-attr": "{title: $a}", "data-attr:lang": "$b", "data-text": "$c" },
    { "data-attr": undefined, "data-show": "$open" },
    { "data-style": "{...$styles}", "data-show": "$open" },
    { "data-mine": "$a", "data-mine:x": "$a" },
  ])("but not %j", (attributes) => {
    expect(found(attributes)).toEqual([]);
  });
});

test("an indicator of requests that another element sends", () => {
  const message =
    "warning idle-indicator data-indicator:busy: it tells of requests of its own element only, and this one sends none; write it where the action stands.";
  const attributes: Attributes = { "data-indicator:busy": true, "data-attr:disabled": "$busy" };
  expect(found(attributes, "button")).toEqual([message]);
  expect(found({ ...attributes, "data-on:click": "$a++" }, "button")).toEqual([message]);
  for (const value of ["@post('/x')", "send()", undefined])
    expect(found({ ...attributes, "data-on:click": value }, "button")).toEqual([]);
  expect(found(attributes, "button", false)).toEqual([]);
  expect(found(attributes, "my-button")).toEqual([]);
});

test("attributes of an element that the client ignores", () => {
  expect(found({ "data-ignore__self": true, "data-on:click": "$a++", "data-preserve-attr": "open", id: "x" })).toEqual([
    "warning ignored-by-client data-on:click: with data-ignore__self, the client ignores this attribute of the element as well; put one of them on an element around or inside.",
  ]);
  expect(found({ "data-ignore": true, "data-ignore-morph": true, "data-mine": "1" })).toEqual([]);
});

test("data-init in front of the signals that it uses", () => {
  const message = (name: string) =>
    `warning init-order ${name}: the client has run data-init by then, without these signals; write data-init behind it.`;
  expect(found({ "data-init": "@get('/x')", "data-signals": "{a: 1}" })).toEqual([message("data-signals")]);
  expect(found({ "data-init": "$b = $a", "data-signals:a": "1" })).toEqual([message("data-signals:a")]);
  expect(found({ "data-init": undefined, "data-bind:a": true }, "input")).toEqual([message("data-bind:a")]);
  for (const attributes of [
    { "data-signals": "{a: 1}", "data-init": "@get('/x')" },
    { "data-init": "el.focus()", "data-signals": "{a: 1}" },
    { "data-init__delay.1s": "@get('/x')", "data-signals": "{a: 1}" },
  ])
    expect(found(attributes)).toEqual([]);
});
